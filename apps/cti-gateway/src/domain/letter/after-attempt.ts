import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';
import type { Letter } from './letter.ts';

/** What came of handing a letter to the mail server. */
export type MailOutcome =
  | { readonly is: 'accepted' }
  /** the server will never take it (5xx) */
  | { readonly is: 'refused'; readonly said: string }
  /** not now (4xx), or the server was not reached: it has not got the letter */
  | { readonly is: 'notNow'; readonly said: string }
  /** the whole letter was handed over and no answer came */
  | { readonly is: 'unsure'; readonly said: string };

/** Pauses grow, so that a server that is away is not run down; the last is repeated. */
const pauses: readonly Milliseconds[] = [
  minutes(1),
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(2),
  hours(4),
];
const longestTrouble = 300;

/** LETTER-7: how a letter stands after an attempt. */
export function afterAttempt(
  letter: Letter,
  outcome: MailOutcome,
  now: Instant,
  retryFor: Milliseconds,
): Letter {
  const next = { ...letter, nextAttemptAt: null, version: letter.version + 1 };
  switch (outcome.is) {
    case 'accepted':
      return { ...next, state: 'sent', sentAt: now, trouble: null };
    case 'unsure':
      return { ...next, state: 'unsure', trouble: told(outcome.said) };
    case 'refused':
      return { ...next, state: 'failed', trouble: told(outcome.said) };
    case 'notNow': {
      const at = now + pauseAfter(letter.attempts);
      const isTooLate = at > (letter.queuedAt ?? now) + retryFor;
      const trouble = told(outcome.said);
      return isTooLate
        ? { ...next, state: 'failed', trouble }
        : { ...next, state: 'queued', nextAttemptAt: at, trouble };
    }
  }
}

const pauseAfter = (attempts: number): Milliseconds =>
  pauses[Math.min(Math.max(attempts, 1), pauses.length) - 1] ?? hours(4);

const told = (said: string): string => said.replaceAll(/\s+/gu, ' ').trim().slice(0, longestTrouble);
