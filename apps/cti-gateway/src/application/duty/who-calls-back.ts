import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { Parts } from '../parts.ts';

/** Of a rota that is no longer in the centre. */
const promiseWithoutRota: Milliseconds = hours(2);

export const promiseWithin = ({ rota }: Parts, rotaId: RotaId): Milliseconds =>
  rota.rota(rotaId)?.promiseWithin ?? promiseWithoutRota;

/**
 * DUTY-10: whose call back it is: the first on duty, though they could not be reached just now; in a gap whoever is on
 * next, or is responsible for the rota; otherwise a manager, or a supervisor. null: there is none.
 */
export function whoCallsBack({ rota, floor, clock }: Parts, rotaId: RotaId): AgentId | null {
  const now = clock.now();
  const first = rota.onDuty(rotaId, now)[0]?.agentId;
  if (first !== undefined) return first;
  const next = rota.lines(now).find((line) => line.rotaId === rotaId)?.next?.agentId ?? null;
  if (next !== null) return next;
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
