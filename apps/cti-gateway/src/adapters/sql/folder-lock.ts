import SqliteFile from 'better-sqlite3';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another gateway works on the same data folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: string) {
    super(
      `Another gateway (process ${pid}) uses the data folder ${folder}; two would answer the same calls and overwrite each ` +
        `other. Stop that one, or give this one a folder of its own with RINGSIDE_DATA.`,
    );
    this.name = 'FolderInUse';
  }
}

/**
 * Holds a data folder until the returned function is called or the process ends, however it ends: the lock is one the
 * operating system keeps on an open file, taken through SQLite because Node has no call for it.
 */
export function lockFolder(folder: string): () => void {
  const lock = new SqliteFile(join(folder, 'gateway.lock'), { timeout: 0 });
  const pidFile = join(folder, 'gateway.pid');
  try {
    lock.pragma('journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new FolderInUse(folder, pidIn(pidFile));
    throw error;
  }
  chmodSync(join(folder, 'gateway.lock'), 0o600);
  writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
  return () => lock.close();
}

const isBusy = (error: unknown): boolean =>
  error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_BUSY');

function pidIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 20);
  } catch {
    return 'unknown';
  }
}
