import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { SteadyStretch } from './clock-change.ts';
import { steadyStretch } from './clock-change.ts';

/** By zone and UTC day: asking for a zone's offset costs more than all the arithmetic that follows. */
const known = new Map<string, Map<number, readonly SteadyStretch[]>>();

const mostDays = 5_000;

/** The steady stretches of a UTC day, counted since 1970-01-01, in an IANA zone: one, or two where the clocks change. */
export function stretchesOfDay(timeZone: string, day: number): readonly SteadyStretch[] {
  let ofZone = known.get(timeZone);
  if (ofZone === undefined) known.set(timeZone, (ofZone = new Map()));
  // dates come from files, too
  if (ofZone.size >= mostDays) ofZone.clear();
  let stretches = ofZone.get(day);
  if (stretches === undefined) ofZone.set(day, (stretches = stretchesBetween(timeZone, day)));
  return stretches;
}

/** The rest of the steady stretch that an instant lies in, at most until the UTC day ends. */
export function stretchAt(at: Instant, timeZone: string): SteadyStretch {
  const [first, second] = stretchesOfDay(timeZone, Math.floor(at / days(1)));
  const stretch = second !== undefined && at >= second.from ? second : first;
  if (stretch === undefined) throw new Error('Every day has a stretch');
  return { ...stretch, from: at };
}

function stretchesBetween(timeZone: string, day: number): readonly SteadyStretch[] {
  const end = (day + 1) * days(1);
  const stretches: SteadyStretch[] = [];
  for (let at = day * days(1); at < end;) {
    const stretch = steadyStretch(at, timeZone);
    const until = Math.min(stretch.until, end);
    stretches.push({ ...stretch, until });
    at = until;
  }
  return stretches;
}
