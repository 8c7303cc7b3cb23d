import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { DutyLine } from '@ringside/shared/protocol/rota';
import type { Rota, Shift } from '../../domain/rota/rota.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';

/** Somebody who is on, in the order in which a rota's people are asked. */
export interface OnDuty {
  readonly agentId: AgentId;
  readonly layer: string;
  readonly until: Instant;
}

/** Who is on at the beginning of a schedule: first is asked first; gaps are left out, and nobody stands twice. */
export function onDutyAt(shifts: readonly Shift[], at: Instant): readonly OnDuty[] {
  const found = new Map<AgentId, OnDuty>();
  for (const { agentId, layer, from, until } of shifts) {
    if (agentId === null || from > at || found.has(agentId)) continue;
    found.set(agentId, { agentId, layer, until: endOf(shifts, layer, agentId, until) });
  }
  return [...found.values()];
}

/** Until somebody else, or nobody, is on: it is one shift to them, however it came about. */
function endOf(shifts: readonly Shift[], layer: string, agentId: AgentId, until: Instant): Instant {
  let end = until;
  for (const shift of shifts)
    if (shift.layer === layer && shift.agentId === agentId && shift.from === end) end = shift.until;
  return end;
}

/** ROTA-8: who is on now and who comes next, from the schedule from now on. */
export function dutyLine(
  floor: Floor,
  { rotaId, name, layers }: Rota,
  timeZone: string,
  shifts: readonly Shift[],
  at: Instant,
): DutyLine {
  const now = onDutyAt(shifts, at).map((one) => ({ ...one, name: agentName(floor, one.agentId) }));
  const current = shifts.filter((shift) => shift.from <= at);
  const firstOn = now.find(({ layer }) => layer === layers[0]?.layer);
  const next = shifts.find(
    (shift) =>
      shift.layer === layers[0]?.layer &&
      shift.from > at &&
      shift.from >= (firstOn?.until ?? at) &&
      shift.how !== 'declared',
  );
  return {
    ...{ rotaId, name, timeZone },
    now,
    gap: now.length === 0 && current.some(({ how }) => how === 'gap'),
    next:
      next === undefined
        ? null
        : {
            agentId: next.agentId,
            name: next.agentId === null ? '' : agentName(floor, next.agentId),
            from: next.from,
          },
  };
}
