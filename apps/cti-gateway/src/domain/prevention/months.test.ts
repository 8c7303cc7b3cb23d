import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsOf } from './months.ts';

test('PREV-8 a period is cut at the local ends of months, and its ends are kept', () => {
  const from = Date.parse('2026-01-20T10:00+08:00');
  const until = Date.parse('2026-03-02T00:00+08:00');
  expect(monthsOf(from, until, 'Asia/Taipei')).toEqual([
    { month: '2026-01', from, until: Date.parse('2026-02-01T00:00+08:00') },
    {
      month: '2026-02',
      from: Date.parse('2026-02-01T00:00+08:00'),
      until: Date.parse('2026-03-01T00:00+08:00'),
    },
    { month: '2026-03', from: Date.parse('2026-03-01T00:00+08:00'), until },
  ]);
});

test('PREV-8 no moment is counted twice or left out, in any zone', () => {
  const at = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });
  const zone = fc.constantFrom('Asia/Taipei', 'Europe/London', 'America/New_York', 'Pacific/Apia');
  fc.assert(
    fc.property(at, at, zone, (a, b, timeZone) => {
      const [from, until] = [Math.min(a, b), Math.max(a, b)];
      const months = monthsOf(from, until, timeZone);
      expect(months[0]?.from ?? until).toBe(from);
      expect(months.at(-1)?.until ?? from).toBe(until);
      months.forEach((month, nth) => {
        expect(month.from).toBeLessThan(month.until);
        expect(month.from).toBe(nth === 0 ? from : months[nth - 1]?.until);
      });
      expect(new Set(months.map(({ month }) => month)).size).toBe(months.length);
    }),
  );
});
