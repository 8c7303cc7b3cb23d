import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { CalendarItem } from '../task/calendar-text.ts';
import { localTimeAt } from './local-time.ts';
import type { RotaChange, Shift } from './rota.ts';

const epoch = Date.UTC(2020, 0, 1);

interface Shown {
  readonly agentId: AgentId;
  readonly title: string;
  readonly timeZone: string;
  /** of its rota */
  readonly changes: readonly RotaChange[];
  /** when the calendar was made: what was never changed is as old as that */
  readonly since: Instant;
}

/**
 * RNOTE-7: a shift in its person's calendar. It is the same event for as long as it begins at the same time; its sequence
 * follows from the latest change that could touch it, so that it only rises.
 */
export function shiftItem(
  { rotaId, layer, from, until }: Shift,
  { agentId, title, timeZone, changes, since }: Shown,
): CalendarItem {
  const begin = localTimeAt(from, timeZone);
  const changedAt = changes
    .filter((change) => change.layer === layer && change.until >= begin)
    .reduce((latest, { madeAt, undoneAt }) => Math.max(latest, undoneAt ?? madeAt), since);
  return {
    uid: `${rotaId}-${layer}-${agentId}-${from}@ringside`,
    sequence: Math.max(0, Math.floor((changedAt - epoch) / seconds(1))),
    changedAt,
    from,
    until,
    title,
    remindAt: null,
  };
}
