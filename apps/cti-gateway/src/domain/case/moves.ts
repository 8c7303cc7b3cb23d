import type { CaseStage, StageCondition } from '@ringside/shared/model/case-stage';
import type { StageFacts } from './stage-facts.ts';
import type { Stage, Workflow } from './workflow.ts';
import { stageOf } from './workflow.ts';

/** A stage that may follow, and what does not hold yet; nothing: the case may be moved there now (STAGE-3). */
export interface Move {
  readonly to: CaseStage;
  readonly missing: readonly StageCondition[];
}

/** Where a case in this stage may go, the usual way first. */
export const movesFrom = (workflow: Workflow, from: CaseStage, facts: StageFacts): readonly Move[] =>
  followers(workflow, from).flatMap((to) => {
    const missing = moveFaults(workflow, { from, to }, facts);
    return missing === 'noWay' ? [] : [{ to, missing }];
  });

/** What stands against a move: every condition of leaving and of coming in that does not hold, or that no arrow leads there. */
export function moveFaults(
  workflow: Workflow,
  { from, to }: { readonly from: CaseStage; readonly to: CaseStage },
  facts: StageFacts,
): readonly StageCondition[] | 'noWay' {
  const target = stageOf(workflow, to);
  if (target === null || !followers(workflow, from).includes(to)) return 'noWay';
  return unmet([...(stageOf(workflow, from)?.exit ?? []), ...target.entry], facts);
}

export const unmet = (conditions: readonly StageCondition[], facts: StageFacts): readonly StageCondition[] =>
  [...new Set(conditions)].filter((condition) => !facts[condition]);

/**
 * STAGE-5: a case whose stage an administrator took away goes on from the start, or from the first stage in which
 * somebody works on it.
 */
function followers(workflow: Workflow, from: CaseStage): readonly CaseStage[] {
  const stage = stageOf(workflow, from);
  if (stage !== null) return stage.to;
  const firstOfWork = workflow.stages.find(({ phase }) => phase === 'work');
  return [...new Set([workflow.start, ...(firstOfWork ? [firstOfWork.stage] : [])])];
}

/** STAGE-4: whether anything waits for the checklist of a stage: leaving it, or coming into one that may follow. */
export const waitsForChecklist = (workflow: Workflow, { exit, to }: Stage): boolean =>
  [...exit, ...to.flatMap((next) => stageOf(workflow, next)?.entry ?? [])].includes('checklistDone');

/** STAGE-6: where a case goes that is above its handler: the first stage that is not the handler's. */
export const escalationOf = ({ stages }: Workflow): Stage | null =>
  stages.find(({ owner, phase }) => owner !== 'handler' && phase !== 'closed') ?? null;
