import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';

/** A refusal as the desk reads it. */
export const problem = (word: ProblemWord, field?: string): Problem =>
  field === undefined ? { problem: word } : { problem: word, field };
