import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { Attempts } from './sign-in-attempts.ts';
import { attemptsForgottenAfter, failedOnceMore, nextAttemptAt } from './sign-in-attempts.ts';

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
});
