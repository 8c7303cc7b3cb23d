import type { caseProblem } from '@ringside/shared/protocol/case-api';
import type { z } from 'zod';
import type { CaseDoorRefusal } from '../../../ports/case-door.ts';

type Word = CaseDoorRefusal['problem'] | 'badMessage' | 'badKey' | 'notSignedIn' | 'tooManyAttempts';

const told: Readonly<Record<Word, readonly [status: number, title: string]>> = {
  badMessage: [400, 'Nothing was written: mend what faults names. /api/openapi.json says what is expected.'],
  badKey: [400, 'Idempotency-Key has 1 to 128 visible ASCII characters. Send another.'],
  notSignedIn: [
    401,
    'Send a token as "Authorization: Bearer …". An administrator makes one under Administration, API tokens.',
  ],
  unknownToken: [
    401,
    'This token is not known, was revoked or has run out. Ask an administrator for another.',
  ],
  scopeMissing: [403, 'This token lacks a scope (scope). Ask an administrator for one that has it.'],
  unknownCase: [404, 'No case has this reference. Write it as it was given, such as C-2291.'],
  changedMeanwhile: [409, 'Somebody wrote at the same moment. Send the same request again.'],
  notPossibleNow: [409, 'The case takes nothing on where it stands. Open a new one that names this one.'],
  reopeningIsOver: [
    409,
    'The case was closed too long ago to be reopened. Open a new one that names this one.',
  ],
  otherCustomer: [
    422,
    'The case is of another customer. Ask for the reference once more, or open a new one.',
  ],
  unknownCustomer: [
    422,
    'No customer has this id or number. Correct it, or send name, email or number instead.',
  ],
  unknownCategory: [422, 'The centre has no such category. An administrator can tell its categories.'],
  unknownServicePoint: [422, 'The centre has no such service point. Correct it or leave it out.'],
  unknownContract: [422, 'The centre has no such contract. Correct it or leave it out.'],
  keyUsedOtherwise: [
    422,
    'This Idempotency-Key was used for another content. Send a new key for a new request.',
  ],
  tooManyAttempts: [429, 'Too many requests. Wait as long as Retry-After says.'],
  internal: [
    500,
    'Something went wrong in the gateway; its log says what. Send the same request again later.',
  ],
};

type CaseProblem = z.infer<typeof caseProblem>;

/** A refusal as RFC 9457 writes it. */
export function caseProblemOf(problem: Word, more: Pick<CaseProblem, 'scope' | 'faults'> = {}): CaseProblem {
  const [status, title] = told[problem];
  return { type: 'about:blank', title, status, problem, ...more };
}
