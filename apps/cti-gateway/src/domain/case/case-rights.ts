import type { CaseAct, StageOwner } from '@ringside/shared/model/case-stage';
import { caseActs } from '@ringside/shared/model/case-stage';
import type { Role } from '@ringside/shared/model/role';
import type { Agent } from '../agent/agent.ts';
import type { Case } from './case.ts';
import type { Stage } from './workflow.ts';

type Person = Pick<Agent, 'agentId' | 'roles' | 'familyId'>;

/** Whoever the customer reaches does these, whosever case it is: what they say must not be lost (CASE-9). */
const anybodys: ReadonlySet<CaseAct> = new Set(['note', 'task', 'attach', 'checkSatisfaction', 'reopen']);

const rolesOf = {
  handler: ['agent', 'supervisor', 'manager'],
  supervisor: ['supervisor', 'manager'],
  manager: ['manager'],
} as const satisfies Record<StageOwner, readonly Role[]>;

/** CASE-9: a case is worked by its owner, its team, or somebody in charge, and in a stage above them by nobody else. */
export function mayWork(person: Person, one: Case, stage: Stage | null): boolean {
  const allowed: readonly Role[] = rolesOf[stage?.owner ?? 'handler'];
  if (!person.roles.some((role) => allowed.includes(role))) return false;
  return isTheirs(person, one) || person.roles.some((role) => role === 'supervisor' || role === 'manager');
}

const isTheirs = ({ agentId, familyId }: Person, one: Case): boolean =>
  one.ownerId === agentId || (one.familyId === null ? one.ownerId === null : one.familyId === familyId);

/** What may be done now; a stage that is no longer in the workflow holds nothing back. */
export function mayDo(person: Person, one: Case, stage: Stage | null, act: CaseAct): boolean {
  if (stage !== null && !stage.allows.includes(act)) return false;
  return anybodys.has(act) || mayWork(person, one, stage);
}

export const actsOf = (person: Person, one: Case, stage: Stage | null): CaseAct[] =>
  caseActs.filter((act) => mayDo(person, one, stage, act));
