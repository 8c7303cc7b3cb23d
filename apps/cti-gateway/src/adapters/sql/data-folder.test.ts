import { asId } from '@ringside/shared/model/ids';
import SqliteFile from 'better-sqlite3';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCustomer, aTask, phone } from '../../testing/records.ts';
import { FolderInUse } from './folder-lock.ts';
import { DatabaseTooNew, knownVersion } from './migrate.ts';
import { databaseFile } from './open-file.ts';
import { openStore } from './open-store.ts';

let base = '';
const folder = () => join(base, 'data');
const number = phone('+886912345678');
const chan = aCustomer('chan', { numbers: [{ number, label: 'mobile' }] });

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ringside-folder-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function filled() {
  const store = openStore({ folder: folder() });
  await store.commit([{ put: 'customer', customer: chan }]);
  return store;
}

/** Changes the file behind the gateway's back. */
function tamper(sql: string): void {
  const file = new SqliteFile(databaseFile(folder()));
  file.exec(sql);
  file.close();
}

describe('the data folder', () => {
  it('STORE-16 what was written is there after a restart', async () => {
    await (await filled()).close();
    const store = openStore({ folder: folder() });
    expect(await store.customersByNumber(number)).toEqual([chan]);
    expect(store.schemaVersion).toBe(knownVersion);
    await store.close();
    await store.close();
  });

  it('STORE-16 hundreds of commits are all there after a restart, and the log is put away', async () => {
    const store = await filled();
    for (let i = 0; i < 500; i += 1)
      await store.commit([{ put: 'task', task: aTask(`t${i}`, { dueAt: i }) }]);
    await store.close();
    expect(readdirSync(folder()).filter((name) => name.endsWith('-wal'))).toEqual([]);
    const again = openStore({ folder: folder() });
    expect((await again.tasksOfCustomer(asId('chan'))).length).toBe(500);
    await again.close();
  });

  it('STORE-24 a full disk is told from a bad row: the gateway waits for room instead of forgetting a call', async () => {
    const store = await filled();
    const pages = Number(store.database.file.pragma('page_count', { simple: true }));
    store.database.file.pragma(`max_page_count = ${pages}`);
    const notes = 'n'.repeat(4_000);
    const task = (id: string) => ({ put: 'task', task: aTask(id, { dueAt: 1, note: notes }) }) as const;
    const many = Array.from({ length: 40 }, (_, i) => task(`t${i}`));
    await expect(store.commit(many)).rejects.toThrow('full');
    await expect(store.ping()).rejects.toThrow('does not answer');
    store.database.file.pragma('max_page_count = 100000');
    expect((await store.commit(many)).ok).toBe(true);
    expect(await store.ping()).toBeGreaterThanOrEqual(0);
    await store.close();
  });

  it('STORE-24 a row that the tables refuse leaves the store answering', async () => {
    const store = await filled();
    const spoilt = { ...aTask('t1', { dueAt: 1 }), title: {} as unknown as string };
    await expect(store.commit([{ put: 'task', task: spoilt }])).rejects.toThrow('bind');
    expect(await store.ping()).toBeGreaterThanOrEqual(0);
    await store.close();
  });

  it('STORE-25 a damaged database is left as it is, and what to do is said', () => {
    mkdirSync(folder(), { recursive: true });
    const rubbish = 'the disk wrote something else here '.repeat(300);
    writeFileSync(databaseFile(folder()), rubbish);
    expect(() => openStore({ folder: folder() })).toThrow(/is damaged.*"ringside backup" in its place/u);
    expect(readFileSync(databaseFile(folder()), 'utf8')).toBe(rubbish);
  });

  it('STORE-17 a database of a later release is refused and left as it is', async () => {
    await (await filled()).close();
    tamper(`insert into migrations (version, name, appliedAt) values (${knownVersion + 1}, 'later', 1)`);
    expect(() => openStore({ folder: folder() })).toThrow(DatabaseTooNew);
    expect(() => openStore({ folder: folder() })).toThrow(
      new RegExp(`version ${knownVersion + 1} .* up to ${knownVersion}.*Start the newer release`, 'u'),
    );
    tamper(`delete from migrations where version = ${knownVersion + 1}`);
    const store = openStore({ folder: folder() });
    expect(await store.customer(chan.customerId)).toEqual(chan);
    await store.close();
  });

  it('STORE-18 a second gateway on the same folder is told which one and where; a visitor may come in', async () => {
    const store = await filled();
    const second = () => openStore({ folder: folder() });
    expect(second).toThrow(FolderInUse);
    expect(second).toThrow(new RegExp(`process ${process.pid}\\b.*${folder()}`, 'u'));
    const visitor = openStore({ folder: folder(), as: 'visitor' });
    expect(await visitor.customer(chan.customerId)).toEqual(chan);
    await visitor.close();
    await store.close();
    await openStore({ folder: folder() }).close();
  });

  it('STORE-18 a visitor makes a new folder ready and leaves it to the gateway', async () => {
    const visitor = openStore({ folder: folder(), as: 'visitor' });
    await visitor.commit([{ put: 'customer', customer: chan }]);
    const gateway = openStore({ folder: folder() });
    expect(await gateway.customer(chan.customerId)).toEqual(chan);
    await visitor.close();
    await gateway.close();
  });

  it('STORE-18 a visitor does not bring an older database up to date and says what does', async () => {
    await (await filled()).close();
    tamper('update migrations set version = -version');
    expect(() => openStore({ folder: folder(), as: 'visitor' })).toThrow(/ringside migrate/u);
  });

  it('STORE-19 a backup of a working gateway opens as its data, and is never written over a file', async () => {
    const store = await filled();
    const copy = join(base, 'copy');
    await openStore({ folder: copy }).close();
    rmSync(databaseFile(copy));
    await store.backup(databaseFile(copy));
    const restored = openStore({ folder: copy });
    expect(await restored.customersByNumber(number)).toEqual([chan]);
    await restored.close();

    const taken = join(base, 'letter.txt');
    writeFileSync(taken, 'dear customer');
    await expect(store.backup(taken)).rejects.toThrow(/there is a file already.*Name a new file/u);
    await expect(store.backup(join(base, 'no', 'such', 'folder.db'))).rejects.toThrow(/No backup was made/u);
    expect(statSync(taken).size).toBe('dear customer'.length);
    await store.close();
  });

  it.each([
    ['customers', 'chan', `update customers set numbersJson = '[{'`],
    ['customers', 'chan', `update customers set tier = 'gold'`],
    ['customers', 'chan', `update customers set vulnerable = 7`],
  ])('STORE-20 a row of %s that can’t be read is named by its key', async (table, key, damage) => {
    await (await filled()).close();
    tamper(damage);
    const store = openStore({ folder: folder() });
    await expect(store.customer(chan.customerId)).rejects.toThrow(
      new RegExp(`row ${key} of table ${table}`, 'u'),
    );
    await store.close();
  });

  it.skipIf(process.platform === 'win32')(
    'STORE-21 only the gateway’s own user may look inside',
    async () => {
      const store = await filled();
      await store.backup(join(base, 'backup.db'));
      const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
      expect(mode(folder())).toBe('700');
      const files = readdirSync(folder()).map((name) => join(folder(), name));
      expect([...files, join(base, 'backup.db')].map(mode)).toEqual([...files, ''].map(() => '600'));
      await store.close();
    },
  );

  it('STORE-21 a folder that can’t be made is named with the setting to change', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => openStore({ folder: join(base, 'file', 'data') })).toThrow(/RINGSIDE_DATA/u);
    expect(existsSync(folder())).toBe(false);
  });

  it('a closed store says so instead of pinging', async () => {
    const store = await filled();
    await store.close();
    await expect(store.ping()).rejects.toThrow(/does not answer/u);
  });
});
