import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { afterAttempt } from './after-attempt.ts';
import type { Letter } from './letter.ts';

const noon = Date.UTC(2026, 10, 23, 4);
const sending: Letter = {
  letterId: asId('letter-1'),
  caseId: asId('case-1'),
  template: null,
  purpose: 'other',
  language: 'en',
  channel: 'email',
  to: 'okafor@example.com',
  subject: 'About your drill',
  body: 'We are sorry.',
  attachmentIds: [],
  state: 'sending',
  writtenBy: asId('maya'),
  writtenAt: noon,
  queuedAt: noon,
  sentAt: null,
  attempts: 1,
  nextAttemptAt: null,
  trouble: null,
  version: 3,
};
const later = { is: 'notNow', said: '451 4.7.1\r\n  greylisted' } as const;

describe('after an attempt', () => {
  test('LETTER-7 the server took it', () => {
    expect(afterAttempt(sending, { is: 'accepted' }, noon + 5, days(2))).toMatchObject({
      state: 'sent',
      sentAt: noon + 5,
      trouble: null,
      version: 4,
    });
  });

  test('LETTER-7 the pauses grow to four hours', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempts) => {
      const next = afterAttempt({ ...sending, attempts }, later, noon, days(2));
      return (next.nextAttemptAt ?? 0) - noon;
    });
    const [m, h] = [minutes(1), hours(1)];
    expect(pauses).toEqual([m, 5 * m, 15 * m, 30 * m, h, 2 * h, 4 * h, 4 * h, 4 * h]);
  });

  test('LETTER-7 after two days it has failed, with what the server said', () => {
    const attempt = { ...sending, attempts: 14 };
    expect(afterAttempt(attempt, later, noon + hours(43), days(2)).state).toBe('queued');
    expect(afterAttempt(attempt, later, noon + hours(45), days(2))).toMatchObject({
      state: 'failed',
      nextAttemptAt: null,
      trouble: '451 4.7.1 greylisted',
    });
  });

  test('LETTER-7 refused for good it has failed, and without an answer nobody is sure', () => {
    expect(afterAttempt(sending, { is: 'refused', said: '550 no such user' }, noon, days(2)).state).toBe(
      'failed',
    );
    expect(afterAttempt(sending, { is: 'unsure', said: 'Connection closed' }, noon, days(2)).state).toBe(
      'unsure',
    );
  });
});
