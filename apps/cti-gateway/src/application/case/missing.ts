import type { StageCondition } from '@ringside/shared/model/case-stage';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import { problem } from '../desk-problem.ts';

/** STAGE-3: the first condition that does not hold is named. */
export const missing = (faults: readonly StageCondition[]): Result<never, Problem> =>
  refuse(problem('conditionsMissing', faults[0]));
