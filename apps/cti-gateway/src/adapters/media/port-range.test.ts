import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PortRange } from './port-range.ts';

describe('The range of ports', () => {
  test('gives even ports whose odd neighbours lie in it too', () => {
    const range = new PortRange({ from: 10_001, to: 10_006 });
    expect([range.take(), range.take(), range.take()]).toEqual([10_002, 10_004, null]);
  });

  test('lets a port rest as long as it can', () => {
    const range = new PortRange({ from: 10_000, to: 10_005 });
    const first = range.take() ?? 0;
    range.giveBack(first);
    expect([range.take(), range.take(), range.take()]).toEqual([10_002, 10_004, first]);
  });

  test('gives a wanted port if it is free', () => {
    const range = new PortRange({ from: 10_000, to: 10_003 });
    expect([
      range.takeThis(10_002),
      range.takeThis(10_002),
      range.takeThis(9),
      range.take(),
      range.take(),
    ]).toEqual([true, false, false, 10_000, null]);
  });

  test('never has one port twice, however it is used', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 20 }), { maxLength: 100 }), (steps) => {
        const range = new PortRange({ from: 100, to: 119 });
        const held = new Set<number>();
        for (const step of steps) {
          if (step >= 0) {
            range.giveBack(100 + step);
            held.delete(100 + step);
            continue;
          }
          const port = range.take();
          expect(port === null ? held.size === 10 : !held.has(port)).toBe(true);
          if (port !== null) held.add(port);
        }
        expect(range.freeCount).toBe(10 - held.size);
      }),
    );
  });
});
