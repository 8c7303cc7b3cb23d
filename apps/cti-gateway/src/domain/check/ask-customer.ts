import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CheckAttempt, SatisfactionCheck } from './satisfaction-check.ts';

/** What the customer said, or that they could not be reached. */
export interface Said {
  readonly outcome: Exclude<Satisfaction, 'notReached'>;
  readonly answers: SatisfactionCheck['answers'];
  readonly comment: string;
}

type Refusal = 'checkIsOver' | 'answerMissing';

/** CHECK-6: the customer could not be reached this time; the last time allowed, or one after the window, ends it. */
export function couldNotReach(
  check: SatisfactionCheck,
  attempt: CheckAttempt,
): Result<SatisfactionCheck, Refusal> {
  if (check.endedAt !== null) return refuse('checkIsOver');
  const attempts = [...check.attempts, attempt];
  const isOver = attempts.length >= check.attemptsAllowed || attempt.at >= check.until;
  return ok({
    ...check,
    attempts,
    outcome: isOver ? 'notReached' : null,
    endedAt: isOver ? attempt.at : null,
    version: check.version + 1,
  });
}

/** CHECK-4, CHECK-5: the customer answered. */
export function customerSaid(
  check: SatisfactionCheck,
  attempt: CheckAttempt,
  { outcome, answers, comment }: Said,
): Result<SatisfactionCheck, Refusal> {
  if (check.endedAt !== null) return refuse('checkIsOver');
  if (outcome === 'satisfied' && answers.solved === null) return refuse('answerMissing');
  return ok({
    ...check,
    attempts: [...check.attempts, attempt],
    answers,
    comment,
    outcome,
    endedAt: attempt.at,
    version: check.version + 1,
  });
}

/** CHECK-9: nobody needs to ask any more. */
export const withdrawn = (check: SatisfactionCheck, at: Instant): SatisfactionCheck => ({
  ...check,
  endedAt: at,
  version: check.version + 1,
});
