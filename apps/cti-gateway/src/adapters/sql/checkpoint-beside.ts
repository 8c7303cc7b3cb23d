import type SqliteFile from 'better-sqlite3';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Commits between two checkpoints, some 3,000 pages. Whoever commits first after one begins the log anew and waits for
 * the disk (0.5 ms at best), so there must be few; a command that writes a few rows needs none.
 */
const commitsBetween = 200;
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
      if (commits % commitsBetween !== 0) return;
      worker ??= startWorker(file);
      worker.postMessage('checkpoint', []);
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
