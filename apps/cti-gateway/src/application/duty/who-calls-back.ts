import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Shift } from '../../domain/rota/rota.ts';
import type { Parts } from '../parts.ts';

/** Of a rota that is no longer in the centre. */
const promiseWithoutRota: Milliseconds = hours(2);

/** who is on is looked for so far: a month, as "on now" and "next" are */
const ahead: Milliseconds = days(31);

export interface CallingBack {
  readonly ownerId: AgentId;
  readonly dueAt: Instant;
}

/**
 * DUTY-10: who calls back, and by when: the first on duty, though they could not be reached just now. While nobody is
 * on, whoever is on next, in the rota's time from when they begin: what is promised can be kept. Where nobody is to come,
 * who is responsible for the rota, otherwise a manager, or a supervisor. null: there is none.
 */
export function whoCallsBack(parts: Parts, rotaId: RotaId, at: Instant): CallingBack | null {
  const { rota } = parts;
  const within = rota.rota(rotaId)?.promiseWithin ?? promiseWithoutRota;
  const first = rota.onDuty(rotaId, at)[0]?.agentId;
  if (first !== undefined) return { ownerId: first, dueAt: at + within };
  const next = nextOn(rota.shifts(rotaId, at, at + ahead), at);
  if (next !== null) return { ownerId: next.ownerId, dueAt: next.from + within };
  const ownerId = inCharge(parts, rotaId);
  return ownerId === null ? null : { ownerId, dueAt: at + within };
}

/** In whichever layer; a gap before them is nobody's who could call. */
function nextOn(
  shifts: readonly Shift[],
  at: Instant,
): { readonly ownerId: AgentId; readonly from: Instant } | null {
  const coming = shifts.flatMap(({ agentId, from }) =>
    agentId === null || from <= at ? [] : [{ ownerId: agentId, from }],
  );
  return coming.toSorted((a, b) => a.from - b.from)[0] ?? null;
}

function inCharge({ rota, floor }: Parts, rotaId: RotaId): AgentId | null {
  const people = [...floor.agents.values()]
    .map(({ agent }) => agent)
    .filter(({ active }) => active)
    .sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
  const responsible = rota.rota(rotaId)?.responsible ?? [];
  const chosen =
    people.find(({ userName }) => responsible.includes(userName)) ??
    people.find(({ roles }) => roles.includes('manager')) ??
    people.find(({ roles }) => roles.includes('supervisor'));
  return chosen?.agentId ?? null;
}
