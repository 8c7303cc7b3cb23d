import { SAMPLES } from './g711.ts';
import { samplesOf, type Wav } from './wav.ts';

/** The samples of a WAV in 16 bits, channels as they are. */
export const linear = ({ format, body }: Wav): Int16Array => {
  if (format.encoding === 'linear' || format.encoding === null) return samplesOf(body);
  const samples = SAMPLES[format.encoding];
  return Int16Array.from(body, (byte) => samples[byte] ?? 0);
};
