import { record, type Recording } from './recording.ts';

const SAMPLE_RATE = 8_000;
/** Amplitude of a full-scale sine is 3.17 dBm0 (G.711, µ-law); this is the amplitude of one at the level given. */
const amplitude = (dBm0: number): number => 32_635 * 10 ** ((dBm0 - 3.17) / 20);

interface Beep {
  readonly frequencies: readonly number[];
  readonly dBm0: number;
  readonly startMs: number;
  readonly endMs: number;
}

const RAMP_SAMPLES = 80;

/** Sines with soft edges in a cadence of `lengthMs`. */
const cadence = (lengthMs: number, beeps: readonly Beep[]): Int16Array => {
  const samples = new Int16Array((lengthMs * SAMPLE_RATE) / 1_000);
  for (const { frequencies, dBm0, startMs, endMs } of beeps) {
    const start = (startMs * SAMPLE_RATE) / 1_000;
    const end = (endMs * SAMPLE_RATE) / 1_000;
    for (let at = start; at < end; at++) {
      const edge = Math.min(1, (at - start) / RAMP_SAMPLES, (end - at) / RAMP_SAMPLES);
      const sum = frequencies.reduce(
        (total, hertz) => total + Math.sin((2 * Math.PI * hertz * at) / SAMPLE_RATE),
        0,
      );
      samples[at] = Math.round(sum * edge * amplitude(dBm0));
    }
  }
  return samples;
};

export const TONES: Readonly<Record<'ringback' | 'comfort' | 'beep' | 'silence', Recording>> = {
  /** Taiwan and North America (ITU-T E.180 list): 440 + 480 Hz, one second in three. */
  ringback: record(cadence(3_000, [{ frequencies: [440, 480], dBm0: -19, startMs: 0, endMs: 1_000 }])),
  /** "You are still connected": two soft notes every four seconds. */
  comfort: record(
    cadence(4_000, [
      { frequencies: [523.25], dBm0: -24, startMs: 0, endMs: 160 },
      { frequencies: [659.25], dBm0: -24, startMs: 240, endMs: 480 },
    ]),
  ),
  /** "Speak now": one short note. */
  beep: record(cadence(400, [{ frequencies: [1_000], dBm0: -18, startMs: 60, endMs: 340 }])),
  silence: record(new Int16Array(160)),
};
