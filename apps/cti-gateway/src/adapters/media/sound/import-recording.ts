import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type { PromptRefusal } from '../../../ports/prompts.ts';
import { linear } from './linear.ts';
import { toTelephoneRate } from './resample.ts';
import { isReadable, readWav, TELEPHONE_RATE, type WavFormat } from './wav.ts';

export const MAX_IMPORT_BYTES = 5 * 1_024 * 1_024;
const MAX_SECONDS = 600;
const RATES: readonly number[] = [8_000, 16_000, 44_100, 48_000];

/** A recording as people make them, as the telephone plays it: 8 kHz, one channel, 16 bits. */
export const importRecording = async (file: Buffer): Promise<Result<Int16Array, PromptRefusal>> => {
  if (file.length > MAX_IMPORT_BYTES) return refuse('fileTooLarge');
  const wav = readWav(file);
  if (wav === null) return refuse('notWav');
  const why = refusalOf(wav.format);
  if (why !== null) return refuse(why);
  const samples = mono(linear(wav), wav.format.channels);
  if (samples.length === 0) return refuse('empty');
  if (samples.length > MAX_SECONDS * wav.format.rate) return refuse('tooLong');
  const made = await toTelephoneRate(samples, wav.format.rate);
  return made.length === 0 ? refuse('empty') : ok(made);
};

/** How long it lasts, in ms. */
export const lengthOf = (samples: number): number => Math.round((samples * 1_000) / TELEPHONE_RATE);

const refusalOf = (format: WavFormat): PromptRefusal | null => {
  const { rate, channels } = format;
  if (!isReadable(format)) return 'unknownEncoding';
  if (!RATES.includes(rate)) return 'unknownRate';
  return channels === 1 || channels === 2 ? null : 'tooManyChannels';
};

/** Both sides of a stereo recording at half their strength, so that nothing is clipped. */
const mono = (samples: Int16Array, channels: number): Int16Array => {
  if (channels === 1) return samples;
  return Int16Array.from(
    { length: samples.length >> 1 },
    (_, at) => ((samples[at * 2] ?? 0) + (samples[at * 2 + 1] ?? 0)) >> 1,
  );
};
