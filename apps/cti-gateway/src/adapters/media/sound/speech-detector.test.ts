import { expect, test } from 'vitest';
import { SpeechDetector } from './speech-detector.ts';

const frame = (amplitude: number): Int16Array =>
  Int16Array.from({ length: 160 }, (_, at) => amplitude * Math.sin(at / 3));

const heard = (frames: Frames) => {
  const detector = new SpeechDetector();
  for (const one of frames) detector.hear(one);
  return detector.hasSpoken;
};
type Frames = readonly (Int16Array | null)[];
const times = (count: number, ...some: Frames): Frames => Array.from({ length: count }, () => some).flat();

test.each<[string, Frames, boolean]>([
  ['a word', times(15, frame(3_000)), true],
  ['a quiet speaker', times(15, frame(300)), true],
  ['words with gaps between their sounds', times(8, frame(3_000), frame(3_000), frame(0)), true],
  ['the hiss of a line', times(500, frame(100)), false],
  ['no packets at all', times(500, null), false],
  ['a click', [...times(50, frame(20)), ...times(4, frame(20_000)), ...times(50, frame(20))], false],
  ['clicks now and then', times(40, frame(20_000), ...times(12, frame(0))), false],
])('RECORD-3: %s', (_what, frames, isSpeech) => {
  expect(heard(frames)).toBe(isSpeech);
});
