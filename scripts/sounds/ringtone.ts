import { playNote } from './notes.ts';

/** A rising figure of marimba notes, twice, then a rest: heard across a room, pleasant next to the ear. */
const FIGURE = [76, 79, 84, 83, 79];
const STEP_SECONDS = 0.16;
const LENGTH_SECONDS = 3;

export const ringtone = (rate: number): Float64Array => {
  const samples = new Float64Array(LENGTH_SECONDS * rate);
  for (const repeatAt of [0, 1]) {
    FIGURE.forEach((note, step) => {
      playNote(samples, rate, {
        note,
        startSeconds: repeatAt + step * STEP_SECONDS,
        attackSeconds: 0.004,
        fadeSeconds: 0.22,
        lengthSeconds: 0.9,
        loudness: 0.3,
        harmonics: [1, 0.05, 0, 0.25],
      });
    });
  }
  return samples;
};
