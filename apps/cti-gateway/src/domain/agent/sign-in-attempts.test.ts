import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { Attempts } from './sign-in-attempts.ts';
import {
  attemptsForgottenAfter,
  failedOnceMore,
  freeAttempts,
  nextAttemptAt,
  oneForgottenIn,
} from './sign-in-attempts.ts';

const failures = (count: number, lastAt = 0): Attempts => ({ failures: count, lastAt });

describe('attempts to sign in', () => {
  test('AUTH-2 a few mistakes cost no wait', () => {
    expect(nextAttemptAt(failures(4), 5)).toBe(0);
  });

  test('AUTH-2 after them each failure doubles the wait', () => {
    const waits = [5, 6, 7].map((count) => nextAttemptAt(failures(count), 5));
    expect(waits).toEqual([seconds(2), seconds(4), seconds(8)]);
  });

  test('AUTH-2 the wait ends at a quarter of an hour, however often somebody tries', () => {
    expect(nextAttemptAt(failures(5_000), 5)).toBe(minutes(15));
  });

  test('AUTH-2 all is forgotten after an hour without a failure', () => {
    expect(failedOnceMore(failures(9), attemptsForgottenAfter)).toEqual(failures(1, attemptsForgottenAfter));
  });

  test('AUTH-2 an office that mistypes every ten minutes, day and night, is never locked out', () => {
    let attempts: Attempts | null = null;
    const week = 7 * 24 * 6;
    for (let slip = 1; slip <= week; slip += 1)
      attempts = failedOnceMore(attempts, slip * minutes(10), oneForgottenIn.address);
    expect(nextAttemptAt(attempts, freeAttempts.address)).toBe(0);
  });

  test('AUTH-2 who guesses every two minutes is stopped within a few hours', () => {
    let attempts: Attempts | null = null;
    for (let guess = 1; guess <= 100; guess += 1)
      attempts = failedOnceMore(attempts, guess * minutes(2), oneForgottenIn.address);
    expect(nextAttemptAt(attempts, freeAttempts.address)).toBeGreaterThan(100 * minutes(2));
  });
});
