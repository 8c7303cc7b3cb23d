import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { doublesIn, gapsIn, tooLittleRestIn } from '../../domain/rota/faults.ts';
import type { Rota, RotaFault, Shift } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import { isDiallable } from '../diallable.ts';
import type { Parts } from '../parts.ts';
import { overLimits } from './over-limits.ts';

/** [from, until) */
interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** how far ahead it matters whether somebody can be reached: until then they may yet say how */
const soon = days(14);

/** rest, which is two days at most, reaches over the edge of what is looked at */
const edge = days(3);

/** ROTA-10: what is wrong in a span from now on: gaps of this rota, and clashes of its people with their shifts on any rota. */
export function faultsWith(parts: Parts, rota: Rota, facts: RotaFacts, span: Span): readonly RotaFault[] {
  const { rota: book, centre, clock } = parts;
  const from = Math.max(span.from, clock.now());
  if (from >= span.until) return [];
  const [early, late] = [from - edge, span.until + edge];
  const here = scheduleOf(facts, early, late);
  const elsewhere = centre.rotas
    .filter(({ rotaId }) => rotaId !== rota.rotaId)
    .flatMap(({ rotaId }) => book.shifts(rotaId, early, late));
  const everywhere = [...here, ...elsewhere];
  const restOf = ({ rotaId }: Shift): number => book.rota(rotaId)?.minimumRest ?? 0;
  const clashes = [...doublesIn(everywhere), ...tooLittleRestIn(everywhere, restOf)].filter((fault) =>
    concerns(here, restOf, fault),
  );
  return [...gapsIn(here), ...clashes, ...overLimits(parts, rota, facts, from, span.until)]
    .filter((fault) => fault.from < span.until && fault.until > from)
    .toSorted((a, b) => a.from - b.from);
}

/** Whether a clash has to do with these shifts; one on another rota has where it comes too soon after one of these. */
function concerns(
  shifts: readonly Shift[],
  restOf: (shift: Shift) => number,
  { kind, agentId, from, until }: RotaFault,
): boolean {
  return shifts.some((shift) => {
    const rest = kind === 'tooLittleRest' ? restOf(shift) : 0;
    return shift.agentId === agentId && shift.from < until && shift.until + rest > from;
  });
}

/** ROTA-10: who is on within a fortnight and has neither sat at a desk yet nor a telephone that may be called; once each. */
export async function unreachableIn(parts: Parts, shifts: readonly Shift[]): Promise<readonly RotaFault[]> {
  const now = parts.clock.now();
  const seated = new Set((await parts.store.presences()).map(({ agentId }) => agentId));
  const told = new Set<AgentId>();
  return shifts.flatMap(({ rotaId, layer, from, until, agentId }): readonly RotaFault[] => {
    if (agentId === null || until <= now || from >= now + soon || told.has(agentId)) return [];
    if (isReachable(parts, agentId, seated)) return [];
    told.add(agentId);
    return [{ kind: 'notReachable', rotaId, layer, from: Math.max(from, now), until, agentId }];
  });
}

function isReachable(parts: Parts, agentId: AgentId, seated: ReadonlySet<AgentId>): boolean {
  const { reach, phone } = parts.rota.contact(agentId);
  if (reach !== 'phoneOnly' && seated.has(agentId)) return true;
  return reach !== 'deskOnly' && phone !== null && isDiallable(parts, phone);
}

/** Kinds that are told once for a week or a shift, so that one more may stand where another stood. */
const countedKinds: ReadonlySet<RotaFault['kind']> = new Set(['tooLittleRest', 'overLimit']);

/** ROTA-7: what is wrong after a change and was not before. That nobody has a turn is no clash: it is what changes are for. */
export function newFaults(before: readonly RotaFault[], after: readonly RotaFault[]): readonly RotaFault[] {
  const count = (faults: readonly RotaFault[], like: RotaFault): number =>
    faults.filter(({ kind, agentId }) => kind === like.kind && agentId === like.agentId).length;
  const stood = (like: RotaFault): boolean =>
    before.some(
      ({ kind, agentId, from, until }) =>
        kind === like.kind && agentId === like.agentId && from <= like.from && until >= like.until,
    );
  return after.filter((fault) => {
    if (fault.kind === 'nobody') return false;
    return countedKinds.has(fault.kind) ? count(after, fault) > count(before, fault) : !stood(fault);
  });
}
