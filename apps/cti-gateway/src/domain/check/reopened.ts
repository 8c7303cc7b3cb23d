import type { CaseStage } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { Case, CaseEntry } from '../case/case.ts';
import type { Workflow } from '../case/workflow.ts';
import { stageOf } from '../case/workflow.ts';

/** CHECK-7: the case goes back to work; what was told the customer and what they said to it counts no more. */
export function reopenedAfterCheck(
  one: Case,
  workflow: Workflow,
  history: readonly CaseEntry[],
  at: Instant,
): Case {
  return {
    ...one,
    stage: workflow.reopen?.to ?? lastWorkStage(workflow, history) ?? workflow.start,
    stageSince: at,
    closedAt: null,
    answer: { ...one.answer, toldAt: null, customer: null },
    satisfaction: null,
    timesReopened: one.timesReopened + 1,
  };
}

/** Where somebody last worked on it. */
function lastWorkStage(workflow: Workflow, history: readonly CaseEntry[]): CaseStage | null {
  const stages = history.flatMap(({ changes }) =>
    changes.flatMap(({ field, from, to }) => (field === 'stage' ? [from, to] : [])),
  );
  const isWork = (stage: unknown): stage is CaseStage =>
    typeof stage === 'string' && stageOf(workflow, stage)?.phase === 'work';
  return stages.findLast(isWork) ?? workflow.stages.find(({ phase }) => phase === 'work')?.stage ?? null;
}
