import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { NoteKind } from '@ringside/shared/model/case-stage';
import type { CaseEntryView } from '@ringside/shared/protocol/case';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

const happeningWords: Record<CaseHappening, Message> = defineMessages({
  opened: { id: 'happening.opened' },
  acknowledged: { id: 'happening.acknowledged' },
  assessed: { id: 'happening.assessed' },
  moved: { id: 'happening.moved' },
  changed: { id: 'happening.changed' },
  assigned: { id: 'happening.assigned' },
  taken: { id: 'happening.taken' },
  handedOver: { id: 'happening.handedOver' },
  escalated: { id: 'happening.escalated' },
  noted: { id: 'happening.noted' },
  ticked: { id: 'happening.ticked' },
  unticked: { id: 'happening.unticked' },
  answerTold: { id: 'happening.answerTold' },
  customerAccepted: { id: 'happening.customerAccepted' },
  customerDisputed: { id: 'happening.customerDisputed' },
  reopened: { id: 'happening.reopened' },
  merged: { id: 'happening.merged' },
  called: { id: 'happening.called' },
  contacted: { id: 'happening.contacted' },
  belowSafety: { id: 'happening.belowSafety' },
  promised: { id: 'happening.promised' },
  promiseKept: { id: 'happening.promiseKept' },
  promiseChanged: { id: 'happening.promiseChanged' },
  taskMade: { id: 'happening.taskMade' },
  taskChanged: { id: 'happening.taskChanged' },
  taskDone: { id: 'happening.taskDone' },
  taskCancelled: { id: 'happening.taskCancelled' },
  taskSnoozed: { id: 'happening.taskSnoozed' },
  taskLate: { id: 'happening.taskLate' },
  clockStarted: { id: 'happening.clockStarted' },
  clockPaused: { id: 'happening.clockPaused' },
  clockResumed: { id: 'happening.clockResumed' },
  clockWarned: { id: 'happening.clockWarned' },
  clockBreached: { id: 'happening.clockBreached' },
  clockEscalated: { id: 'happening.clockEscalated' },
  clockSeenTo: { id: 'happening.clockSeenTo' },
  clockMet: { id: 'happening.clockMet' },
  clockStopped: { id: 'happening.clockStopped' },
  clockRecomputed: { id: 'happening.clockRecomputed' },
  compensationAsked: { id: 'happening.compensationAsked' },
  compensationGiven: { id: 'happening.compensationGiven' },
  compensationEndorsed: { id: 'happening.compensationEndorsed' },
  compensationGranted: { id: 'happening.compensationGranted' },
  compensationRefused: { id: 'happening.compensationRefused' },
  compensationDone: { id: 'happening.compensationDone' },
  compensationWithdrawn: { id: 'happening.compensationWithdrawn' },
  compensationCancelled: { id: 'happening.compensationCancelled' },
  compensationOverdue: { id: 'happening.compensationOverdue' },
  causeNamed: { id: 'happening.causeNamed' },
  preventionDecided: { id: 'happening.preventionDecided' },
  preventionMade: { id: 'happening.preventionMade' },
  preventionChanged: { id: 'happening.preventionChanged' },
  preventionDone: { id: 'happening.preventionDone' },
  preventionVerified: { id: 'happening.preventionVerified' },
  preventionCancelled: { id: 'happening.preventionCancelled' },
  checkPlanned: { id: 'happening.checkPlanned' },
  checkAttempted: { id: 'happening.checkAttempted' },
  checkEnded: { id: 'happening.checkEnded' },
  letterWritten: { id: 'happening.letterWritten' },
  letterSent: { id: 'happening.letterSent' },
  letterFailed: { id: 'happening.letterFailed' },
  letterUnsure: { id: 'happening.letterUnsure' },
  letterDiscarded: { id: 'happening.letterDiscarded' },
  letterPrinted: { id: 'happening.letterPrinted' },
  attached: { id: 'happening.attached' },
  attachmentRemoved: { id: 'happening.attachmentRemoved' },
  managerAsked: { id: 'happening.managerAsked' },
  managerTook: { id: 'happening.managerTook' },
  managerNoted: { id: 'happening.managerNoted' },
});

const metLate = defineMessages({ metLate: { id: 'happening.clockMetLate' } }).metLate;

/** What happened, in a word. A deadline that was met after its time is not said to have been met in time. */
export function happeningOf({ what, at, changes }: CaseEntryView): Message {
  const due = changes.find(({ field }) => field.startsWith('clock.'))?.to;
  return what === 'clockMet' && typeof due === 'number' && due < at ? metLate : happeningWords[what];
}

export const noteKindWords: Record<NoteKind, Message> = defineMessages({
  internal: { id: 'noteKind.internal' },
  customer: { id: 'noteKind.customer' },
});

/** Which part of a history an entry belongs to; most belong to none but the whole. */
export type HistoryPart = 'all' | 'notes' | 'changes' | 'messages';

const messages: ReadonlySet<CaseHappening> = new Set([
  'acknowledged',
  'answerTold',
  'called',
  'checkAttempted',
  'contacted',
  'customerAccepted',
  'customerDisputed',
  'letterFailed',
  'letterPrinted',
  'letterSent',
]);

export function kindOf({ what, note, changes }: CaseEntryView): HistoryPart {
  if (messages.has(what)) return 'messages';
  if (note !== null) return 'notes';
  return changes.length > 0 ? 'changes' : 'all';
}
