import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadOrder, LoadReplies } from './load-orders.ts';

/** The load in a process of its own, so that its work is not counted as the gateway's and does not delay it. */
export interface Load {
  ask<Order extends LoadOrder>(order: Order): Promise<LoadReplies[Order['do']]>;
  end(): Promise<void>;
}

type Answer = { readonly value: unknown } | { readonly fault: string };

export function startLoad(): Load {
  const child = fork(new URL('./load-process.ts', import.meta.url), { execArgv: ['--no-warnings'] });
  const waiting: { settle: (value: never) => void; fail: (why: Error) => void }[] = [];
  child.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('fault' in answer) asked?.fail(new Error(`The load failed: ${answer.fault}`));
    else asked?.settle(answer.value as never);
  });
  child.once('exit', (code) => {
    for (const { fail } of waiting.splice(0)) fail(new Error(`The load's process ended with ${code}.`));
  });
  return {
    ask: (order) =>
      new Promise((settle, fail) => {
        waiting.push({ settle, fail });
        child.send(order);
      }),
    end: async () => {
      if (child.exitCode !== null) return;
      const over = once(child, 'exit');
      child.kill();
      await over;
    },
  };
}
