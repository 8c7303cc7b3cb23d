import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BYTES, encode, SAMPLES, SILENCE, transcode } from './g711.ts';

const samples = fc.integer({ min: -32_768, max: 32_767 });

describe('G.711', () => {
  test('gives the samples of the recommendation at its corners', () => {
    expect([0x00, 0x7f, 0x80, 0xff].map((byte) => SAMPLES.PCMU[byte])).toEqual([-32_124, 0, 32_124, 0]);
    expect([0x2a, 0x55, 0xaa, 0xd5].map((byte) => SAMPLES.PCMA[byte])).toEqual([-32_256, -8, 32_256, 8]);
  });

  test.each(['PCMU', 'PCMA'] as const)('%s bytes come back from their own samples', (codec) => {
    const back = Array.from(SAMPLES[codec], (sample) => SAMPLES[codec][BYTES[codec][sample & 0xffff] ?? -1]);
    expect(back).toEqual([...SAMPLES[codec]]);
  });

  test.each(['PCMU', 'PCMA'] as const)(
    '%s is never off by more than half of its step, a thirty-second of the sample',
    (codec) => {
      fc.assert(
        fc.property(samples, (sample) => {
          const heard = SAMPLES[codec][BYTES[codec][sample & 0xffff] ?? -1] ?? Number.NaN;
          expect(Math.abs(heard - sample)).toBeLessThanOrEqual(Math.max(16, (Math.abs(sample) + 132) / 31));
        }),
      );
    },
  );

  test.each(['PCMU', 'PCMA'] as const)('%s follows the sample upwards', (codec) => {
    fc.assert(
      fc.property(samples, samples, (one, other) => {
        const heard = (sample: number): number =>
          SAMPLES[codec][BYTES[codec][sample & 0xffff] ?? -1] ?? Number.NaN;
        expect(heard(Math.min(one, other))).toBeLessThanOrEqual(heard(Math.max(one, other)));
      }),
    );
  });

  test('crosses from one law to the other and back with the loudness kept', () => {
    const bytes = encode(Int16Array.from([0, 500, -500, 8_000, -30_000]), 'PCMU');
    const before = Array.from(bytes, (byte) => SAMPLES.PCMU[byte] ?? 0);
    transcode(bytes, 0, bytes.length, 'PCMU');
    const after = Array.from(bytes, (byte) => SAMPLES.PCMA[byte] ?? 0);
    after.forEach((sample, at) =>
      expect(Math.abs(sample - (before[at] ?? 0))).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) * 0.04)),
    );
  });

  test('silence is silent in both laws', () => {
    expect(SAMPLES.PCMU[SILENCE.PCMU]).toBe(0);
    expect(Math.abs(SAMPLES.PCMA[SILENCE.PCMA] ?? 99)).toBeLessThanOrEqual(8);
  });
});
