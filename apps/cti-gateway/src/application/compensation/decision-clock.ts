import type { CompensationId } from '@ringside/shared/model/ids';
import type { Case } from '../../domain/case/case.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { DecisionTimes } from '../../domain/compensation/decide-by.ts';
import { decisionTimes } from '../../domain/compensation/decide-by.ts';
import type { Change, Deadline } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { Scene } from './scene.ts';
import { inTurnFor, sceneOf } from './scene.ts';
import { approversFor, managersFor, showCompensation } from './tell-compensation.ts';

const occasions = ['reminder', 'overdue', 'stillOverdue'] as const;
type Occasion = (typeof occasions)[number];

/** COMP-9: a request is looked at again while nobody has decided it. */
export interface CompensationDeadline {
  readonly look: 'compensation';
  readonly compensationId: CompensationId;
  readonly occasion: Occasion;
}

/** By the first calendar of the centre: the hours in which somebody is there to decide. */
export const decisionTimesNow = ({ centre, clock }: Parts): DecisionTimes =>
  decisionTimes(clock.now(), centre.calendars[0] ?? null, centre.timeZone);

const deadlineOf = (compensationId: CompensationId, occasion: Occasion, at: number): Deadline => ({
  key: `compensation ${compensationId} ${occasion}`,
  at,
  body: { look: 'compensation', compensationId, occasion } satisfies CompensationDeadline,
});

export const beginDecisionClock = (
  { deadlines }: Parts,
  compensationId: CompensationId,
  { remindAt, decideBy }: DecisionTimes,
): readonly Change[] => [
  ...deadlines.with(deadlineOf(compensationId, 'reminder', remindAt)),
  ...deadlines.with(deadlineOf(compensationId, 'overdue', decideBy)),
];

export const endDecisionClock = ({ deadlines }: Parts, compensationId: CompensationId): readonly Change[] =>
  occasions.flatMap((occasion) => deadlines.without(deadlineOf(compensationId, occasion, 0).key));

/** What the table of deadlines does with one of a request. */
export function decisionIsDue(parts: Parts, due: CompensationDeadline): void {
  lookAgain(parts, due).catch((cause: unknown) =>
    parts.log.error('a request could not be looked at', {
      compensationId: due.compensationId,
      cause: String(cause),
    }),
  );
}

async function lookAgain(parts: Parts, due: CompensationDeadline): Promise<void> {
  const asked = await parts.store.compensation(due.compensationId);
  const one = asked === null ? null : await parts.store.case(asked.caseId);
  if (one === null) return seeTo(parts, due, null);
  // whoever decides it at this very moment has decided it before
  return inTurnFor(parts, one, () => seeTo(parts, due, one));
}

async function seeTo(parts: Parts, due: CompensationDeadline, one: Case | null): Promise<void> {
  const of = await parts.store.compensation(due.compensationId);
  const rung = parts.deadlines.without(deadlineOf(due.compensationId, due.occasion, 0).key);
  if (of === null || one === null || of.state !== 'asked') {
    await parts.journal.write({ changes: [...rung, ...endDecisionClock(parts, due.compensationId)] });
    return;
  }
  const scene = await sceneOf(parts, one);
  await parts.journal.write({ changes: [...rung, ...whatFollows(parts, due, scene)] });
  const told = toTell(parts, due.occasion, scene, of);
  await showCompensation(parts, scene, of, { ...told, byName: agentName(parts.floor, of.askedBy) });
}

/** It stands in the history once; people are told again each time as long passes as there was to decide. */
function whatFollows(
  parts: Parts,
  { compensationId, occasion }: CompensationDeadline,
  { one }: Scene,
): readonly Change[] {
  if (occasion === 'reminder') return [];
  const { decideBy } = decisionTimesNow(parts);
  return [
    ...(occasion === 'overdue' ? [caseEntry(parts, null, { of: one, what: 'compensationOverdue' })] : []),
    ...parts.deadlines.with(deadlineOf(compensationId, 'stillOverdue', decideBy)),
  ];
}

function toTell(parts: Parts, occasion: Occasion, scene: Scene, of: Compensation) {
  const approvers = approversFor(parts, scene, of);
  if (occasion === 'reminder') return { news: 'reminder', to: approvers } as const;
  return { news: 'overdue', to: [...new Set([...approvers, ...managersFor(parts, of)])] } as const;
}
