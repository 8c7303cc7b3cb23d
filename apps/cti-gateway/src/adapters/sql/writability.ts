import SqliteFile from 'better-sqlite3';

/** What ails the disk or the file, not the rows that were to be written: it may be well again in a moment. */
const troubles = [
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_NOMEM',
  'SQLITE_PROTOCOL',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
];

/** Remembers whether the database could be written the last time: one on a full disk can still be read. */
export interface Writability {
  /** Runs a write and takes note of how it went; throws what it throws. */
  watch<Value>(write: () => Value): Value;
  /** Why nothing can be written now, or null. */
  trouble(): Error | null;
}

export function writability(): Writability {
  let trouble: Error | null = null;
  return {
    watch(write) {
      try {
        const value = write();
        trouble = null;
        return value;
      } catch (cause) {
        if (isTrouble(cause)) trouble = cause;
        throw cause;
      }
    },
    trouble: () => trouble,
  };
}

const isTrouble = (cause: unknown): cause is Error =>
  cause instanceof SqliteFile.SqliteError && troubles.some((code) => cause.code.startsWith(code));
