import type { Problem } from '@ringside/shared/protocol/problem';

/** Refusals that pass by themselves, so that the desk tries on without a word; all others need a person. */
const passing: ReadonlySet<Problem['problem']> = new Set([
  'draining',
  'internal',
  'tooManyAttempts',
  'noConnection',
]);
/** Refusals after which the token is worth nothing. */
const sessionOver: ReadonlySet<Problem['problem']> = new Set(['notSignedIn', 'sessionEnded']);

export const passesByItself = ({ problem }: Problem): boolean => passing.has(problem);
export const endsSession = ({ problem }: Problem): boolean => sessionOver.has(problem);
