import { expect, test } from 'vitest';
import type { AudioTest } from './phone.ts';
import { testAudio } from './test-audio.ts';

interface Devices {
  readonly plays?: boolean;
  readonly opens?: 'open' | 'denied' | 'missing';
  readonly hears?: boolean;
  readonly hearsAnew?: 'changed' | 'silent' | 'missing';
}

function tested({
  plays = true,
  opens = 'open',
  hears = true,
  hearsAnew = 'silent',
}: Devices): Promise<AudioTest> {
  let now = 0;
  const playing = {
    state: 'running',
    get currentTime() {
      return plays ? now / 1_000 : 7;
    },
    resume: () => new Promise<void>(() => undefined),
  };
  const mouth = {
    state: opens,
    open: () => Promise.resolve(opens),
    level: () => (hears ? 0.01 : 0),
    change: () => Promise.resolve(hearsAnew),
  };
  return testAudio(playing, mouth, null, (milliseconds) => {
    now += milliseconds;
    return Promise.resolve();
  });
}

test.each<[string, Devices, AudioTest]>([
  ['all works', {}, 'passed'],
  ['the headset stayed in the office', { opens: 'missing' }, 'noMicrophone'],
  ['the microphone looks open and is dead, and opens anew', { hears: false, hearsAnew: 'changed' }, 'passed'],
  ['the microphone is switched off', { hears: false }, 'silent'],
  ['nothing can be played', { plays: false }, 'noSound'],
])('PRES-12 pain 4: after sleep, when %s', async (_, devices, outcome) => {
  expect(await tested(devices)).toBe(outcome);
});
