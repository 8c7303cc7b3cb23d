import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_SAMPLES } from '../rtp/outgoing-stream.ts';
import { encode, type Codec } from './g711.ts';

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
const isStem = (name: string): boolean =>
  name.length > 0 &&
  name.length <= MAX_NAME &&
  [...name].every(
    (letter) =>
      (letter >= 'a' && letter <= 'z') ||
      (letter >= 'A' && letter <= 'Z') ||
      (letter >= '0' && letter <= '9') ||
      letter === '-',
  );

const isTelephoneFormat = (format: Buffer): boolean =>
  format.length >= 16 &&
  format.readUInt16LE(0) === 1 &&
  format.readUInt16LE(2) === 1 &&
  format.readUInt32LE(4) === 8_000 &&
  format.readUInt16LE(14) === 16;

/** Samples of a RIFF WAVE file of 8 kHz, one channel, 16 bits; null for any other. */
export const readWav = (file: Buffer): Int16Array | null => {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return null;
  let isRight = false;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') isRight = isTelephoneFormat(body);
    if (name === 'data') return isRight ? samplesOf(body) : null;
    at += 8 + length + (length % 2);
  }
  return null;
};

const samplesOf = (body: Buffer): Int16Array =>
  Int16Array.from({ length: body.length >> 1 }, (_, at) => body.readInt16LE(at * 2));

/** Reads sounds once each and keeps them; null for one that is not there or not in the telephone's format. */
export class SoundShelf {
  readonly #folder: string;
  readonly #recordings = new Map<string, Promise<Recording | null>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  take(stem: string): Promise<Recording | null> {
    const known = this.#recordings.get(stem);
    if (known) return known;
    const recording = isStem(stem) ? this.#read(stem) : Promise.resolve(null);
    this.#recordings.set(stem, recording);
    // What is missing now may be there when asked for again.
    void recording.then((found) => !found && this.#recordings.delete(stem));
    return recording;
  }

  async #read(stem: string): Promise<Recording | null> {
    try {
      const file = await readFile(join(this.#folder, `${stem}.wav`));
      const samples = file.length <= MAX_FILE ? readWav(file) : null;
      return samples && samples.length > 0 ? record(samples) : null;
    } catch {
      return null;
    }
  }
}
