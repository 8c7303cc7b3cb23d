import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecording, SoundShelf } from './recording.ts';

const wav = ({ rate = 8_000, channels = 1, bits = 16, code = 1, samples = [1, -1, 300] } = {}): Buffer => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(code, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt16LE(bits, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(Int16Array.from(samples).buffer)]);
};

describe('A sound file', () => {
  test('is read when it is what a telephone can play', () => {
    expect(readRecording(wav())?.PCMU).toHaveLength(160);
  });

  test('is played byte for byte when it is G.711 already', () => {
    const file = wav({ bits: 8, code: 7, samples: Array<number>(80).fill(0x1234) });
    expect(readRecording(file)?.PCMU.subarray(0, 2)).toEqual(Uint8Array.from([0x34, 0x12]));
  });

  test.each([
    ['44.1 kHz', wav({ rate: 44_100 })],
    ['stereo', wav({ channels: 2 })],
    ['8 bits', wav({ bits: 8 })],
    ['cut short', wav().subarray(0, 30)],
    ['no sound at all', Buffer.from('not a sound')],
  ])('is refused when it is %s', (_what, file) => {
    expect(readRecording(file)).toBeNull();
  });
});

describe('The shelf of sounds', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-shelf-'));
    await writeFile(join(folder, 'hello.wav'), wav());
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('gives whole frames in both laws', async () => {
    const recording = await new SoundShelf([folder]).take('hello');
    expect([recording?.PCMU.length, recording?.PCMA.length]).toEqual([160, 160]);
  });

  test('finds a sound that was put there after it was first asked for', async () => {
    const shelf = new SoundShelf([folder]);
    expect(await shelf.take('late')).toBeNull();
    await writeFile(join(folder, 'late.wav'), wav());
    expect(await shelf.take('late')).not.toBeNull();
  });

  test('SOUND-7: an own recording goes before the sound of the same name, and back when it is removed', async () => {
    const own = await mkdtemp(join(folder, 'own-'));
    const shelf = new SoundShelf([own, folder]);
    const supplied = await shelf.take('hello');
    await writeFile(join(own, 'hello.wav'), wav({ samples: [9_000] }));
    const recorded = await shelf.take('hello');
    expect(recorded).not.toEqual(supplied);
    await rm(join(own, 'hello.wav'));
    expect(await shelf.take('hello')).toEqual(supplied);
  });

  test('SOUND-7: a recording that was made anew is heard anew', async () => {
    const shelf = new SoundShelf([folder]);
    await writeFile(join(folder, 'anew.wav'), wav({ samples: [9_000] }));
    const before = await shelf.take('anew');
    expect(await shelf.take('anew')).toBe(before);
    await writeFile(join(folder, 'anew.wav'), wav({ samples: [-9_000, 5] }));
    expect(await shelf.take('anew')).not.toEqual(before);
  });

  test.each(['../hello', 'a/b', '', 'hello.wav', 'x'.repeat(65)])(
    'does not leave its folder for "%s"',
    async (stem) => {
      expect(await new SoundShelf([join(folder, 'inner')]).take(stem)).toBeNull();
    },
  );
});
