import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_SAMPLES } from '../rtp/outgoing-stream.ts';
import { encode, type Codec } from './g711.ts';
import { linear } from './linear.ts';
import { isTelephoneFormat, readWav } from './wav.ts';

/** Audio ready to be sent: whole frames of 20 ms in both laws. */
export type Recording = Readonly<Record<Codec, Uint8Array>>;

const MAX_FILE = 16 * 1_024 * 1_024;
const MAX_NAME = 64;

/** Fills up the last frame with silence and encodes once for each law. */
export const record = (samples: Int16Array): Recording => {
  const whole = new Int16Array(Math.ceil(samples.length / FRAME_SAMPLES) * FRAME_SAMPLES);
  whole.set(samples);
  return { PCMU: encode(whole, 'PCMU'), PCMA: encode(whole, 'PCMA') };
};

/** A stem as resources/sounds has them: letters, digits and hyphens, so no way out of the folder. */
export const isStem = (name: string): boolean =>
  name.length > 0 &&
  name.length <= MAX_NAME &&
  [...name].every(
    (letter) =>
      (letter >= 'a' && letter <= 'z') ||
      (letter >= 'A' && letter <= 'Z') ||
      (letter >= '0' && letter <= '9') ||
      letter === '-',
  );

/** Null for a file that is not 8 kHz, one channel, 16 bits or G.711, or holds nothing. */
export const readRecording = (file: Buffer): Recording | null => {
  const wav = readWav(file);
  const isPlayable = wav !== null && isTelephoneFormat(wav.format) && wav.body.length > 1;
  return isPlayable ? record(linear(wav)) : null;
};

interface Kept {
  /** changes when the file is written anew */
  readonly version: string;
  readonly recording: Promise<Recording | null>;
}

/** Sounds from some folders, the first that has one counts. Each is read once, and again when its file has changed. */
export class SoundShelf {
  readonly #folders: readonly string[];
  readonly #kept = new Map<string, Kept>();

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Null for a sound that is not there or not in the telephone's format. */
  async take(stem: string): Promise<Recording | null> {
    if (!isStem(stem)) return null;
    for (const folder of this.#folders) {
      const recording = await this.#takeFrom(join(folder, `${stem}.wav`));
      if (recording) return recording;
    }
    return null;
  }

  async #takeFrom(path: string): Promise<Recording | null> {
    const version = await versionOf(path);
    if (version === null) {
      this.#kept.delete(path);
      return null;
    }
    const known = this.#kept.get(path);
    if (known?.version === version) return known.recording;
    const recording = read(path);
    this.#kept.set(path, { version, recording });
    return recording;
  }
}

const versionOf = async (path: string): Promise<string | null> => {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return size <= MAX_FILE ? `${mtimeMs} ${size} ${ino}` : null;
  } catch {
    return null;
  }
};

const read = async (path: string): Promise<Recording | null> => {
  try {
    return readRecording(await readFile(path));
  } catch {
    return null;
  }
};
