import type { AgentId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ChangedShift, RotaSchedule } from '@ringside/shared/protocol/rota';
import { isLocalTime, localTime } from '../../domain/rota/local-time.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import type { Parts } from '../parts.ts';
import type { RotaRefusal } from './change-rota.ts';
import { changesOf, firstWrong } from './change-rota.ts';
import { mayPlan } from './may-plan.ts';
import type { LocalDays } from './schedule-view.ts';
import { scheduleView } from './schedule-view.ts';

type Shown = Promise<Result<RotaSchedule, RotaRefusal>>;

/** a year of them, with the weeks around it */
const mostDays = 400;
const earliest = '1970-01-02';
/** the last year in which a later day still has four digits */
const latest = '9998-12-31';

/** Days that the calendar has, in order and not too many. */
export function areDays({ from, until }: LocalDays): boolean {
  const areReal = [from, until].every((date) => isLocalTime(localTime(date, 0)));
  if (!areReal || from < earliest || until > latest || from >= until) return false;
  return Date.parse(until) - Date.parse(from) <= days(mostDays);
}

/** ROTA-8: who was, is and will be on. */
export async function schedule(parts: Parts, agentId: AgentId, rota: Rota, asked: LocalDays): Shown {
  return areDays(asked) ? ok(await scheduleView(parts, agentId, rota, asked)) : refuse('wrongTimes');
}

/** ROTA-8: how it would be; nothing is kept. */
export async function preview(
  parts: Parts,
  agentId: AgentId,
  rota: Rota,
  { shifts, ...asked }: LocalDays & { readonly shifts: readonly ChangedShift[] },
): Shown {
  if (!mayPlan(parts, agentId, rota)) return refuse('notAllowed');
  if (!areDays(asked)) return refuse('wrongTimes');
  const wrong = firstWrong(parts, rota, shifts);
  if (wrong !== null) return refuse(wrong);
  const facts = { rotaId: rota.rotaId, reason: '', origin: 'byHand' } as const;
  const changes = changesOf(parts, agentId, facts, shifts, 'preview');
  return ok(await scheduleView(parts, agentId, rota, asked, changes));
}
