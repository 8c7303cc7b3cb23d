import { hasAll } from '../acd/idle-agents.ts';
import type { Agent } from '../agent/agent.ts';
import type { SkillNeed } from '../centre/queue.ts';
import type { Case } from './case.ts';
import { mayWork } from './case-rights.ts';
import type { Stage } from './workflow.ts';

export interface Wanted {
  readonly one: Case;
  readonly stage: Stage | null;
  /** what its first call needed of an agent; [] for what came in writing */
  readonly skills: readonly SkillNeed[];
}

/** WORK-5: whether this person could have the case: at work here, of its team, allowed in its stage, with its skills. */
export function fits(person: Agent, { one, stage, skills }: Wanted): boolean {
  const levels = new Map(person.skills.map(({ skillId, level }) => [skillId, level]));
  return (
    person.active &&
    (one.familyId === null || person.familyId === one.familyId) &&
    mayWork(person, { ...one, ownerId: person.agentId }, stage) &&
    hasAll(levels, skills)
  );
}
