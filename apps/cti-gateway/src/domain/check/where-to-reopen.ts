import type { CaseStage } from '@ringside/shared/model/case-stage';
import type { CaseEntry } from '../case/case.ts';
import type { Workflow } from '../case/workflow.ts';
import { stageOf } from '../case/workflow.ts';

/** CHECK-7: where the workflow says; else where somebody last worked on it; else where work begins. */
export function whereToReopen(workflow: Workflow, history: readonly CaseEntry[]): CaseStage {
  if (workflow.reopen !== null) return workflow.reopen.to;
  const stages = history.flatMap(({ changes }) =>
    changes.flatMap(({ field, from, to }) => (field === 'stage' ? [from, to] : [])),
  );
  const isWork = (stage: unknown): stage is CaseStage =>
    typeof stage === 'string' && stageOf(workflow, stage)?.phase === 'work';
  const firstOfWork = workflow.stages.find(({ phase }) => phase === 'work')?.stage;
  return stages.findLast(isWork) ?? firstOfWork ?? workflow.start;
}
