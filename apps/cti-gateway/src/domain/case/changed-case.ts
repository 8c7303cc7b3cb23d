import type { CaseStage } from '@ringside/shared/model/case-stage';
import type { AgentId, JobFamilyId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Agent } from '../agent/agent.ts';
import type { Case } from './case.ts';
import type { Workflow } from './workflow.ts';
import { stageOf } from './workflow.ts';

/** What people write on a case; what is left out stays as it is. */
export type CaseEdit = { readonly [Field in Written]?: Case[Field] | undefined } & {
  /** of the answer */
  readonly proposal?: string | undefined;
};
type Written =
  | 'title'
  | 'whatHappened'
  | 'category'
  | 'severity'
  | 'impact'
  | 'urgency'
  | 'legal'
  | 'product'
  | 'servicePointId'
  | 'contractId'
  | 'remedyWanted'
  | 'feeling'
  | 'apologyGiven'
  | 'explanation'
  | 'commitment';

/** Whose it becomes; nobody's: it waits for whoever takes it. */
export type CaseOwner =
  | { readonly to: 'agent'; readonly agentId: AgentId }
  | { readonly to: 'family'; readonly familyId: JobFamilyId }
  | { readonly to: 'nobody' };

const noAnswer = { toldAt: null, customer: null };

/** CASE-12: what people wrote; a proposal that reads otherwise has not been told. */
export function changedCase(one: Case, { proposal, ...changes }: CaseEdit): Case {
  const changed: Case = { ...one, ...written(changes) };
  if (proposal === undefined || proposal === one.answer.proposal) return changed;
  return { ...changed, answer: { proposal, ...noAnswer } };
}

/** What is left out of a partial object says nothing, also where it stands as undefined. */
const written = <Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

/** STAGE-8: a case stands in its new stage; coming into a closed one from an open one closes it. */
export function movedCase(one: Case, workflow: Workflow, to: CaseStage, now: Instant): Case {
  const isClosed = stageOf(workflow, to)?.phase === 'closed';
  return {
    ...one,
    stage: to,
    stageSince: now,
    closedAt: isClosed ? (one.closedAt ?? now) : null,
  };
}

/** STAGE-7: what is taken back is what the customer has to be told and asked anew. */
export const reopenedCase = (one: Case, workflow: Workflow, to: CaseStage, now: Instant): Case => ({
  ...movedCase(one, workflow, to, now),
  answer: { ...one.answer, ...noAnswer },
  satisfaction: null,
  checked: [],
  duplicateOf: null,
  timesReopened: one.timesReopened + 1,
});

/** STAGE-9: under another type it stands where that has a stage of the same name, and begins anew otherwise. */
export function retypedCase(one: Case, other: Workflow, now: Instant): Case {
  const retyped = { ...one, type: other.type };
  const same = stageOf(other, one.stage);
  // what is a closed stage there would make an open case one that nobody sees
  return same === null || same.phase === 'closed' ? movedCase(retyped, other, other.start, now) : retyped;
}

/** CASE-10: it is somebody's and so of their team, or a team's, or nobody's. */
export function givenCase(one: Case, owner: CaseOwner, person: Agent | null): Case {
  switch (owner.to) {
    case 'agent':
      return { ...one, ownerId: owner.agentId, familyId: person?.familyId ?? null };
    case 'family':
      return { ...one, ownerId: null, familyId: owner.familyId };
    case 'nobody':
      return { ...one, ownerId: null, familyId: null };
  }
}
