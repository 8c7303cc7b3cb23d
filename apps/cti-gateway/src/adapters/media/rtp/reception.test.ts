import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RtpHeader } from './packet.ts';
import { Reception } from './reception.ts';

const at = (sequence: number, ssrc = 1): RtpHeader => ({
  payloadType: 0,
  marker: false,
  sequence: sequence & 0xffff,
  timestamp: (sequence * 160) >>> 0,
  ssrc,
  payloadStart: 12,
  payloadEnd: 172,
});

describe('What is counted of an incoming stream', () => {
  test('every packet that never came is lost, over the wrap of sequence numbers too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 65_535 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 398 })),
        (first, missing) => {
          const reception = new Reception();
          for (let step = 0; step < 400; step++)
            if (!missing.includes(step)) reception.count(at(first + step), step * 20);
          expect(reception.lost()).toBe(missing.length);
          expect(reception.counts()).toEqual({ expected: 400, received: 400 - missing.length });
        },
      ),
    );
  });

  test('packets out of order are not lost', () => {
    const reception = new Reception();
    [1, 3, 2, 5, 4].forEach((sequence, step) => reception.count(at(sequence), step * 20));
    expect(reception.lost()).toBe(0);
  });

  test('a steady stream has no jitter, an unsteady one has', () => {
    const [steady, unsteady] = [new Reception(), new Reception()];
    for (let step = 0; step < 200; step++) {
      steady.count(at(step), step * 20);
      unsteady.count(at(step), step * 20 + (step % 2) * 16);
    }
    expect(steady.jitterMs()).toBeLessThan(0.1);
    expect(unsteady.jitterMs()).toBeGreaterThan(12);
    expect(unsteady.jitterMs()).toBeLessThan(20);
  });

  test('a sender that begins anew is told, and what was counted before stays', () => {
    const reception = new Reception();
    expect([reception.count(at(1), 0), reception.count(at(3), 40)]).toEqual([true, false]);
    expect(reception.count(at(50_000, 2), 60)).toBe(true);
    expect(reception.count(at(20_000, 2), 80)).toBe(true);
    expect(reception.counts()).toEqual({ expected: 5, received: 4 });
  });
});
