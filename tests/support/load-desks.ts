import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LoadAgent } from './load-orders.ts';

export type DesksOrder =
  | {
      readonly do: 'open';
      readonly url: string;
      readonly agents: readonly LoadAgent[];
      readonly behind: boolean;
    }
  | { readonly do: 'ready' }
  /** those who let a call pass are Not ready */
  | { readonly do: 'readyAgain' };

/**
 * The desks of all agents in a thread of their own. Each stands on another computer than its neighbour's telephone, so
 * reading what one is shown must not delay the moment at which a telephone is seen to ring.
 */
export interface LoadDesks {
  ask(order: DesksOrder): Promise<void>;
}

export function startDesks(): LoadDesks {
  const thread = new Worker(new URL('./load-desks-thread.ts', import.meta.url));
  let turn: Promise<void> = Promise.resolve();
  const one = async (order: DesksOrder): Promise<void> => {
    thread.postMessage(order, []);
    const [fault] = (await once(thread, 'message')) as [string | null];
    if (fault !== null) throw new Error(`The desks failed: ${fault}`);
  };
  return {
    ask: (order) => {
      const mine = turn.then(() => one(order));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
