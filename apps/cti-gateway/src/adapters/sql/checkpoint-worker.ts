import SqliteFile from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** Pages in the log at which it is begun anew by force; 4 kB each. */
const longLog = 8_000;

const file = new SqliteFile((workerData as { path: string }).path, { timeout: 100 });
file.pragma('synchronous = NORMAL');

/**
 * PASSIVE writes pages back without a lock. Under steady traffic it never finds the log at rest, so that the log would
 * grow for ever; RESTART ends it and holds writers up meanwhile, so PASSIVE goes again just before it and leaves it little.
 */
function checkpoint(): void {
  if (passive() < longLog) return;
  passive();
  file.pragma('wal_checkpoint(RESTART)');
}

function passive(): number {
  const [state] = file.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }];
  return state.log;
}

parentPort?.on('message', (order: 'checkpoint' | 'stop') => {
  if (order === 'checkpoint') return checkpoint();
  file.close();
  parentPort?.close();
});
