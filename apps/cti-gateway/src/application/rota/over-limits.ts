import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { limitsFor, overLimitIn } from '../../domain/rota/limits.ts';
import type { Rota, RotaFault } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import type { Parts } from '../parts.ts';

/** Week-ends count by months. */
export const limitsReach = days(31);

/** PLAN-3: what people of this rota have beyond its limits, with their duty on other rotas. */
export function overLimits(
  { rota: book, centre, floor }: Parts,
  rota: Rota,
  facts: RotaFacts,
  from: Instant,
  until: Instant,
): readonly RotaFault[] {
  if (rota.limits.length === 0) return [];
  const [early, late] = [from - limitsReach, until + limitsReach];
  const elsewhere = centre.rotas
    .filter(({ rotaId }) => rotaId !== rota.rotaId)
    .flatMap(({ rotaId }) => book.shifts(rotaId, early, late));
  const shifts = [...scheduleOf(facts, early, late), ...elsewhere];
  return overLimitIn(shifts, { rotaId: rota.rotaId, timeZone: facts.timeZone }, (agentId) => {
    const agent = floor.agents.get(agentId)?.agent;
    return limitsFor(rota.limits, agent ?? { userName: '', familyId: null, roles: [] });
  });
}
