import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { CaseEntryView, CaseFile } from '@ringside/shared/protocol/case';
import type { Case, CaseEntry } from '../../domain/case/case.ts';
import { actsOf } from '../../domain/case/case-rights.ts';
import { reopenUntil } from '../../domain/case/reopening.ts';
import { atHand, factsOf } from '../case/case-at-hand.ts';
import { lookersOf } from '../case/look-at-case.ts';
import type { Parts } from '../parts.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';
import { caseStanding } from './case-standing.ts';
import { caseView } from './case-view.ts';

/** A case with all that is known of it, for whoever asks: what they may do depends on who they are. */
export async function caseFile(parts: Parts, agentId: AgentId, one: Case): Promise<CaseFile> {
  const { store, floor } = parts;
  const hand = atHand(parts, agentId, one);
  const [customer, promises, tasks, calls, entries, facts, original] = await Promise.all([
    one.customerId === null ? null : store.customer(one.customerId),
    store.promisesOfCase(one.caseId),
    store.tasksOfCase(one.caseId),
    Promise.all(one.callIds.map((callId) => store.call(callId))),
    store.caseEntries(one.caseId),
    factsOf(parts, hand.workflow, one),
    one.duplicateOf === null ? null : store.case(one.duplicateOf),
  ]);
  return {
    case: caseView(floor, one, customer?.name.written ?? '', promises),
    ...recordedOf(one),
    duplicateOf: original === null ? null : { caseId: original.caseId, reference: original.reference },
    reopenUntil: reopenUntil(hand),
    standing: caseStanding(hand, facts),
    may: actsOf(hand.person, one, hand.stage),
    entries: entriesOf(parts, one, entries),
    lookers: lookersOf(parts, one.caseId),
    calls: calls.flatMap((call) =>
      call === null
        ? []
        : [
            {
              callId: call.callId,
              at: call.arrivedAt,
              agentName: call.agentId === null ? null : agentName(floor, call.agentId),
            },
          ],
    ),
    tasks: tasks.map(({ taskId, title, dueAt, state }) => ({ taskId, title, dueAt, state })),
    version: one.version,
  };
}

const recordedOf = (one: Case) => ({
  whatHappened: one.whatHappened,
  impact: one.impact,
  urgency: one.urgency,
  legal: one.legal,
  product: one.product === null ? null : { ...one.product },
  servicePointId: one.servicePointId,
  contractId: one.contractId,
  remedyWanted: one.remedyWanted,
  feeling: one.feeling,
  apologyGiven: one.apologyGiven,
  explanation: one.explanation,
  commitment: one.commitment,
  familyId: one.familyId,
  acknowledgedAt: one.acknowledgedAt,
  assessedAt: one.assessedAt,
  answer: { ...one.answer },
  cause: one.cause === null ? null : { ...one.cause, whys: [...one.cause.whys] },
  preventionNeeded: one.preventionNeeded,
  satisfaction: one.satisfaction,
  timesReopened: one.timesReopened,
  closedAt: one.closedAt,
});

/** People stand in a history by their ids, and are shown by their names. */
function named(floor: Floor, { field, from, to }: CaseEntry['changes'][number]) {
  const nameOf = (value: unknown): unknown =>
    field === 'ownerId' && typeof value === 'string' ? agentName(floor, asId(value)) : value;
  return { field, from: nameOf(from), to: nameOf(to) };
}

function entriesOf({ floor }: Parts, one: Case, entries: readonly CaseEntry[]): CaseEntryView[] {
  const views = entries.map(({ entryId, at, who, what, text, note, changes }) => ({
    entryId,
    at,
    who: who === null ? '' : agentName(floor, who),
    what,
    text,
    note,
    changes: changes.map((change) => named(floor, change)),
  }));
  if (entries.some(({ what }) => what === 'opened')) return views;
  const opened: CaseEntryView = {
    entryId: asId(one.caseId),
    at: one.openedAt,
    who: one.openedBy === null ? '' : agentName(floor, one.openedBy),
    what: 'opened',
    text: one.reference,
    note: null,
    changes: [],
  };
  return [opened, ...views];
}
