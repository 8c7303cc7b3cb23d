import type { AgentId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { RotaFault, Shift } from './rota.ts';

/** A shorter time off between two pieces of duty is a break in one shift, e.g. for lunch (SPEC ROTA-11). */
export const longestBreak: Milliseconds = hours(3);

/** A person's pieces of duty without a longer break: what people call a shift. */
export interface Stint {
  readonly agentId: AgentId;
  readonly from: number;
  readonly until: number;
  /** its first piece */
  readonly shift: Shift;
}

/** Each person's shifts over all the schedules given, by time. */
export function stintsOf(shifts: readonly Shift[]): readonly Stint[] {
  const last = new Map<AgentId, number>();
  const stints: Stint[] = [];
  for (const shift of shifts.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    const { agentId, from, until } = shift;
    if (agentId === null) continue;
    const known = last.get(agentId);
    const before = known === undefined ? undefined : stints[known];
    if (known !== undefined && before !== undefined && from - before.until <= longestBreak) {
      stints[known] = { ...before, until: Math.max(before.until, until) };
    } else {
      last.set(agentId, stints.length);
      stints.push({ agentId, from, until, shift });
    }
  }
  return stints;
}

const faultOf = (
  kind: RotaFault['kind'],
  { rotaId, layer, from, until, agentId, missing }: Shift,
): RotaFault => ({
  ...{ kind, rotaId, layer, from, until },
  agentId: agentId ?? missing,
});

/** ROTA-10: times at which somebody must be on and nobody is. */
export const gapsIn = (shifts: readonly Shift[]): readonly RotaFault[] =>
  shifts.flatMap((shift) => (shift.gap === null ? [] : [faultOf(shift.gap, shift)]));

/** ROTA-10: somebody stands in two layers or rotas at once; told once for each pair of pieces, for as long as both last. */
export function doublesIn(shifts: readonly Shift[]): readonly RotaFault[] {
  const faults: RotaFault[] = [];
  const running = new Map<AgentId, Shift[]>();
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    if (shift.agentId === null) continue;
    const others = (running.get(shift.agentId) ?? []).filter(({ until }) => until > shift.from);
    for (const other of others)
      faults.push({ ...faultOf('twice', shift), until: Math.min(shift.until, other.until) });
    running.set(shift.agentId, [...others, shift]);
  }
  return faults;
}

/** ROTA-11: less rest between two shifts of one person than their rotas ask for. */
export function tooLittleRestIn(
  shifts: readonly Shift[],
  restOf: (shift: Shift) => Milliseconds,
): readonly RotaFault[] {
  const faults: RotaFault[] = [];
  const before = new Map<AgentId, Stint>();
  for (const stint of stintsOf(shifts)) {
    const last = before.get(stint.agentId);
    const rest = last === undefined ? 0 : Math.max(restOf(last.shift), restOf(stint.shift));
    if (last !== undefined && stint.from - last.until < rest)
      faults.push(faultOf('tooLittleRest', stint.shift));
    before.set(stint.agentId, stint);
  }
  return faults;
}
