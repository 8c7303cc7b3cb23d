import type { RotaChangeView } from '@ringside/shared/protocol/rota';
import type { RotaChange } from '../../domain/rota/rota.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** What was changed in a rota, with who did it. */
export function changeView({ floor }: Parts, change: RotaChange): RotaChangeView {
  const {
    changeId,
    layer,
    from,
    until,
    agentId,
    origin,
    reason,
    madeBy,
    madeAt,
    undoneBy,
    undoneAt,
    version,
  } = change;
  return {
    ...{ changeId, layer, from, until, origin, reason, madeAt, undoneAt, version },
    agentName: agentId === null ? '' : agentName(floor, agentId),
    madeByName: agentName(floor, madeBy),
    undoneByName: undoneBy === null ? '' : agentName(floor, undoneBy),
  };
}
