import SqliteFile from 'better-sqlite3';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Where the database stands in a data folder. */
export const databaseFile = (folder: string): string => join(folder, 'ringside.db');

/** Makes the folder where it is missing; nobody but the gateway's own user may look inside. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch (cause) {
    throw new Error(
      `The data folder ${folder} can't be used (${(cause as Error).message}), so nothing could be kept. Set RINGSIDE_DATA ` +
        `to a folder that the gateway's user owns.`,
      { cause },
    );
  }
}

/**
 * Opens the database for writing. WAL lets reports read while calls are written; with it, synchronous NORMAL loses at
 * most the last moments on a power cut and never the file. SQLite gives its -wal and -shm files the mode of the main one.
 */
export function openFile(path: string): SqliteFile.Database {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const file = new SqliteFile(path, { timeout: 5_000 });
  try {
    file.pragma('journal_mode = WAL');
    useOurPragmas(file);
    return file;
  } catch (cause) {
    file.close();
    throw isDamage(cause) ? new DatabaseDamaged(path, cause) : cause;
  }
}

/** Thrown when the file is there and no database any more. */
export class DatabaseDamaged extends Error {
  constructor(path: string, cause: Error) {
    super(
      `The database ${path} is damaged (${cause.message}), so nothing can be read from it. It was left as it is. Check the ` +
        `disk, move the file and those beside it (-wal, -shm) away, and put the last copy made by "ringside backup" in its place.`,
      { cause },
    );
    this.name = 'DatabaseDamaged';
  }
}

const isDamage = (cause: unknown): cause is Error =>
  cause instanceof SqliteFile.SqliteError &&
  (cause.code.startsWith('SQLITE_NOTADB') || cause.code.startsWith('SQLITE_CORRUPT'));

/** Settings of a connection; the cache is 64 MB. */
export function useOurPragmas(file: SqliteFile.Database): void {
  file.pragma('synchronous = NORMAL');
  file.pragma('foreign_keys = ON');
  file.pragma('cache_size = -65536');
  file.pragma('temp_store = MEMORY');
}

/** A second view that only reads, for what takes long. */
export function openForReading(path: string): SqliteFile.Database {
  return new SqliteFile(path, { readonly: true, timeout: 5_000 });
}
