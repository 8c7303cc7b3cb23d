import { performance } from 'node:perf_hooks';
import type { Store } from '../../ports/store.ts';
import { syntheticNumber } from './fill-customers.ts';

const warmUps = 200;

/**
 * How long it takes to find one of `customers` synthetic customers by number, `n` times, in milliseconds. The store was
 * filled with them before.
 */
export async function measureCustomerLookup(
  store: Pick<Store, 'customersByNumber'>,
  customers: number,
  n = 5_000,
): Promise<readonly number[]> {
  for (let i = 0; i < warmUps; i += 1) await lookUp(store, customers, i);
  const times: number[] = [];
  for (let i = 0; i < n; i += 1) times.push(await lookUp(store, customers, i));
  return times;
}

/** A prime step, so that each look-up reads other pages than the one before. */
async function lookUp(
  store: Pick<Store, 'customersByNumber'>,
  customers: number,
  i: number,
): Promise<number> {
  const number = syntheticNumber((i * 104_729) % customers);
  const began = performance.now();
  const found = await store.customersByNumber(number);
  const took = performance.now() - began;
  if (found.length !== 1) throw new Error(`${number} was found ${found.length} times`);
  return took;
}
