import { playNote } from './notes.ts';

/** Four bars of four seconds, played twice with different melodies: 32 s. */
const BAR_SECONDS = 4;
const BEAT_SECONDS = 0.5;

/** F major 7, D minor 7, B-flat major 7, C 9 without third: nothing that wants to be resolved. */
const CHORDS: readonly (readonly number[])[] = [
  [53, 60, 64, 69],
  [50, 57, 60, 65],
  [46, 58, 62, 69],
  [48, 55, 62, 67],
];
const PATTERN = [0, 1, 2, 3, 2, 1, 3, 2];
/** One long melody note a bar, above the harp; null rests. */
const MELODY: readonly (number | null)[] = [72, null, 74, 72, 69, 72, null, 67];

/** Calm harp-like chords under a slow melody, in the band of a telephone (most energy at 200-1200 Hz). */
export const holdMusic = (rate: number): Float64Array => {
  const bars = MELODY.length;
  const samples = new Float64Array(bars * BAR_SECONDS * rate);
  for (let bar = 0; bar < bars; bar++) {
    const chord = CHORDS[bar % CHORDS.length] ?? [];
    const startSeconds = bar * BAR_SECONDS;
    playNote(samples, rate, pad(chord[1] ?? 60, startSeconds));
    PATTERN.forEach((voice, beat) => {
      playNote(samples, rate, harp(chord[voice] ?? 60, startSeconds + beat * BEAT_SECONDS));
    });
    const melody = MELODY[bar];
    if (melody) playNote(samples, rate, flute(melody, startSeconds + BEAT_SECONDS));
  }
  return samples;
};

const harp = (note: number, startSeconds: number) => ({
  note,
  startSeconds,
  attackSeconds: 0.012,
  fadeSeconds: 0.7,
  lengthSeconds: 2.4,
  loudness: 0.16,
  harmonics: [1, 0.35, 0.12, 0.05],
});

const pad = (note: number, startSeconds: number) => ({
  note,
  startSeconds,
  attackSeconds: 1.2,
  fadeSeconds: 4,
  lengthSeconds: 4.6,
  loudness: 0.08,
  harmonics: [1, 0.3, 0.1],
});

const flute = (note: number, startSeconds: number) => ({
  note,
  startSeconds,
  attackSeconds: 0.15,
  fadeSeconds: 1.6,
  lengthSeconds: 3,
  loudness: 0.13,
  harmonics: [1, 0.12, 0.04],
});
