import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayMatter } from './day-order.ts';
import { headStart, inDayOrder } from './day-order.ts';
import { hours, minutes } from './instant.ts';
import { tiers } from './tier.ts';

const now = hours(480_000);
type Matter = DayMatter & { readonly id: string };
const matter = (id: string, due: number | null, given: Partial<DayMatter> = {}): Matter => ({
  id,
  dueAt: due === null ? null : now + due,
  priority: 0,
  tier: null,
  ...given,
});
const order = (...matters: Matter[]) => inDayOrder(matters, now).map(({ id }) => id);

describe('TASK-20 my day', () => {
  test('what is overdue stands first, however little it weighs', () => {
    expect(order(matter('soon', minutes(1), { priority: 100, tier: 'mvc' }), matter('late', -1))).toEqual([
      'late',
      'soon',
    ]);
  });

  test('a case that presses is brought forward, and so is who is worth most', () => {
    expect(order(matter('at three', hours(3)), matter('at five', hours(5), { priority: 80 }))).toEqual([
      'at five',
      'at three',
    ]);
    expect(order(matter('b', hours(1)), matter('a', hours(1) + minutes(20), { tier: 'mvc' }))).toEqual([
      'a',
      'b',
    ]);
  });

  test('a case without a time comes when its weight says so', () => {
    expect(
      order(matter('case', null, { priority: 100 }), matter('noon', hours(4)), matter('night', hours(7))),
    ).toEqual(['noon', 'case', 'night']);
  });

  test('it does not depend on the order asked in; late before not late; the heavier never after the lighter due no earlier', () => {
    const any: fc.Arbitrary<Matter> = fc.record({
      id: fc.uuid(),
      dueAt: fc.option(fc.integer({ min: now - hours(50), max: now + hours(20) })),
      priority: fc.integer({ min: 0, max: 100 }),
      tier: fc.option(fc.constantFrom(...tiers)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 30 }), (matters) => {
        const sorted = inDayOrder(matters, now);
        expect(inDayOrder(matters.toReversed(), now)).toEqual(sorted);
        const late = sorted.map(({ dueAt }) => dueAt !== null && dueAt <= now);
        expect(late.lastIndexOf(true)).toBeLessThan(late.includes(false) ? late.indexOf(false) : Infinity);
        for (const [place, one] of sorted.entries())
          for (const later of sorted.slice(place + 1)) {
            const isSameHalf = late[place] === late[sorted.indexOf(later)];
            const isDominated =
              one.dueAt !== null &&
              later.dueAt !== null &&
              later.dueAt < one.dueAt &&
              headStart(later) >= headStart(one);
            expect(isSameHalf && isDominated).toBe(false);
          }
      }),
    );
  });
});
