import { TELEPHONE_RATE } from './wav.ts';

/** Zero crossings of the filter on each side, and values kept between two of them. */
const CROSSINGS = 16;
const RESOLUTION = 512;
/** Where the telephone's band ends, as a part of what 8 kHz can hold: above it, recordings would fold back as noise. */
const PASSED = 0.92;
/** Outputs between two breaths: less than a millisecond of work. */
const OUTPUTS_AT_ONCE = 1_000;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A sinc under a Blackman window, by its distance from the middle. */
const KERNEL = Float64Array.from({ length: CROSSINGS * RESOLUTION + 2 }, (_, index) => {
  const distance = index / RESOLUTION;
  if (distance >= CROSSINGS) return 0;
  const phase = (Math.PI * distance) / CROSSINGS;
  const window = 0.42 + 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
  return distance === 0 ? 1 : (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
});

/** One output: the samples around `middle`, each weighed by its distance. */
const sampleAt = (samples: Int16Array, middle: number, scale: number): number => {
  const reach = CROSSINGS / scale;
  const first = Math.max(0, Math.ceil(middle - reach));
  const last = Math.min(samples.length - 1, Math.floor(middle + reach));
  let sum = 0;
  for (let at = first; at <= last; at++) {
    const weight = KERNEL[Math.round(Math.abs(middle - at) * scale * RESOLUTION)] as number;
    sum += weight * (samples[at] as number);
  }
  const value = Math.round(sum * scale);
  return Math.max(-32_768, Math.min(32_767, value));
};

/** At 8 kHz, whatever rate it had (samples a second, 8,000 or more). Others may do their work meanwhile. */
export const toTelephoneRate = async (samples: Int16Array, rate: number): Promise<Int16Array> => {
  if (rate === TELEPHONE_RATE) return samples;
  const scale = (TELEPHONE_RATE / rate) * PASSED;
  const made = new Int16Array(Math.floor((samples.length * TELEPHONE_RATE) / rate));
  for (let at = 0; at < made.length; at++) {
    if (at % OUTPUTS_AT_ONCE === 0) await breathe();
    made[at] = sampleAt(samples, (at * rate) / TELEPHONE_RATE, scale);
  }
  return made;
};
