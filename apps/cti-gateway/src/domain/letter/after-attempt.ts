import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';

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

/** What an attempt changes of a letter to a customer, and of a notice to a colleague. */
interface Attempted {
  readonly state: string;
  readonly queuedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly trouble: string | null;
  readonly version: number;
}

/** LETTER-7: how it stands after an attempt. */
export function afterAttempt<Mail extends Attempted>(
  mail: Mail,
  outcome: MailOutcome,
  now: Instant,
  retryFor: Milliseconds,
): Mail {
  const next = { ...mail, nextAttemptAt: null, version: mail.version + 1 };
  switch (outcome.is) {
    case 'accepted':
      return { ...next, state: 'sent', sentAt: now, trouble: null };
    case 'unsure':
      return { ...next, state: 'unsure', trouble: told(outcome.said) };
    case 'refused':
      return { ...next, state: 'failed', trouble: told(outcome.said) };
    case 'notNow': {
      const at = now + pauseAfter(mail.attempts);
      const isTooLate = at > (mail.queuedAt ?? now) + retryFor;
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
