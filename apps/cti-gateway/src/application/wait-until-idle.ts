import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import { isLive } from '../domain/call/call.ts';
import type { Parts } from './parts.ts';

const lookEvery = seconds(1) / 4;

/**
 * Resolves when no caller is on the line any more, after `limit`, or once `stopped`; gives the number of calls that still
 * run. A wait that went on after the stop would keep the process alive.
 */
export function waitUntilIdle(
  { floor, clock }: Pick<Parts, 'floor' | 'clock'>,
  limit: Milliseconds,
  stopped: () => boolean,
): Promise<number> {
  const end = clock.now() + limit;
  const running = (): number => [...floor.calls.values()].filter(({ call }) => isLive(call)).length;
  return new Promise((resolve) => {
    const look = (): void => {
      const left = running();
      if (left === 0 || clock.now() >= end || stopped()) resolve(left);
      else clock.after(Math.min(lookEvery, end - clock.now()), look);
    };
    look();
  });
}
