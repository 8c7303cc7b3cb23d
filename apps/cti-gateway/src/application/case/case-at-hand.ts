import type { CaseAct } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import { mayDo, mayWork } from '../../domain/case/case-rights.ts';
import type { CaseBelongings, StageFacts } from '../../domain/case/stage-facts.ts';
import { stageFacts } from '../../domain/case/stage-facts.ts';
import type { Stage, Workflow } from '../../domain/case/workflow.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import type { Parts } from '../parts.ts';

/** A case as it stands, with what its type says about where it stands. */
export interface CaseAtHand {
  readonly one: Case;
  /** null: the centre has no workflow for its type any more */
  readonly workflow: Workflow | null;
  /** null: an administrator took its stage away */
  readonly stage: Stage | null;
  readonly person: Agent;
}

export const workflowOf = ({ centre }: Parts, { type }: Pick<Case, 'type'>): Workflow | null =>
  centre.workflows.find((workflow) => workflow.type === type) ?? null;

/** Where it stands by the workflow of its type. */
export function stageNow(parts: Parts, one: Case): Pick<CaseAtHand, 'workflow' | 'stage'> {
  const workflow = workflowOf(parts, one);
  return { workflow, stage: workflow === null ? null : stageOf(workflow, one.stage) };
}

export function atHand(parts: Parts, agentId: AgentId, one: Case): CaseAtHand {
  const person = parts.floor.agents.get(agentId)?.agent;
  if (person === undefined) throw new Error('Whoever asks is signed in');
  return { one, ...stageNow(parts, one), person };
}

/**
 * CASE-9: the case, where this person may do this to it in the stage it is in. `notPossibleNow`: nobody may in this
 * stage; `notAllowed`: they may not.
 */
export async function caseToDo(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
  act: CaseAct,
): Promise<Result<CaseAtHand, 'unknownCase' | 'notAllowed' | 'notPossibleNow'>> {
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const hand = atHand(parts, agentId, one);
  if (hand.stage !== null && !hand.stage.allows.includes(act)) return refuse('notPossibleNow');
  return mayDo(hand.person, one, hand.stage, act) ? ok(hand) : refuse('notAllowed');
}

/** CASE-9: the case, where this person works it. */
export async function caseToWork(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
): Promise<Result<CaseAtHand, 'unknownCase' | 'notAllowed'>> {
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const hand = atHand(parts, agentId, one);
  return mayWork(hand.person, one, hand.stage) ? ok(hand) : refuse('notAllowed');
}

/** STAGE-3: what conditions are looked up in, read now. */
export async function factsOf(parts: Parts, workflow: Workflow | null, one: Case): Promise<StageFacts> {
  return stageFacts(workflow, one, await belongingsOf(parts, one));
}

export async function belongingsOf({ store }: Parts, { caseId }: Case): Promise<CaseBelongings> {
  const [tasks, promises, compensations, attachments] = await Promise.all([
    store.tasksOfCase(caseId),
    store.promisesOfCase(caseId),
    store.compensationsOfCase(caseId),
    store.attachmentsOfCase(caseId),
  ]);
  return { tasks, promises, compensations, attachments };
}
