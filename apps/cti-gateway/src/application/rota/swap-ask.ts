import type { AgentId, SwapId } from '@ringside/shared/model/ids';
import type { SwapKind } from '@ringside/shared/model/rota';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { Rota, Swap } from '../../domain/rota/rota.ts';
import type { RotaId } from '@ringside/shared/model/ids';
import { endsAt, hindrance } from '../../domain/rota/swap.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { inTurnOfSwaps, swapDeadline } from './swap-deadline.ts';
import type { LocalSpan, Offered } from './swap-facts.ts';
import { candidatesFor, offeredIn, surroundingsOf } from './swap-facts.ts';
import { tellAsked } from './swap-notices.ts';

interface SwapWish extends LocalSpan {
  readonly kind: SwapKind;
  readonly rotaId: RotaId;
  readonly layer: string;
  readonly wants: Swap['wants'];
  /** null: everybody who can */
  readonly asks: readonly AgentId[] | null;
  readonly reason: string;
}

/** SWAP-1, SWAP-2: who is on asks to be relieved, and those who can are told. */
export function askSwap(
  parts: Parts,
  asker: Asker,
  wish: SwapWish,
): Promise<Result<{ readonly swapId: SwapId }, ProblemWord>> {
  return inTurnOfSwaps(parts, async () => {
    const swapId = idMadeBy(parts.secrets, asker, 'swap');
    if ((await parts.store.swap(swapId)) !== null) return ok({ swapId });
    const rota = parts.rota.rota(wish.rotaId);
    if (rota === null) return refuse('unknownRota');
    const checked = await offer(parts, asker.agentId, rota, wish);
    if (!checked.ok) return checked;
    const asked = asksOf(parts, rota, wish, checked.value);
    if (asked.length === 0) return refuse('nobodyCanTakeIt');
    const swap = swapOf(parts, asker, wish, { swapId, asked });
    const at = endsAt(swap, parts.rota.zoneOf(rota), parts.clock.now());
    const told = await tellAsked(parts, rota, swap, checked.value);
    const written = await parts.journal.write({
      changes: [{ put: 'swap', swap }, ...parts.deadlines.with(swapDeadline(swapId, at)), ...told.changes],
      after: told.show,
    });
    if (!written.ok) return refuse('changedMeanwhile');
    audit(parts, asker.agentId, 'swapAsked', swapId, { rotaId: rota.rotaId, kind: wish.kind });
    return ok({ swapId });
  });
}

async function offer(
  parts: Parts,
  agentId: AgentId,
  rota: Rota,
  wish: SwapWish,
): Promise<Result<Offered, ProblemWord>> {
  const { layer, kind, wants, asks } = wish;
  const layers = rota.layers.map((one) => one.layer);
  if (!layers.includes(layer) || (wants !== null && !layers.includes(wants.layer)))
    return refuse('unknownLayer');
  if ((kind === 'swap') !== (wants !== null) || wants?.agentId === agentId) return refuse('notPossibleNow');
  if (asks?.includes(agentId) === true) return refuse('notPossibleNow');
  if (wish.from >= wish.until) return refuse('wrongTimes');
  if (instantOf(wish.until, parts.rota.zoneOf(rota)) <= parts.clock.now()) return refuse('shiftIsOver');
  const offered = offeredIn(parts, rota, { ...wish, askedBy: agentId });
  if (offered === null) return refuse('notYourShift');
  if (await isAskedAlready(parts, agentId, wish)) return refuse('alreadyAsked');
  const { gives, gets } = offered;
  const surroundings = surroundingsOf(parts, rota, [...gives, ...gets]);
  return hindrance({ agentId, takes: gets, gives }, surroundings) === null
    ? ok(offered)
    : refuse('cannotTakeShift');
}

const isAskedAlready = async (
  { store }: Parts,
  agentId: AgentId,
  { rotaId, layer, from, until }: SwapWish,
): Promise<boolean> =>
  (await store.openSwaps()).some(
    (swap) =>
      swap.askedBy === agentId &&
      swap.rotaId === rotaId &&
      swap.layer === layer &&
      swap.from < until &&
      from < swap.until,
  );

/** SWAP-2: of those who can take it whom the wish names, or of the rota's own people, or all. */
function asksOf(parts: Parts, rota: Rota, { wants, asks }: SwapWish, offered: Offered): readonly AgentId[] {
  const able = candidatesFor(parts, rota, offered).filter(({ not }) => not === null);
  const named = wants === null ? asks : [wants.agentId];
  const chosen =
    named === null
      ? able.filter(({ isOnRota }) => isOnRota)
      : able.filter(({ agentId }) => named.includes(agentId));
  return (chosen.length > 0 || named !== null ? chosen : able).map(({ agentId }) => agentId);
}

const swapOf = (
  { clock }: Parts,
  { agentId }: Asker,
  { kind, rotaId, layer, from, until, wants, reason }: SwapWish,
  made: Pick<Swap, 'swapId' | 'asked'>,
): Swap => ({
  ...made,
  ...{ kind, rotaId, layer, from, until, wants, reason },
  askedBy: agentId,
  askedAt: clock.now(),
  declined: [],
  state: 'asked',
  takenBy: null,
  endedAt: null,
  version: 1,
});
