import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.ts';
import { InTurn } from './in-turn.ts';
import type { Ask, EngineSettings, Note } from './worker-calls.ts';

if (!parentPort) throw new Error('worker.ts runs as a worker thread only');
const port = parentPort;

const engine = new Engine(workerData as EngineSettings, (note: Note) => port.postMessage(note));
const turns = new InTurn();

port.on('message', ({ id, method, args }: Ask) => {
  const call = engine[method] as (...values: readonly unknown[]) => unknown;
  turns.take(
    args[0],
    () => call.apply(engine, [...args]),
    (value) => {
      if (id !== 0) port.postMessage({ type: 'answer', id, value } satisfies Note);
    },
  );
});
