import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../sound/g711.ts';
import { JitterBuffer } from './jitter-buffer.ts';

/** A G.711 byte for each frame that tells frames apart. */
const put = (buffer: JitterBuffer, frame: number, length = 160): void =>
  buffer.put((frame * 160) >>> 0, new Uint8Array(length).fill(0x80 | (frame % 100)), 0, length, SAMPLES.PCMU);

const voiceOf = (frame: number): number => SAMPLES.PCMU[0x80 | (frame % 100)] ?? Number.NaN;

const take = (buffer: JitterBuffer, count: number): (number | null)[] =>
  Array.from({ length: count }, () => buffer.take()?.[80] ?? null);

describe('The jitter buffer', () => {
  test('waits for two frames, then gives them in order', () => {
    const buffer = new JitterBuffer();
    put(buffer, 1);
    expect(take(buffer, 1)).toEqual([0]);
    put(buffer, 2);
    expect(take(buffer, 1)).toEqual([0]);
    put(buffer, 3);
    expect(take(buffer, 3)).toEqual([1, 2, 3].map(voiceOf));
  });

  test('puts packets that overtook each other in order, and leaves silence for one that is lost', () => {
    const buffer = new JitterBuffer();
    for (const frame of [1, 3, 2, 5]) put(buffer, frame);
    expect(take(buffer, 7).slice(2)).toEqual([voiceOf(1), voiceOf(2), voiceOf(3), 0, voiceOf(5)]);
  });

  test('a packet that comes too late is not heard later', () => {
    const buffer = new JitterBuffer();
    for (const frame of [1, 3]) put(buffer, frame);
    take(buffer, 4);
    put(buffer, 2);
    expect(take(buffer, 1)).toEqual([voiceOf(3)]);
  });

  test('after a pause the talk begins with the full wait again', () => {
    const buffer = new JitterBuffer();
    put(buffer, 1);
    expect(take(buffer, 5)).toEqual([0, 0, voiceOf(1), null, null]);
    put(buffer, 50);
    expect(take(buffer, 3)).toEqual([0, 0, voiceOf(50)]);
  });

  test('a sender whose clock is faster does not make the delay grow for ever', () => {
    const buffer = new JitterBuffer();
    let frame = 0;
    for (let beat = 0; beat < 20_000; beat++) {
      put(buffer, frame++);
      if (beat % 50 === 49) put(buffer, frame++);
      buffer.take();
    }
    let waiting = 0;
    while (buffer.take()) waiting++;
    expect(waiting).toBeLessThanOrEqual(8);
  });

  test('packets of 10, 20, 30 or 60 ms sound the same', () => {
    for (const length of [80, 160, 240, 480]) {
      const buffer = new JitterBuffer();
      for (let at = 0; at < 960; at += length) {
        const bytes = Uint8Array.from(
          { length },
          (_, index) => 0x80 | (Math.floor((at + index) / 160) % 100),
        );
        buffer.put(at, bytes, 0, length, SAMPLES.PCMU);
      }
      expect(take(buffer, 8).slice(2)).toEqual([0, 1, 2, 3, 4, 5].map(voiceOf));
    }
  });

  test('bears any timestamps, also where they wrap', () => {
    const step = fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 0xffff_ffff }),
      fc.integer({ min: 0xffff_ff00, max: 0xffff_ffff }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 0, max: 1_400 }), (steps, length) => {
        const buffer = new JitterBuffer();
        for (const timestamp of steps) {
          if (timestamp !== null) buffer.put(timestamp, new Uint8Array(length), 0, length, SAMPLES.PCMA);
          expect([null, 160]).toContain(buffer.take()?.length ?? null);
        }
      }),
    );
  });
});
