import type { CompensationState, Grade } from '@ringside/shared/model/compensation';
import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Reach } from './authority.ts';
import { covers, rankOf } from './authority.ts';
import type { Compensation } from './compensation.ts';

/** Whoever does something about a compensation, and how far their own authority goes for it now. */
export interface Person {
  readonly agentId: AgentId;
  readonly grade: Grade | null;
  readonly reach: Reach;
  /** the case is theirs, or they are in charge */
  readonly isTheirs: boolean;
}

/** Somebody who could approve, as far as their grade and reach go. */
export type Approver = Omit<Person, 'isTheirs'>;

export const compensationSteps = ['approve', 'refuse', 'withdraw', 'carryOut', 'cancel'] as const;
export type CompensationStep = (typeof compensationSteps)[number];

export type StepRefusal = 'notPossibleNow' | 'notAllowed' | 'ownRequest' | 'aboveAuthority';

/** The table: what may be done in which state. The buttons and the guard read it. */
const mayFollow = {
  asked: ['approve', 'refuse', 'withdraw'],
  granted: ['carryOut', 'cancel'],
  done: [],
  refused: [],
  cancelled: [],
} as const satisfies Record<CompensationState, readonly CompensationStep[]>;

/** What stands in the way of a step; null: nothing. */
export function whyNot(of: Compensation, step: CompensationStep, by: Person): StepRefusal | null {
  const possible: readonly CompensationStep[] = mayFollow[of.state];
  if (!possible.includes(step)) return 'notPossibleNow';
  switch (step) {
    case 'approve':
      return notApprover(of, by) ?? (wayToApprove(of, by) === null ? 'aboveAuthority' : null);
    case 'refuse':
      return notApprover(of, by);
    case 'withdraw':
      return by.agentId === of.askedBy ? null : 'notAllowed';
    case 'carryOut':
    case 'cancel':
      return by.isTheirs || by.agentId === of.askedBy ? null : 'notAllowed';
    default:
      return unreachable(step);
  }
}

/** COMP-6: another person than who asked, in charge, and not of a lower grade than they. */
function notApprover({ askedBy, grade }: Compensation, by: Person): StepRefusal | null {
  if (by.grade === null || by.grade === 'agent' || rankOf(by.grade) < rankOf(grade)) return 'notAllowed';
  return by.agentId === askedBy ? 'ownRequest' : null;
}

/**
 * COMP-6 and COMP-7: within one's own authority it is granted. What is above a manager's takes two managers: one who asks
 * or endorses, and another who approves. null: it is for somebody else.
 */
export function wayToApprove(of: Compensation, by: Approver): 'grant' | 'endorse' | null {
  if (covers(by.reach, of.amount)) return 'grant';
  if (by.grade !== 'manager') return null;
  if (of.grade === 'manager') return 'grant';
  if (of.endorsedBy === null) return 'endorse';
  return of.endorsedBy === by.agentId ? null : 'grant';
}

export interface Said {
  readonly at: Instant;
  /** what they say to it */
  readonly words: string;
}

/** COMP-5: the one way from state to state. */
export function stepOf(
  of: Compensation,
  step: CompensationStep,
  by: Person,
  { at, words }: Said,
): Result<Compensation, StepRefusal> {
  const against = whyNot(of, step, by);
  if (against !== null) return refuse(against);
  const next = { ...of, version: of.version + 1 };
  const decided = { decidedBy: by.agentId, decidedAt: at, decision: words };
  switch (step) {
    case 'approve':
      return wayToApprove(of, by) === 'endorse'
        ? ok({ ...next, endorsedBy: by.agentId, decision: words })
        : ok({ ...next, ...decided, state: 'granted' });
    case 'refuse':
      return ok({ ...next, ...decided, state: 'refused' });
    case 'withdraw':
      return ok({ ...next, state: 'cancelled' });
    case 'carryOut':
      return ok({ ...next, state: 'done', doneAt: at });
    case 'cancel':
      return ok({ ...next, state: 'cancelled' });
    default:
      return unreachable(step);
  }
}

/** COMP-8: whose turn it is: supervisors whose authority covers it, else managers; never who asked or endorsed it. */
export function approversOf(of: Compensation, people: readonly Approver[]): readonly AgentId[] {
  const able = people.filter(
    (one) =>
      one.agentId !== of.endorsedBy &&
      whyNot({ ...of, state: 'asked' }, 'approve', { ...one, isTheirs: true }) === null,
  );
  const supervisors = able.filter(({ grade }) => grade === 'supervisor');
  return (supervisors.length > 0 ? supervisors : able).map(({ agentId }) => agentId);
}
