import { parentPort } from 'node:worker_threads';
import type { Ask, Note } from '../worker-calls.ts';

/** A worker that answers 'record' and dies of anything else. */
parentPort?.on('message', (asks: readonly Ask[]) => {
  for (const { id, method } of asks) {
    if (method !== 'record') throw new Error(`died of ${method}`);
    parentPort?.postMessage({ type: 'answer', id, value: 'alive' } satisfies Note, []);
  }
});
