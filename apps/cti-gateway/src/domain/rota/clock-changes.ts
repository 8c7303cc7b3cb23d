import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import { steadyStretch } from '../calendar/clock-change.ts';
import { localDateAt } from './local-time.ts';

/** A day on which wall clocks are changed, and its length. */
export interface ClockChange {
  readonly date: string;
  readonly minutes: number;
}

/** RVIEW-6: days in [from, until) that are longer or shorter than others. */
export function clockChangesIn(from: Instant, until: Instant, timeZone: string): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let before = steadyStretch(from, timeZone);
  while (before.until < until) {
    const after = steadyStretch(before.until, timeZone);
    const length = days(1) - (after.offset - before.offset);
    if (after.offset !== before.offset)
      changes.push({ date: localDateAt(after.from, timeZone), minutes: length / minutes(1) });
    before = after;
  }
  return changes;
}
