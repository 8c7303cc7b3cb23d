import type { Case } from '../../domain/case/case.ts';
import type { Wanted } from '../../domain/case/who-fits.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import { workflowOf } from '../case/case-at-hand.ts';
import type { Parts } from '../parts.ts';

/** What a case wants of whoever works on it. */
export async function wantedOf(parts: Parts, one: Case): Promise<Wanted> {
  const workflow = workflowOf(parts, one);
  const [first] = one.callIds;
  const call = first === undefined ? null : await parts.store.call(first);
  const queue = parts.centre.queues.find(({ queueId }) => queueId === call?.queueId);
  return {
    one,
    stage: workflow === null ? null : stageOf(workflow, one.stage),
    skills: queue?.skills ?? [],
  };
}
