import type { SwapId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { endedAs } from '../../domain/rota/swap.ts';
import type { Deadline } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import { tellEnded } from './swap-notices.ts';

/** A swap that nobody took ends when the shift begins (SWAP-5). */
export interface SwapDeadline {
  readonly look: 'swap';
  readonly swapId: SwapId;
}

const keyOf = (swapId: SwapId): string => `swap ${swapId}`;

export const swapDeadline = (swapId: SwapId, at: Instant): Deadline => ({
  key: keyOf(swapId),
  at,
  body: { look: 'swap', swapId } satisfies SwapDeadline,
});

export const withoutSwapDeadline = ({ deadlines }: Parts, swapId: SwapId) => deadlines.without(keyOf(swapId));

/** Two swaps that are asked for and taken at once may touch the same people, so they come one after the other. */
export const inTurnOfSwaps = <Value>({ inTurn }: Parts, work: () => Promise<Value>): Promise<Value> =>
  inTurn('swaps', work);

export function swapIsDue(parts: Parts, swapId: SwapId): void {
  inTurnOfSwaps(parts, () => expire(parts, swapId)).catch((cause: unknown) =>
    parts.log.error('a swap could not be ended', { swapId, cause: String(cause) }),
  );
}

async function expire(parts: Parts, swapId: SwapId): Promise<void> {
  const swap = await parts.store.swap(swapId);
  const gone = withoutSwapDeadline(parts, swapId);
  if (swap === null || swap.state !== 'asked') {
    await parts.journal.write({ changes: gone });
    return;
  }
  const expired = endedAs(swap, 'expired', parts.clock.now());
  const told = await tellEnded(parts, expired);
  await parts.journal.write({
    changes: [{ put: 'swap', swap: expired }, ...gone, ...told.changes],
    after: told.show,
  });
}
