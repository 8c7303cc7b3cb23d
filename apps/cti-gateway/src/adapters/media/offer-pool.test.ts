import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import { OfferPool } from './offer-pool.ts';

const leg = asId<'leg'>('maya');

const open = () => {
  const told: unknown[] = [];
  const pool = new OfferPool({ tell: (method, args) => void told.push([method, ...args]) });
  return { pool, told };
};

test('An offer made in advance is given once, and another is ordered', () => {
  const { pool, told } = open();
  pool.add(7, 'v=0 …');
  expect([pool.take(leg), pool.take(leg)]).toEqual(['v=0 …', null]);
  expect(told).toEqual([
    ['claim', 7, 'maya'],
    ['stock', 4],
    ['stock', 4],
  ]);
});

test('The busier it is, the more are kept ready, up to 64', () => {
  const { pool, told } = open();
  for (let calls = 0; calls < 100; calls++) pool.take(leg);
  expect(told[9]).toEqual(['stock', 20]);
  expect(told.at(-1)).toEqual(['stock', 64]);
});

test('A call that needs a port gets one from the pool', () => {
  const { pool, told } = open();
  expect(pool.giveUpOne()).toBe(false);
  pool.add(1, 'offer');
  expect([pool.giveUpOne(), pool.take(leg)]).toEqual([true, null]);
  expect(told[0]).toEqual(['discard', 1]);
});
