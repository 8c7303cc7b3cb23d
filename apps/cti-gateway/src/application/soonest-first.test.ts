import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soonestFirst } from './soonest-first.ts';

type Act = readonly [key: number, at: number | null];

describe('times of which the soonest is at hand', () => {
  test('CLOCK-13 whatever is put in, moved and taken out, the soonest comes first, and of equal ones the earlier put', () => {
    const acts = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(20))), { maxLength: 80 });
    fc.assert(
      fc.property(acts, (drawn: readonly Act[]) => {
        const times = soonestFirst<{ key: string; at: number }>();
        const plain = new Map<string, { key: string; at: number }>();
        for (const [nth, at] of drawn) {
          const key = `key ${nth}`;
          expect(times.remove(key)).toBe(plain.delete(key));
          if (at === null) continue;
          times.put({ key, at });
          plain.set(key, { key, at });
          expect(times.get(key)).toEqual({ key, at });
        }
        const order = [...plain.values()].sort((a, b) => a.at - b.at);
        for (const expected of order) {
          expect(times.soonest()).toEqual(expected);
          times.remove(expected.key);
        }
        expect(times.size()).toBe(0);
      }),
    );
  });
});
