import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.ts';
import { InTurn } from './in-turn.ts';
import type { Ask, EngineSettings, Note } from './worker-calls.ts';

if (!parentPort) throw new Error('worker.ts runs as a worker thread only');
const port = parentPort;
const tell = (note: Note): void => port.postMessage(note, []);

const engine = new Engine(workerData as EngineSettings, tell);
const turns = new InTurn();

const give = (id: number, value: unknown): void => {
  if (id !== 0) tell({ type: 'answer', id, value });
};

/** A fault in one leg's business must not end the calls of the others. */
const giveUp = (id: number, method: string, cause: unknown): void =>
  tell({
    type: 'fault',
    id,
    method,
    cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  });

const carryOut = ({ id, method, args }: Ask): void | Promise<void> => {
  try {
    const call = engine[method] as (...values: readonly unknown[]) => unknown;
    const value = call.apply(engine, [...args]);
    if (!(value instanceof Promise)) return give(id, value);
    return value.then(
      (later) => give(id, later),
      (cause: unknown) => giveUp(id, method, cause),
    );
  } catch (cause) {
    return giveUp(id, method, cause);
  }
};

port.on('message', (asks: readonly Ask[]) => {
  for (const ask of asks) turns.take(ask.args[0], () => carryOut(ask));
});
