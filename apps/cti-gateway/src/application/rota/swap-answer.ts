import type { AgentId, SwapId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import type { Rota, RotaChange, Shift, Swap } from '../../domain/rota/rota.ts';
import { acceptedBy, declinedBy, endedAs, hindrance } from '../../domain/rota/swap.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { inTurnOfSwaps, withoutSwapDeadline } from './swap-deadline.ts';
import type { Offered } from './swap-facts.ts';
import { offeredIn, surroundingsOf, whyNot } from './swap-facts.ts';
import { tellDone, tellEnded } from './swap-notices.ts';
import type { Told } from './tell-on-rota.ts';
import { nothingTold } from './tell-on-rota.ts';

type Answered = Result<void, ProblemWord>;

/** What an answer makes of a swap, and what goes along in its commit; null: it was so already. */
type Decide = (swap: Swap, rota: Rota) => Promise<Result<Decided | null, ProblemWord>>;
interface Decided {
  readonly swap: Swap;
  readonly along: readonly Change[];
  readonly told: Told;
  /** for the audit */
  readonly did: 'swapAccepted' | 'swapDeclined' | 'swapWithdrawn';
}

function answer(parts: Parts, agentId: AgentId, swapId: SwapId, decide: Decide): Promise<Answered> {
  return inTurnOfSwaps(parts, async (): Promise<Answered> => {
    const swap = await parts.store.swap(swapId);
    const rota = swap === null ? null : parts.rota.rota(swap.rotaId);
    if (swap === null || rota === null) return refuse('unknownSwap');
    const decided = await decide(swap, rota);
    if (!decided.ok) return decided;
    if (decided.value === null) return ok(undefined);
    const { swap: next, along, told, did } = decided.value;
    const gone = next.state === 'asked' ? [] : withoutSwapDeadline(parts, swapId);
    const written = await parts.journal.write({
      changes: [{ put: 'swap', swap: next }, ...along, ...gone, ...told.changes],
      after: told.show,
    });
    if (!written.ok) return refuse('changedMeanwhile');
    audit(parts, agentId, did, swapId, { rotaId: rota.rotaId });
    return ok(undefined);
  });
}

/** SWAP-3, SWAP-4: the first who accepts has it, if both may still. */
export function acceptSwap(parts: Parts, agentId: AgentId, swapId: SwapId): Promise<Answered> {
  return answer(parts, agentId, swapId, async (swap, rota) => {
    if (!swap.asked.includes(agentId)) return refuse('notAllowed');
    if (swap.state === 'done' && swap.takenBy === agentId) return ok(null);
    if (swap.state !== 'asked') return refuse('swapIsOver');
    const offered = offeredIn(parts, rota, swap);
    if (offered === null) return refuse('changedMeanwhile');
    if (!isAllowed(parts, rota, agentId, offered)) return refuse('cannotTakeShift');
    const done = acceptedBy(swap, agentId, parts.clock.now());
    const changes = changesOf(parts, rota, done, offered);
    return ok({
      swap: done,
      along: changes.map((change) => ({ put: 'rotaChange', change })),
      told: await tellDone(parts, rota, done, offered),
      did: 'swapAccepted',
    });
  });
}

function isAllowed(parts: Parts, rota: Rota, agentId: AgentId, offered: Offered): boolean {
  const { askedBy, gives, gets } = offered;
  const surroundings = surroundingsOf(parts, rota, [...gives, ...gets]);
  return (
    whyNot(parts, agentId, offered, surroundings) === null &&
    hindrance({ agentId: askedBy, takes: gets, gives }, surroundings) === null
  );
}

/** SWAP-4: for each piece of either shift who has it now. Hours between pieces stay nobody's. */
function changesOf(
  { rota: book, clock }: Parts,
  rota: Rota,
  { swapId, rotaId, kind, reason, askedBy, takenBy }: Swap,
  { gives, gets }: Offered,
): readonly RotaChange[] {
  if (takenBy === null) throw new Error('Only a swap that somebody took changes a rota');
  const timeZone = book.zoneOf(rota);
  const pieces: readonly { readonly piece: Shift; readonly agentId: AgentId }[] = [
    ...joined(gives).map((piece) => ({ piece, agentId: takenBy })),
    ...joined(gets).map((piece) => ({ piece, agentId: askedBy })),
  ];
  return pieces.map(({ piece, agentId }, i) => ({
    changeId: asId(`${swapId}-${String(i).padStart(3, '0')}`),
    ...{ rotaId, swapId, agentId, reason },
    layer: piece.layer,
    from: localTimeAt(piece.from, timeZone),
    until: localTimeAt(piece.until, timeZone),
    origin: kind,
    madeBy: takenBy,
    madeAt: clock.now(),
    undoneBy: null,
    undoneAt: null,
    version: 1,
  }));
}

/** Pieces that adjoin are one, whatever made them two. */
const joined = (pieces: readonly Shift[]): readonly Shift[] =>
  pieces.reduce<readonly Shift[]>((all, piece) => {
    const last = all.at(-1);
    return last?.until === piece.from && last.layer === piece.layer
      ? [...all.slice(0, -1), { ...last, until: piece.until }]
      : [...all, piece];
  }, []);

/** SWAP-5: who can't or won't; with the last one it ends. */
export function declineSwap(parts: Parts, agentId: AgentId, swapId: SwapId): Promise<Answered> {
  return answer(parts, agentId, swapId, async (swap) => {
    if (!swap.asked.includes(agentId)) return refuse('notAllowed');
    if (swap.declined.some((one) => one.agentId === agentId)) return ok(null);
    if (swap.state !== 'asked') return refuse('swapIsOver');
    const next = declinedBy(swap, agentId, parts.clock.now());
    const told = next.state === 'asked' ? nothingTold : await tellEnded(parts, next);
    return ok({ swap: next, along: [], told, did: 'swapDeclined' });
  });
}

/** SWAP-5: who asked needs it no more. */
export function withdrawSwap(parts: Parts, agentId: AgentId, swapId: SwapId): Promise<Answered> {
  return answer(parts, agentId, swapId, async (swap) => {
    if (swap.askedBy !== agentId) return refuse('notAllowed');
    if (swap.state === 'withdrawn') return ok(null);
    if (swap.state !== 'asked') return refuse('swapIsOver');
    const withdrawn = endedAs(swap, 'withdrawn', parts.clock.now());
    return ok({ swap: withdrawn, along: [], told: nothingTold, did: 'swapWithdrawn' });
  });
}
