import { performance } from 'node:perf_hooks';
import type { OpenStore } from './open-store.ts';
import { fillCustomers, syntheticNumber } from './fill-customers.ts';

export interface LookupMeasure {
  readonly name: 'customer_lookup_1m_ms';
  readonly unit: 'ms';
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

const customers = 1_000_000;
const warmUps = 200;

/** Fills an empty store with a million customers and measures how long finding one by number takes, `n` times. */
export async function measureCustomerLookup(
  store: OpenStore,
  n = 5_000,
  progress: (done: number) => void = () => undefined,
): Promise<LookupMeasure> {
  await fillCustomers(store, customers, progress);
  for (let i = 0; i < warmUps; i += 1) await lookUp(store, i);
  const times: number[] = [];
  for (let i = 0; i < n; i += 1) times.push(await lookUp(store, i));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(n - 1, Math.floor(n * share))] ?? Number.NaN;
  return { name: 'customer_lookup_1m_ms', unit: 'ms', n, median: at(0.5), p95: at(0.95), max: at(1) };
}

/** A prime step, so that each look-up reads other pages than the one before. */
async function lookUp(store: OpenStore, i: number): Promise<number> {
  const number = syntheticNumber((i * 104_729) % customers);
  const began = performance.now();
  const found = await store.customersByNumber(number);
  const took = performance.now() - began;
  if (found.length !== 1) throw new Error(`${number} was found ${found.length} times`);
  return took;
}
