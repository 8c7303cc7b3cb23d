import type { AgentId } from '@ringside/shared/model/ids';
import type { SwapCandidate, SwapView } from '@ringside/shared/protocol/rota';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { Rota, Swap } from '../../domain/rota/rota.ts';
import { actsOn } from '../../domain/rota/swap.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { mayPlan } from './may-plan.ts';
import type { LocalSpan } from './swap-facts.ts';
import { candidatesFor, ownPieces } from './swap-facts.ts';

export function swapView({ floor }: Parts, asker: AgentId, swap: Swap): SwapView {
  const { declined, asked, wants, takenBy, ...rest } = swap;
  return {
    ...rest,
    askedByName: agentName(floor, swap.askedBy),
    wants: wants === null ? null : { ...wants, agentName: agentName(floor, wants.agentId) },
    asked: asked.map((agentId) => ({
      agentId,
      agentName: agentName(floor, agentId),
      declined: declined.some((one) => one.agentId === agentId),
    })),
    takenByName: takenBy === null ? '' : agentName(floor, takenBy),
    acts: [...actsOn(swap, asker)],
  };
}

const mostSwaps = 200;

/** SWAP-6: of a rota, for those who plan it or are part of it; what is one's own of all rotas. */
export async function swapList(
  parts: Parts,
  asker: AgentId,
  rota: Rota | null,
): Promise<readonly SwapView[]> {
  const swaps = await parts.store.swaps(rota?.rotaId ?? null, mostSwaps);
  const seesAll = rota !== null && mayPlan(parts, asker, rota);
  return swaps.filter((swap) => seesAll || concerns(swap, asker)).map((swap) => swapView(parts, asker, swap));
}

const concerns = ({ askedBy, asked }: Swap, agentId: AgentId): boolean =>
  askedBy === agentId || asked.includes(agentId);

/** What is asked of somebody and what they asked, that is not over, the latest first. */
export async function openSwapsOf(parts: Parts, agentId: AgentId): Promise<readonly SwapView[]> {
  return (await parts.store.openSwaps())
    .filter((swap) => concerns(swap, agentId))
    .map((swap) => swapView(parts, agentId, swap));
}

/** SWAP-2: who could take one's shift, those who can first, and why others can't. */
export function swapCandidates(
  parts: Parts,
  asker: AgentId,
  rota: Rota,
  shift: LocalSpan & { readonly layer: string },
): Result<readonly SwapCandidate[], ProblemWord> {
  const gives = ownPieces(parts, rota, { ...shift, agentId: asker });
  if (gives === null) return refuse('notYourShift');
  const candidates = candidatesFor(parts, rota, { askedBy: asker, gives, gets: [] });
  return ok(
    candidates
      .map((one) => ({ ...one, agentName: agentName(parts.floor, one.agentId) }))
      .toSorted(
        (a, b) =>
          Number(a.not !== null) - Number(b.not !== null) ||
          Number(b.isOnRota) - Number(a.isOnRota) ||
          (a.agentName < b.agentName ? -1 : 1),
      ),
  );
}
