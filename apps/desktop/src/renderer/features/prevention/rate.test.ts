import { expect, test } from 'vitest';
import { fewestContacts, rateOf } from './rate.ts';

test('PREV-14 three complaints in twelve contacts are no rate of 250', () => {
  expect(rateOf(3, 12)).toBeNull();
  expect(rateOf(0, 0)).toBeNull();
  expect(rateOf(3, fewestContacts)?.perThousand).toBe(6);
});

test('PREV-14 no complaint at all says how many there may have been', () => {
  const rate = rateOf(0, 1_000);
  expect(rate).toMatchObject({ perThousand: 0, low: 0 });
  expect(rate?.high).toBeCloseTo(3.69, 1);
});

/** The chance of at most so many where so many are expected, summed up. */
function atMost(count: number, expected: number): number {
  let [chance, sum] = [Math.exp(-expected), 0];
  for (let k = 0; k <= count; k += 1) {
    sum += chance;
    chance *= expected / (k + 1);
  }
  return sum;
}

const counts = Array.from({ length: 300 }, (_, nth) => nth + 1);

test('PREV-14 outside the interval the count that was seen is one in forty on each side, or rarer', () => {
  for (const count of counts) {
    const rate = rateOf(count, 1_000);
    const chances = [1 - atMost(count - 1, rate?.low ?? 0), atMost(count, rate?.high ?? 0)];
    for (const chance of chances) {
      expect(chance).toBeLessThan(0.027);
      expect(chance).toBeGreaterThan(count < 5 ? 0.01 : 0.022);
    }
  }
});

test('PREV-14 ten times the contacts at the same rate make the interval narrower', () => {
  for (const count of counts) {
    const [few, many] = [rateOf(count, 1_000), rateOf(count * 10, 10_000)];
    const width = (rate: typeof few) => (rate?.high ?? 0) - (rate?.low ?? 0);
    expect(many?.perThousand).toBeCloseTo(few?.perThousand ?? 0);
    expect(width(many)).toBeLessThan(width(few));
  }
});
