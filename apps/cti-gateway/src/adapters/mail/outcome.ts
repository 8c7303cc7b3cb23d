import type { MailOutcome } from '../../domain/letter/after-attempt.ts';

/** What nodemailer says of a letter that was not accepted. */
interface Failure extends Error {
  readonly code?: string;
  /** three digits, where the server answered */
  readonly responseCode?: number;
  readonly response?: string;
}

/** Codes that speak of this letter; others speak of the server, the way to it, or the password. */
const ofThisLetter: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

/**
 * Only what the server says of this letter for good (5xx) is final. A password it does not take, a missing STARTTLS or
 * no way to it may be mended, and the letter is tried again. `isWhole`: all of the letter had been handed over; without
 * an answer to it nobody knows (RFC 1047).
 */
export function outcomeOf(failure: Failure, isWhole: boolean): MailOutcome {
  const { code, responseCode, response, message } = failure;
  const said = response ?? message;
  if (responseCode === undefined && isWhole) return { is: 'unsure', said };
  const isFinal = ofThisLetter.includes(code) && (responseCode === undefined || responseCode >= 500);
  return { is: isFinal ? 'refused' : 'notNow', said };
}
