import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import { isLive } from '../domain/call/call.ts';
import type { Parts } from './parts.ts';

const lookEvery = seconds(1) / 4;

/** Resolves when no caller is on the line any more, or after `limit`; gives the number of calls that still run. */
export function waitUntilIdle({ floor, clock }: Parts, limit: Milliseconds): Promise<number> {
  const end = clock.now() + limit;
  const running = (): number => [...floor.calls.values()].filter(({ call }) => isLive(call)).length;
  return new Promise((resolve) => {
    const look = (): void => {
      const left = running();
      if (left === 0 || clock.now() >= end) resolve(left);
      else clock.after(Math.min(lookEvery, end - clock.now()), look);
    };
    look();
  });
}
