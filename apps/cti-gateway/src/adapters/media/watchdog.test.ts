import { describe, expect, test } from 'vitest';
import { Watchdog, type Health } from './watchdog.ts';

const GOOD = { expected: 50, received: 50, isListening: true };
const LOSSY = { expected: 50, received: 49, isListening: true };
const QUIET = { expected: 0, received: 0, isListening: true };
const HELD = { expected: 0, received: 0, isListening: false };

const seconds = (...samples: readonly (typeof GOOD)[]): (Health | null)[] => {
  const watchdog = new Watchdog();
  return samples.map((sample) => watchdog.judge(sample));
};

describe('The watchdog', () => {
  test('tells of silence after three seconds without a packet, once', () => {
    expect(seconds(GOOD, QUIET, QUIET, QUIET, QUIET)).toEqual([null, null, null, 'silent', null]);
  });

  test('tells of loss over 1 % in three of five seconds', () => {
    expect(seconds(LOSSY, GOOD, LOSSY, GOOD, LOSSY)).toEqual([null, null, null, null, 'lossy']);
    expect(seconds(LOSSY, LOSSY, GOOD, GOOD, GOOD, LOSSY)).toEqual(Array(6).fill(null));
  });

  test('1 % exactly is not over 1 %', () => {
    const justGood = { expected: 100, received: 99, isListening: true };
    expect(seconds(justGood, justGood, justGood, justGood)).toEqual(Array(4).fill(null));
  });

  test('is content again after five good seconds on end', () => {
    expect(seconds(QUIET, QUIET, QUIET, GOOD, GOOD, LOSSY, GOOD, GOOD, GOOD, GOOD, GOOD).slice(3)).toEqual([
      ...Array(7).fill(null),
      'ok',
    ]);
  });

  test('loss may turn into silence', () => {
    expect(seconds(LOSSY, LOSSY, LOSSY, QUIET, QUIET, QUIET)).toEqual([
      null,
      null,
      'lossy',
      null,
      null,
      'silent',
    ]);
  });

  test('expects nothing of a peer that is on hold', () => {
    expect(seconds(HELD, HELD, HELD, HELD)).toEqual(Array(4).fill(null));
    expect(seconds(QUIET, QUIET, QUIET, HELD)).toEqual([null, null, 'silent', 'ok']);
  });
});
