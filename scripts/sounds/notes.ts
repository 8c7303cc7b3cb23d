/** Equal temperament: 69 is A4, 440 Hz. */
export const hertz = (note: number): number => 440 * 2 ** ((note - 69) / 12);

export interface Note {
  readonly note: number;
  readonly startSeconds: number;
  readonly attackSeconds: number;
  /** time in which the note falls to a third */
  readonly fadeSeconds: number;
  readonly lengthSeconds: number;
  readonly loudness: number;
  /** strength of each harmonic, the fundamental first */
  readonly harmonics: readonly number[];
}

/** Adds a note; what rings on past the end begins again at the start, so that the piece loops without a seam. */
export const playNote = (into: Float64Array, rate: number, note: Note): void => {
  const length = Math.round(note.lengthSeconds * rate);
  const start = Math.round(note.startSeconds * rate);
  const step = (2 * Math.PI * hertz(note.note)) / rate;
  for (let at = 0; at < length; at++) {
    const seconds = at / rate;
    const rise = Math.min(1, seconds / note.attackSeconds);
    const end = Math.min(1, (length - at) / (0.05 * rate));
    const envelope = rise * end * Math.exp(-seconds / note.fadeSeconds) * note.loudness;
    const wave = note.harmonics.reduce(
      (sum, strength, index) => sum + strength * Math.sin((index + 1) * step * at),
      0,
    );
    const place = (start + at) % into.length;
    into[place] = (into[place] ?? 0) + wave * envelope;
  }
};
