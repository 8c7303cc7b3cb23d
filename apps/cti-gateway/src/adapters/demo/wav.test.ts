import { expect, test } from 'vitest';
import { readWav } from './wav.ts';

interface Shape {
  readonly rate: number;
  readonly channels: number;
  readonly kind: 'pcm8' | 'pcm16' | 'pcm24' | 'pcm32' | 'float32';
}

const kinds = {
  pcm8: {
    tag: 1,
    bytes: 1,
    write: (data: Buffer, at: number, v: number) => data.writeUInt8(Math.round(v * 127) + 128, at),
  },
  pcm16: {
    tag: 1,
    bytes: 2,
    write: (data: Buffer, at: number, v: number) => data.writeInt16LE(Math.round(v * 32_767), at),
  },
  pcm24: {
    tag: 1,
    bytes: 3,
    write: (data: Buffer, at: number, v: number) => data.writeIntLE(Math.round(v * 8_388_607), at, 3),
  },
  pcm32: {
    tag: 1,
    bytes: 4,
    write: (data: Buffer, at: number, v: number) => data.writeInt32LE(Math.round(v * 2_147_483_647), at),
  },
  float32: { tag: 3, bytes: 4, write: (data: Buffer, at: number, v: number) => data.writeFloatLE(v, at) },
};

/** One second of a 440 Hz tone at half level, the same on all channels. */
function tone({ rate, channels, kind }: Shape): Buffer {
  const { tag, bytes, write } = kinds[kind];
  const data = Buffer.alloc(rate * channels * bytes);
  for (let frame = 0; frame < rate; frame += 1)
    for (let channel = 0; channel < channels; channel += 1)
      write(data, (frame * channels + channel) * bytes, 0.5 * Math.sin((2 * Math.PI * 440 * frame) / rate));
  const format = Buffer.alloc(16);
  format.writeUInt16LE(tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt16LE(bytes * 8, 14);
  return riff(['fmt ', format], ['LIST', Buffer.from('odd')], ['data', data]);
}

function riff(...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = chunks.flatMap(([name, body]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return [Buffer.from(name), length, body, Buffer.alloc(body.length % 2)];
  });
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), ...parts]);
}

/** Share of the energy that is at this pitch. */
function shareAt(samples: Int16Array, hertz: number): number {
  let [sine, cosine, energy] = [0, 0, 0];
  for (const [i, sample] of samples.entries()) {
    sine += sample * Math.sin((2 * Math.PI * hertz * i) / 8_000);
    cosine += sample * Math.cos((2 * Math.PI * hertz * i) / 8_000);
    energy += sample * sample;
  }
  return (2 * (sine * sine + cosine * cosine)) / (samples.length * energy);
}

test.each<Shape>([
  { rate: 8_000, channels: 1, kind: 'pcm16' },
  { rate: 44_100, channels: 2, kind: 'pcm16' },
  { rate: 22_050, channels: 1, kind: 'pcm16' },
  { rate: 48_000, channels: 1, kind: 'pcm24' },
  { rate: 16_000, channels: 2, kind: 'float32' },
  { rate: 11_025, channels: 1, kind: 'pcm8' },
  { rate: 96_000, channels: 6, kind: 'pcm32' },
])('a recording of $rate Hz, $channels channels, $kind sounds the same on the telephone', (shape) => {
  const samples = readWav(tone(shape));
  expect(samples.length).toBeGreaterThan(7_990);
  expect(samples.length).toBeLessThanOrEqual(8_000);
  expect(shareAt(samples, 440)).toBeGreaterThan(0.97);
  expect(Math.max(...samples)).toBeGreaterThan(15_000);
});

test('what is above the telephone’s band is weakened before it folds into it', () => {
  const high = tone({ rate: 48_000, channels: 1, kind: 'pcm16' });
  const data = high.subarray(high.indexOf('data') + 8);
  for (let i = 0; i < 48_000; i += 1)
    data.writeInt16LE(Math.round(16_000 * Math.sin((2 * Math.PI * 12_000 * i) / 48_000)), i * 2);
  expect(Math.max(...readWav(high))).toBeLessThan(8_000);
});

test.each([
  ['an MP3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100)]), 'not a WAV file'],
  ['a WAV without audio', riff(['fmt ', Buffer.alloc(32)]), 'has no audio'],
  [
    'a compressed WAV',
    riff(
      ['fmt ', Buffer.concat([Buffer.from([0x55, 0, 1, 0, 0x40, 0x1f, 0, 0]), Buffer.alloc(8)])],
      ['data', Buffer.alloc(20)],
    ),
    'Convert it',
  ],
])('%s is refused with what to do', (_what, file, told) => {
  expect(() => readWav(file)).toThrow(told);
});

test('a file that was cut off gives what is there', () => {
  const whole = tone({ rate: 8_000, channels: 1, kind: 'pcm16' });
  expect(readWav(whole.subarray(0, whole.length - 8_000)).length).toBeLessThanOrEqual(4_000);
});
