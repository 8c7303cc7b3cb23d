import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** Rotas whose pages must ask again after this was written. */
export function touchedBy({ centre, floor, rota }: Parts, changes: readonly Change[]): ReadonlySet<RotaId> {
  const touched = new Set<RotaId>();
  for (const change of changes) {
    if (change.put === 'rotaChange') touched.add(change.change.rotaId);
    if (change.put === 'swap') touched.add(change.swap.rotaId);
    if (change.put === 'absence') for (const rotaId of rotasOf(change.absence.agentId)) touched.add(rotaId);
  }
  return touched;

  /** Those that name a person, or on which somebody put them. */
  function rotasOf(agentId: AgentId): readonly RotaId[] {
    const userName = floor.agents.get(agentId)?.agent.userName ?? '';
    return centre.rotas
      .filter(
        (one) =>
          one.layers.some(({ people }) => people.includes(userName)) ||
          rota.facts(one).changes.some((change) => change.agentId === agentId),
      )
      .map(({ rotaId }) => rotaId);
  }
}
