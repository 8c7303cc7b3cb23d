import type SqliteFile from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';

/** The version of the tables this software reads and writes. */
export const knownVersion = migrations.at(-1)?.version ?? 0;

/** Thrown when a database was written by a later release: nothing was touched. */
export class DatabaseTooNew extends Error {
  readonly found: number;
  constructor(path: string, found: number) {
    super(
      `The database ${path} is of version ${found} and this release knows versions up to ${knownVersion}, so it could ` +
        `damage what it doesn't understand. Nothing was changed. Start the newer release again, or restore a backup ` +
        `that was made before the update.`,
    );
    this.name = 'DatabaseTooNew';
    this.found = found;
  }
}

/** The version of a database; 0 for an empty one. */
export function versionOf(file: SqliteFile.Database): number {
  const table = file.prepare(`select 1 from sqlite_schema where name = 'migrations'`).get();
  if (table === undefined) return 0;
  return file.prepare<[], number>('select coalesce(max(version), 0) from migrations').pluck().get() ?? 0;
}

/** Takes a database to the known version, each step in a transaction of its own. Gives the steps that were made. */
export function migrate(
  file: SqliteFile.Database,
  now: number,
  steps: readonly Migration[] = migrations,
): readonly Migration[] {
  refuseNewer(file);
  const missing = steps.filter((migration) => migration.version > versionOf(file));
  for (const migration of missing) apply(file, migration, now);
  return missing;
}

export function refuseNewer(file: SqliteFile.Database): void {
  const found = versionOf(file);
  if (found > knownVersion) throw new DatabaseTooNew(file.name, found);
}

function apply(file: SqliteFile.Database, migration: Migration, now: number): void {
  file.transaction(() => {
    file.exec(
      'create table if not exists migrations (version integer primary key, name text, appliedAt integer) strict',
    );
    file.exec(migration.sql);
    file
      .prepare('insert into migrations (version, name, appliedAt) values (?, ?, ?)')
      .run(migration.version, migration.name, now);
  })();
}
