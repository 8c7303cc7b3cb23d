import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { centreReader } from '../config/centre-reader.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import type { CentreAction } from './command-line.ts';
import { moveCentre } from './move-centre.ts';

const name = { en: 'Blue Magpie', 'zh-Hant': '藍鵲', 'zh-Hans': '蓝鹊' };
const written = {
  name,
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [{ hotlineId: 'service', name, numbers: ['6789'], queueId: 'service' }],
  queues: [{ queueId: 'service', name, capacity: 50 }],
};

let store = createMemoryStore();
let said: string[] = [];
let complained: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'ringside-centre-'));
const file = join(folder, 'centre.yaml');
let exports = 0;

const ringside = (action: CentreAction) =>
  moveCentre(action, {
    store,
    reader: centreReader,
    now: () => 5,
    terminal: {
      interactive: false,
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      askSecret: () => Promise.resolve(''),
    },
  });

beforeEach(async () => {
  [store, said, complained] = [createMemoryStore(), [], []];
  const read = centreReader.read(written);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { document } = read.value;
  const first = {
    revision: 1,
    at: 1,
    who: null,
    origin: 'file',
    comment: '',
    document,
    fileDigest: 'd',
  } as const;
  await store.commit([{ put: 'centreRevision', revision: first }]);
});

const exported = async (): Promise<string> => {
  const to = join(folder, `out-${(exports += 1)}.yaml`);
  expect(await ringside({ do: 'export', file: to })).toBe(0);
  return readFileSync(to, 'utf8');
};

test('ADMIN-13 what is exported says what it is, and importing it changes nothing', async () => {
  const yaml = await exported();
  expect(yaml).toMatch(/^# The contact centre as of revision 1/);
  writeFileSync(file, yaml);
  expect(await ringside({ do: 'import', file, dryRun: false })).toBe(0);
  expect(said.at(-1)).toContain('nothing was changed');
  expect(await store.centreRevision(2)).toBeNull();
});

test('ADMIN-13 an export is never written over a file', async () => {
  writeFileSync(file, 'mine');
  await expect(ringside({ do: 'export', file })).rejects.toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('ADMIN-13 a trial says what would change; the import is a revision of its own', async () => {
  writeFileSync(file, (await exported()).replace('capacity: 50', 'capacity: 7'));
  expect(await ringside({ do: 'import', file, dryRun: true })).toBe(0);
  expect(said.at(-1)).toBe('queues.service.capacity: 50 -> 7');
  expect(await store.centreRevision(2)).toBeNull();
  expect(await ringside({ do: 'import', file, dryRun: false })).toBe(0);
  expect(await store.centreRevision(2)).toMatchObject({
    origin: 'import',
    who: null,
    comment: 'centre.yaml',
  });
});

test('ADMIN-2 a file with faults is refused with the line of each', async () => {
  const yaml = (await exported()).replace('capacity: 50', 'capacity: many');
  writeFileSync(file, yaml);
  const line = yaml.split('\n').findIndex((one) => one.includes('capacity')) + 1;
  expect(await ringside({ do: 'import', file, dryRun: false })).toBe(78);
  expect(complained).toEqual([expect.stringContaining(`centre.yaml:${line}: queues.0.capacity is many`)]);
});

test('a database without a centre says what to do', async () => {
  store = createMemoryStore();
  expect(await ringside({ do: 'export', file: null })).toBe(1);
  expect(complained[0]).toContain('Start the gateway once');
});
