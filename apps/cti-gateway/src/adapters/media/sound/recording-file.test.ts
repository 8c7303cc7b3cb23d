import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lengthLeft, mendRecordings, openRecordingFile, recordingPath } from './recording-file.ts';
import { isTelephoneFormat, readWav, samplesOf } from './wav.ts';

const frame = (sample: number): Int16Array => new Int16Array(160).fill(sample);

describe('The file of a recording', () => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'ringside-recordings-')), 'recordings');
    path = recordingPath(folder, 'voicemail');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  const samples = async () => {
    const wav = readWav(await readFile(path));
    return wav && isTelephoneFormat(wav.format) ? samplesOf(wav.body) : null;
  };

  test('RECORD-4: is a whole WAV of what was written, for the gateway’s user alone', async () => {
    const file = await openRecordingFile(folder, path);
    for (let at = 0; at < 75; at++) expect(file?.write(frame(at))).toBe(true);
    expect(await file?.close(true)).toBe(1_500);
    expect(await samples()).toHaveLength(12_000);
    expect((await samples())?.at(-1)).toBe(74);
    expect((await readFile(path)).readUInt32LE(40)).toBe(24_000);
    expect([(await stat(path)).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  test('RECORD-3: is removed when nothing was said', async () => {
    const file = await openRecordingFile(folder, path);
    file?.write(frame(0));
    expect(await file?.close(false)).toBe(0);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('RECORD-3: is not begun where nothing can be written', async () => {
    await writeFile(folder, 'in the way');
    expect(await openRecordingFile(folder, path)).toBeNull();
  });

  test('RECORD-3: on a disk that fills up keeps what there is', async () => {
    const file = await openRecordingFile(folder, path, (handle) => ({
      write: (bytes, from, length, place) =>
        place > 16_000 ? Promise.reject(new Error('ENOSPC')) : handle.write(bytes, from, length, place),
      close: () => handle.close(),
    }));
    const taken = [];
    for (let at = 0; at < 200; at++) {
      taken.push(file?.write(frame(at)));
      if (at % 50 === 49) await new Promise((written) => setTimeout(written, 20));
    }
    expect([taken[0], taken.at(-1)]).toEqual([true, false]);
    expect(await file?.close(true)).toBe(1_000);
    expect(await samples()).toHaveLength(8_000);
  });

  test('RECORD-3: on a disk that hangs is given up, and holds no more than half a minute in memory', async () => {
    let release = () => {};
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const file = await openRecordingFile(folder, path, (handle) => ({
      write: (bytes, from, length, place) => stuck.then(() => handle.write(bytes, from, length, place)),
      close: () => handle.close(),
    }));
    let frames = 0;
    while (file?.write(frame(1)) === true && frames < 10_000) frames++;
    expect(frames).toBeGreaterThan(50 * 30);
    expect(frames).toBeLessThan(50 * 35);
    release();
    expect(await file?.close(true)).toBeGreaterThan(30_000);
  });

  test('RECORD-4: that a crash cut off is whole again after the next start', async () => {
    const file = await openRecordingFile(folder, path);
    for (let at = 0; at < 60; at++) file?.write(frame(7));
    await file?.close(true);
    const whole = await readFile(path);
    const torn = Buffer.from(whole.subarray(0, whole.length - 1));
    torn.writeUInt32LE(0, 40);
    await writeFile(path, torn);
    expect(await lengthLeft(path)).toBe(1_199);
    await mendRecordings(folder);
    expect((await readFile(path)).readUInt32LE(40)).toBe(19_198);
    await mendRecordings(join(folder, 'nowhere'));
  });
});
