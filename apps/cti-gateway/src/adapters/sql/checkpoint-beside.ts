import type SqliteFile from 'better-sqlite3';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Commits after which the worker is worth its start; a command that writes a few rows never needs it. */
const commitsBefore = 200;
const pagesInline = 1_000;
/** Only reached when the worker can't keep up; bounds the log at 80 MB. */
const pagesWithWorker = 20_000;

export interface Checkpoints {
  /** To be called after each commit. */
  committed(): void;
  stop(): Promise<void>;
}

/**
 * Moves pages from the write-ahead log into the database in a thread of its own: inline every 70th commit would wait
 * 4-8 ms for the disk, and with it every call that is being set up.
 */
export function checkpointBeside(file: SqliteFile.Database): Checkpoints {
  let commits = 0;
  let worker: Worker | null = null;
  return {
    committed() {
      commits += 1;
      if (commits === commitsBefore) worker = startWorker(file);
    },
    async stop() {
      if (worker === null || worker.threadId === -1) return;
      const ended = once(worker, 'exit');
      worker.ref();
      worker.postMessage('stop', []);
      await ended;
    },
  };
}

function startWorker(file: SqliteFile.Database): Worker {
  const worker = new Worker(new URL('checkpoint-worker.ts', import.meta.url), {
    workerData: { path: file.name },
  });
  worker.unref();
  file.pragma(`wal_autocheckpoint = ${pagesWithWorker}`);
  worker.once('error', () => {
    if (file.open) file.pragma(`wal_autocheckpoint = ${pagesInline}`);
  });
  return worker;
}
