import type { AgentId } from '@ringside/shared/model/ids';
import type { ShiftOfPlan } from '@ringside/shared/protocol/rota';
import type { DrawnShift } from '../../rota-changes.ts';

/** PLAN-9: somebody else has at least a part of that time as things stand. */
export const changesHands = ({ agentId, was }: ShiftOfPlan): boolean =>
  was.some((one) => one.agentId !== agentId);

export const drawnShifts = (shifts: readonly ShiftOfPlan[]): readonly DrawnShift[] =>
  shifts.map((shift) => {
    const { layer, from, until, agentId } = shift;
    return { layer, from, until, agentId, origin: 'plan', stays: !changesHands(shift) };
  });

/** Whether somebody gives or gets it. */
export const isOf = ({ agentId, was }: ShiftOfPlan, person: AgentId): boolean =>
  agentId === person || was.some((one) => one.agentId === person);

interface Person {
  readonly agentId: AgentId;
  readonly name: string;
}

/** Whoever gives or gets one of these, by name. */
export function peopleIn(shifts: readonly ShiftOfPlan[]): readonly Person[] {
  const names = new Map<AgentId, string>();
  for (const { agentId, agentName, was } of shifts)
    for (const one of [{ agentId, agentName }, ...was])
      if (one.agentId !== null) names.set(one.agentId, one.agentName);
  return [...names]
    .map(([agentId, name]) => ({ agentId, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
