/** Share of the energy of `samples` (8 kHz) that lies at `hertz`, 0-1: near 1 for that tone alone, near 0 without it. */
export const toneShare = (samples: Int16Array, hertz: number): number => {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / 8_000);
  let [before, last, energy] = [0, 0, 0];
  for (const sample of samples) {
    [before, last] = [last, sample + coefficient * last - before];
    energy += sample * sample;
  }
  const power = before * before + last * last - coefficient * before * last;
  return energy === 0 ? 0 : (2 * power) / (samples.length * energy);
};

/** Root mean square as a share of full scale. */
export const loudness = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)) / 32_768;
