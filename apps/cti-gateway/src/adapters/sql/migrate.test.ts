import SqliteFile from 'better-sqlite3';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { phone } from '../../testing/records.ts';
import { knownVersion, migrate, versionOf } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { databaseFile } from './open-file.ts';
import { openStore } from './open-store.ts';

const base = mkdtempSync(join(tmpdir(), 'ringside-migrate-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** One database for each version that was ever released, as that release wrote it. */
const released = new URL('migrations/released/', import.meta.url);
const dumps = readdirSync(released).filter((name) => name.endsWith('.db.gz'));

describe('migrations', () => {
  it('STORE-22 are numbered without gaps, and each has a database that its release wrote', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
    expect(dumps).toEqual(migrations.map(({ version }) => `${String(version).padStart(4, '0')}.db.gz`));
  });

  it.each(dumps)(
    'STORE-22 the database %s of an earlier release opens with everything in it',
    async (dump) => {
      const folder = join(base, dump);
      mkdirSync(folder);
      writeFileSync(databaseFile(folder), gunzipSync(readFileSync(new URL(dump, released))));
      const store = openStore({ folder, callingCode: '886' });
      expect(store.schemaVersion).toBe(knownVersion);
      const [chan] = await store.customersByNumber(phone('+886912345678'));
      expect(chan?.name.written).toBe('陳大文');
      expect((await store.searchCustomers('chendawen', 5)).map(({ customerId }) => customerId)).toEqual([
        chan?.customerId,
      ]);
      expect((await store.openCases(null, 99)).map(({ reference }) => reference)).toContain('C-2291');
      expect((await store.agents()).map(({ userName }) => userName)).toContain('maya');
      expect((await store.valueFigures(0)).length).toBeGreaterThan(50);
      await store.close();
    },
  );

  it('STORE-22 a step that fails leaves the database as it was before it', () => {
    const file = new SqliteFile(':memory:');
    const broken = {
      version: knownVersion + 1,
      name: 'broken',
      sql: 'create table extra (a); create table tasks (b);',
    };
    expect(() => migrate(file, 1, [...migrations, broken])).toThrow(/already exists/u);
    expect(versionOf(file)).toBe(knownVersion);
    expect(file.prepare(`select 1 from sqlite_schema where name = 'extra'`).get()).toBeUndefined();
    file.close();
  });

  it('STORE-22 are made once', () => {
    const file = new SqliteFile(':memory:');
    expect(migrate(file, 1).map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
    expect(migrate(file, 2)).toEqual([]);
    file.close();
  });
});
