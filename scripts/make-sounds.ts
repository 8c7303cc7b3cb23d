/** Makes resources/sounds anew from words and notes: `node scripts/make-sounds.ts`; needs espeak-ng and sox. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALLERS, PROMPTS } from './sounds/speech.ts';
import type { Speech } from './sounds/voices.ts';
import { holdMusic } from './sounds/hold-music.ts';
import { ringtone } from './sounds/ringtone.ts';

const folder = new URL('../resources/sounds/', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'ringside-sounds-'));

const writeSamples = (samples: Float64Array, name: string): string => {
  const path = join(work, name);
  writeFileSync(path, Buffer.from(Float32Array.from(samples).buffer));
  return path;
};

/** -R and -D: the same input gives the same file. */
const sox = (...args: readonly string[]): void => {
  execFileSync('sox', ['-R', '-D', ...args], { stdio: 'inherit' });
};

const TELEPHONE = ['-r', '8000', '-c', '1', '-b', '16', '-e', 'signed-integer'];

/** Half the size, and what the telephone carries anyhow. */
const G711 = ['-r', '8000', '-c', '1', '-e', 'mu-law'];

/** Speech in the telephone's band, silence cut at both ends, as loud as the rest. */
const speak = ({ name, voice, pace, pitch, words, isPart }: Speech, format: readonly string[]): void => {
  const spoken = join(work, `${name}.wav`);
  execFileSync('espeak-ng', [
    '-v',
    voice,
    '-s',
    String(pace),
    '-p',
    String(pitch),
    '-g',
    '2',
    '-w',
    spoken,
    words,
  ]);
  const trim = ['silence', '1', '0.02', '0.5%', 'reverse', 'silence', '1', '0.02', '0.5%', 'reverse'];
  const shape = [
    'highpass',
    '180',
    'lowpass',
    '3500',
    'norm',
    '-3',
    'pad',
    ...(isPart ? ['0.03', '0.05'] : ['0.1', '0.2']),
  ];
  sox(spoken, ...format, join(folder, `${name}.wav`), 'gain', '-4', 'rate', '8000', ...trim, ...shape);
};

/** For whoever wants a tone in a row of sounds. */
const beep = (): void =>
  sox(
    '-n',
    ...TELEPHONE,
    join(folder, 'beep.wav'),
    'synth',
    '0.3',
    'sine',
    '1000',
    'fade',
    'q',
    '0.02',
    '0.3',
    '0.02',
    'gain',
    '-18',
  );

const RAW = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-c', '1'];

mkdirSync(folder, { recursive: true });
for (const prompt of PROMPTS) speak(prompt, G711);
for (const caller of CALLERS) speak(caller, TELEPHONE);
beep();
sox(
  ...RAW,
  '-r',
  '8000',
  writeSamples(holdMusic(8_000), 'music'),
  ...TELEPHONE,
  join(folder, 'hold-music.wav'),
  'norm',
  '-12',
);
sox(
  ...RAW,
  '-r',
  '44100',
  writeSamples(ringtone(44_100), 'ring'),
  '-C',
  '3',
  join(folder, 'ringtone.ogg'),
  'norm',
  '-6',
);
rmSync(work, { recursive: true });
