import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a WAV file (16 bit, mono) with a steady tone. */
export function writeTone(path: string, hertz: number, seconds: number, rate = 8_000): void {
  const samples = new Int16Array(seconds * rate);
  for (let i = 0; i < samples.length; i += 1)
    samples[i] = Math.round(9_000 * Math.sin((2 * Math.PI * hertz * i) / rate));
  writeFileSync(path, wavOf(samples, rate));
}

/** The same in syllables of 250 ms with 150 ms between: a browser takes a steady tone for noise and turns it down. */
export function writeSyllables(path: string, hertz: number, seconds: number, rate = 48_000): void {
  const samples = new Int16Array(seconds * rate);
  for (let i = 0; i < samples.length; i += 1) {
    const isSpoken = i % (rate * 0.4) < rate * 0.25;
    samples[i] = isSpoken ? Math.round(12_000 * Math.sin((2 * Math.PI * hertz * i) / rate)) : 0;
  }
  writeFileSync(path, wavOf(samples, rate));
}

function wavOf(samples: Int16Array, rate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

/** The samples of a mono 16-bit WAV file, also of one that is still being written (its header may give no length). */
export function readWav(path: string): { readonly samples: Int16Array; readonly rate: number } {
  const bytes = readFileSync(path);
  const data = bytes.indexOf('data', 12, 'latin1');
  if (data < 0) return { samples: new Int16Array(0), rate: 8_000 };
  const start = data + 8;
  const count = Math.floor((bytes.length - start) / 2);
  const samples = new Int16Array(count);
  for (let i = 0; i < count; i += 1) samples[i] = bytes.readInt16LE(start + 2 * i);
  return { samples, rate: bytes.readUInt32LE(24) };
}

/** Share of the energy of `samples` that lies at `hertz` (Goertzel), 0 to 1; 0 for silence. */
export function toneShare(samples: Int16Array, rate: number, hertz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let s1 = 0;
  let s2 = 0;
  let energy = 0;
  for (const sample of samples) {
    const s0 = sample + coefficient * s1 - s2;
    s2 = s1;
    s1 = s0;
    energy += sample * sample;
  }
  if (energy < samples.length * 100) return 0;
  const power = s1 * s1 + s2 * s2 - coefficient * s1 * s2;
  return Math.min(1, (2 * power) / (energy * samples.length));
}

/** Longest run of 100 ms windows in which the tone carries at least half of the energy, in milliseconds. */
export function toneRunMs(samples: Int16Array, rate: number, hertz: number): number {
  const window = rate / 10;
  let best = 0;
  let run = 0;
  for (let at = 0; at + window <= samples.length; at += window) {
    run = toneShare(samples.subarray(at, at + window), rate, hertz) > 0.5 ? run + 100 : 0;
    best = Math.max(best, run);
  }
  return best;
}

/** Root mean square level of the samples. */
export function level(samples: Int16Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(energy / samples.length);
}

/** Longest run of 100 ms windows without the tone between its first and its last, in milliseconds. */
export function toneGapMs(samples: Int16Array, rate: number, hertz: number): number {
  const window = rate / 10;
  let worst = 0;
  let gap: number | null = null;
  for (let at = 0; at + window <= samples.length; at += window) {
    if (toneShare(samples.subarray(at, at + window), rate, hertz) > 0.5) {
      worst = Math.max(worst, gap ?? 0);
      gap = 0;
    } else if (gap !== null) gap += 100;
  }
  return worst;
}
