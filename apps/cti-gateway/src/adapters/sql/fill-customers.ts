import { asId } from '@ringside/shared/model/ids';
import type { CustomerId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Change } from '../../ports/store.ts';
import { useOurPragmas } from './open-file.ts';
import type { OpenStore } from './open-store.ts';

const surnames = Array.from(
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴范方宋鄧杜傅侯曹薛丁卓馬董溫唐歐單',
);
const givenNames = Array.from(
  '志明淑芬家豪雅婷俊傑美玲建宏怡君冠宇佳穎承翰詩涵宗翰心怡彥廷婉如柏翰宜蓁信宏惠雯',
);
const latinGiven = [
  'Amara',
  'Grace',
  'Peter',
  'Siobhán',
  'Jonas',
  'María',
  'Yuki',
  'Emily',
  'Kevin',
  'Nurul',
  'Oliver',
  'Lan',
];
const latinFamily = [
  'Okafor',
  'Tan',
  'Chan',
  "O'Brien",
  'Weber',
  'González',
  'Tanaka',
  'Carter',
  'Ng',
  'Ahmad',
  'Brown',
  'Nguyễn',
];
const perCommit = 50_000;

/** The number of the synthetic customer `index`, all different. */
export const syntheticNumber = (index: number): PhoneNumber => asId(`+8869${String(index).padStart(8, '0')}`);
export const syntheticId = (index: number): CustomerId => asId(`synthetic-${index}`);

/**
 * Fills a store with `count` synthetic customers for measurements, three of four with Chinese names; the same every time.
 * `progress` hears how many there are.
 */
export async function fillCustomers(
  store: OpenStore,
  count: number,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  const restore = preparedForBulk(store.database.file);
  try {
    await insertAll(store, count, progress);
  } finally {
    restore();
  }
}

/**
 * Names and reversed numbers come in no order, so their indexes are made at the end; and synthetic customers need not
 * survive a power cut while they are made.
 */
function preparedForBulk(file: OpenStore['database']['file']): () => void {
  const indexes = file
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_schema where name in ('customersByFoldedName', 'customerNumbersReversed')`,
    )
    .all();
  for (const { name } of indexes) file.exec(`drop index ${name}`);
  file.pragma('synchronous = OFF');
  file.pragma('cache_size = -524288');
  return () => {
    for (const { sql } of indexes) file.exec(sql);
    useOurPragmas(file);
  };
}

async function insertAll(store: OpenStore, count: number, progress: (done: number) => void): Promise<void> {
  for (let from = 0; from < count; from += perCommit) {
    const changes = Array.from({ length: Math.min(perCommit, count - from) }, (_, i): Change => {
      return { put: 'customer', customer: syntheticCustomer(from + i) };
    });
    const committed = await store.commit(changes);
    if (!committed.ok) throw new Error(`Synthetic customers from ${from} on are in this store already`);
    progress(from + changes.length);
  }
}

export function syntheticCustomer(index: number): Customer {
  return {
    customerId: syntheticId(index),
    name: index % 4 === 3 ? latinName(index) : hanName(index),
    language: index % 4 === 3 ? 'en' : 'zh-Hant',
    email: `customer${index}@example.com`,
    address: '',
    note: '',
    numbers: [{ number: syntheticNumber(index), label: 'mobile' }],
    since: 0,
    points: 0,
    vulnerable: false,
    ownerId: null,
    tier: { tier: 'standard', reason: 'new', facts: {}, decidedAt: 0 },
    version: 1,
  };
}

/** Mixed so that neighbours differ (multiplication by a prime), without chance so that runs compare. */
const pick = <Value>(from: readonly Value[], index: number, prime: number): Value =>
  from[(index * prime + Math.floor(index / from.length)) % from.length] as Value;

function hanName(index: number): Customer['name'] {
  const family = pick(surnames, index, 31);
  const given = `${pick(givenNames, index, 17)}${pick(givenNames, index, 29)}`;
  return { written: `${family}${given}`, family, given, spoken: null, title: null };
}

function latinName(index: number): Customer['name'] {
  const [given, family] = [pick(latinGiven, index, 7), pick(latinFamily, index, 5)];
  return { written: `${given} ${family}`, family, given, spoken: null, title: null };
}
