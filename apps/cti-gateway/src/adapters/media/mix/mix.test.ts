import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SAMPLES } from '../sound/g711.ts';
import { Mixture } from './mix.ts';

const frame = (sample: number): Int16Array => new Int16Array(160).fill(sample);

const heard = (talkers: readonly number[]): number => {
  const mixture = new Mixture();
  mixture.clear();
  for (const sample of talkers) mixture.add(frame(sample));
  const bytes = new Uint8Array(160);
  mixture.write(bytes, 0, 'PCMU');
  return SAMPLES.PCMU[bytes[7] ?? -1] ?? Number.NaN;
};

test('Voices that are heard together are added', () => {
  expect(heard([1_000, 4_000])).toBeCloseTo(5_000, -3);
  expect(heard([])).toBe(0);
  expect(heard([1_000, -3_000])).toBeCloseTo(-2_000, -3);
});

test('Loud voices together are clipped, never turned over', () => {
  const sample = fc.integer({ min: -32_768, max: 32_767 });
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 20 }), (talkers) => {
      const sum = talkers.reduce((total, one) => total + one, 0);
      const limited = Math.max(-32_124, Math.min(32_124, sum));
      expect(Math.abs(heard(talkers) - limited)).toBeLessThanOrEqual(
        Math.max(16, (Math.abs(limited) + 132) / 31),
      );
    }),
  );
});
