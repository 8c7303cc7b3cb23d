import type SqliteFile from 'better-sqlite3';
import { closeSync, openSync, rmSync } from 'node:fs';

/** Copies a living database into a new file, page by page between other work. Never writes over anything. */
export async function backup(file: SqliteFile.Database, to: string): Promise<void> {
  reserve(to);
  try {
    await file.backup(to);
  } catch (cause) {
    rmSync(to, { force: true });
    throw new Error(
      `The backup to ${to} failed (${(cause as Error).message}) and was removed. The data itself is as it was.`,
      {
        cause,
      },
    );
  }
}

function reserve(to: string): void {
  try {
    closeSync(openSync(to, 'wx', 0o600));
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === 'EEXIST'
        ? 'there is a file already'
        : (cause as Error).message;
    throw new Error(`No backup was made to ${to}: ${why}. Name a new file in a folder that exists.`, {
      cause,
    });
  }
}
