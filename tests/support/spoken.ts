import { readFileSync } from 'node:fs';

const RATE = 8_000;
/** Enough of a prompt to know it by, and little enough that a lost packet seldom falls into it. */
const PIECE = 1_600;
const PIECES = 3;
/** Correlation, 0 to 1, from which on it is the same sound, passed through G.711. */
const SAME = 0.85;

/**
 * When a sound of `resources/sounds` begins in what a telephone heard (8 kHz), in ms; null: it was not said. Looks for
 * three pieces of it in their distance from each other, and takes two.
 */
export function saidAt(heard: Int16Array, sound: string): number | null {
  const samples = prompt(sound);
  const starts = piecesOf(samples).map((piece) => {
    const found = find(heard, samples.subarray(piece, piece + PIECE));
    return found === null ? null : found - piece;
  });
  const known = starts.filter((start) => start !== null);
  const needed = Math.min(2, starts.length);
  const agreed = known.find(
    (start) => known.filter((one) => Math.abs(one - start) < RATE / 5).length >= needed,
  );
  return agreed === undefined ? null : Math.round((agreed * 1_000) / RATE);
}

/** Which of these sounds were said, in the order in which they were. */
export function saidInOrder(heard: Int16Array, sounds: readonly string[]): readonly string[] {
  return sounds
    .flatMap((sound) => {
      const at = saidAt(heard, sound);
      return at === null ? [] : [{ sound, at }];
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ sound }) => sound);
}

/** Where the pieces begin: spread over the sound, each moved to where it is loud. */
function piecesOf(samples: Int16Array): readonly number[] {
  if (samples.length <= PIECE) return [0];
  const span = Math.floor(samples.length / PIECES);
  if (span < PIECE) return [loudest(samples, 0, samples.length)];
  return Array.from({ length: PIECES }, (_, at) => loudest(samples, at * span, (at + 1) * span));
}

function loudest(samples: Int16Array, from: number, to: number): number {
  let best = { at: from, energy: -1 };
  for (let at = from; at + PIECE <= to; at += 80) {
    const energy = energyOf(samples.subarray(at, at + PIECE));
    if (energy > best.energy) best = { at, energy };
  }
  return best.at;
}

/** Where `piece` lies in `heard`. */
function find(heard: Int16Array, piece: Int16Array): number | null {
  const wanted = energyOf(piece);
  let best = { at: 0, likeness: 0 };
  for (let at = 0; at + piece.length <= heard.length; at += 1) {
    if (roughly(heard, piece, at) < 0.5) continue;
    const here = heard.subarray(at, at + piece.length);
    const likeness = product(here, piece) / Math.sqrt(Math.max(1, wanted * energyOf(here)));
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best.likeness >= SAME ? best.at : null;
}

/** The likeness by every sixteenth sample: most places are ruled out by it. */
function roughly(heard: Int16Array, piece: Int16Array, start: number): number {
  let [both, one, other] = [0, 1, 1];
  for (let at = 0; at < piece.length; at += 16) {
    const [a, b] = [heard[start + at] ?? 0, piece[at] ?? 0];
    both += a * b;
    one += a * a;
    other += b * b;
  }
  return both / Math.sqrt(one * other);
}

const energyOf = (samples: Int16Array): number => product(samples, samples);

function product(one: Int16Array, other: Int16Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** A prompt as it is kept: G.711 µ-law, 8 kHz, or 16 bits where it was replaced. */
function prompt(sound: string): Int16Array {
  const file = readFileSync(new URL(`../../resources/sounds/${sound}.wav`, import.meta.url));
  const isLaw = file.readUInt16LE(20) === 7;
  const data = file.indexOf('data', 12, 'latin1') + 8;
  const body = file.subarray(data);
  if (isLaw) return Int16Array.from(body, muLaw);
  return Int16Array.from({ length: body.length >> 1 }, (_, at) => body.readInt16LE(at * 2));
}

/** ITU-T G.711. */
function muLaw(byte: number): number {
  const code = ~byte & 0xff;
  const magnitude = ((((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4)) - 0x84;
  return code & 0x80 ? -magnitude : magnitude;
}
