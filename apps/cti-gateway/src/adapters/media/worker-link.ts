import { Worker } from 'node:worker_threads';
import type { Log } from '../../ports/log.ts';
import type { Ask, EngineSettings, Method, Note, WorkerCalls, WorkerEvent } from './worker-calls.ts';

export interface LinkEvents {
  /** a worker runs, the first or one after a crash */
  started(): void;
  /** it crashed, and every endpoint with it */
  lost(why: string): void;
  event(event: WorkerEvent): void;
  ready(key: number, offer: string): void;
}

interface Pending {
  readonly answer: (value: unknown) => void;
  readonly fallback: unknown;
}

/** A worker that dies within this time of its start is started anew only after a pause. */
const HASTY_MS = 5_000;
const PAUSE_MS = 1_000;

/** Questions and answers with the media worker; starts it, and starts it again when it dies. */
export class WorkerLink {
  readonly #settings: EngineSettings;
  readonly #script: URL;
  readonly #log: Log;
  readonly #events: LinkEvents;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #outgoing: Ask[] = [];
  #startedAt = 0;
  #lastId = 0;
  #isShutDown = false;
  #figures: Readonly<Record<string, number>> = {};
  #crashes = 0;

  /** `script` is another worker in tests of what happens when one dies. */
  constructor(
    settings: EngineSettings,
    log: Log,
    events: LinkEvents,
    script = new URL('./worker.ts', import.meta.url),
  ) {
    this.#script = script;
    this.#settings = settings;
    this.#log = log;
    this.#events = events;
    queueMicrotask(() => this.#start());
  }

  /** The worker's answer; the fallback when it died before it could answer. */
  ask<M extends Method>(
    method: M,
    args: Parameters<WorkerCalls[M]>,
    fallback: Awaited<ReturnType<WorkerCalls[M]>>,
  ): Promise<Awaited<ReturnType<WorkerCalls[M]>>> {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#pending.set(id, { answer: resolve as (value: unknown) => void, fallback });
      this.#post({ id, method, args });
    });
  }

  /** Without an answer. */
  tell<M extends Method>(method: M, args: Parameters<WorkerCalls[M]>): void {
    this.#post({ id: 0, method, args });
  }

  /** At most a second old. */
  figures(): Readonly<Record<string, number>> {
    return { ...this.#figures, workerCrashes: this.#crashes };
  }

  async shutDown(): Promise<void> {
    this.#isShutDown = true;
    await this.#worker?.terminate();
    this.#settleAll();
  }

  #post(ask: Ask): void {
    if (this.#isShutDown) this.#settle(ask.id, this.#pending.get(ask.id)?.fallback);
    else {
      if (this.#outgoing.length === 0) setImmediate(() => this.#flush());
      this.#outgoing.push(ask);
    }
  }

  /** Waking the worker costs more than what is said: all that is asked in one go goes to it at once. */
  #flush(): void {
    const asks = this.#outgoing;
    this.#outgoing = [];
    if (this.#worker) return this.#worker.postMessage(asks, []);
    for (const { id } of asks) this.#settle(id, this.#pending.get(id)?.fallback);
  }

  #start(): void {
    if (this.#isShutDown) return;
    this.#startedAt = performance.now();
    const worker = new Worker(this.#script, {
      workerData: this.#settings,
      name: 'media',
    });
    this.#worker = worker;
    let cause: unknown = null;
    worker.on('message', (note: Note) => this.#hear(note));
    worker.on('error', (error) => (cause = error));
    worker.once('exit', (code) => this.#hearExit(code, cause));
    this.#events.started();
  }

  #hear(note: Note): void {
    switch (note.type) {
      case 'answer':
        return this.#settle(note.id, note.value);
      case 'fault':
        this.#log.error('The media worker could not do what it was asked', {
          method: note.method,
          cause: note.cause,
        });
        return this.#settle(note.id, this.#pending.get(note.id)?.fallback);
      case 'event':
        return this.#events.event(note.event);
      case 'ready':
        return this.#events.ready(note.key, note.offer);
      case 'figures':
        this.#figures = note.figures;
        return;
      case 'warning':
        return this.#log.warn(note.what, note.facts);
    }
  }

  #hearExit(code: number, cause: unknown): void {
    this.#worker = null;
    if (this.#isShutDown) return;
    this.#crashes++;
    const message = cause instanceof Error ? (cause.stack ?? cause.message) : `exit code ${code}`;
    this.#log.error('The media worker stopped: calls lost their audio. It is started anew.', {
      cause: message,
    });
    this.#settleAll();
    this.#events.lost('the media worker stopped');
    const isHasty = performance.now() - this.#startedAt < HASTY_MS;
    if (isHasty) setTimeout(() => this.#start(), PAUSE_MS);
    else this.#start();
  }

  #settle(id: number, value: unknown): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.answer(value);
  }

  #settleAll(): void {
    for (const [id, { fallback }] of this.#pending) this.#settle(id, fallback);
  }
}
