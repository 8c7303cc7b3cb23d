import type { CaseAct, StageCondition, StageOwner, StagePhase } from '@ringside/shared/model/case-stage';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/** What must hold, as a sentence about the case. */
export const conditionWords: Record<StageCondition, Message> = defineMessages({
  ownerSet: { id: 'condition.ownerSet' },
  acknowledged: { id: 'condition.acknowledged' },
  assessed: { id: 'condition.assessed' },
  evidenceAttached: { id: 'condition.evidenceAttached' },
  causeNamed: { id: 'condition.causeNamed' },
  answerWritten: { id: 'condition.answerWritten' },
  answerTold: { id: 'condition.answerTold' },
  customerAccepted: { id: 'condition.customerAccepted' },
  customerDisputed: { id: 'condition.customerDisputed' },
  checklistDone: { id: 'condition.checklistDone' },
  tasksFinished: { id: 'condition.tasksFinished' },
  promisesKept: { id: 'condition.promisesKept' },
  compensationDecided: { id: 'condition.compensationDecided' },
  compensationSettled: { id: 'condition.compensationSettled' },
  satisfactionAsked: { id: 'condition.satisfactionAsked' },
  preventionDecided: { id: 'condition.preventionDecided' },
});

/** What to do so that it holds. */
export const todoWords: Record<StageCondition, Message> = defineMessages({
  ownerSet: { id: 'todo.ownerSet' },
  acknowledged: { id: 'todo.acknowledged' },
  assessed: { id: 'todo.assessed' },
  evidenceAttached: { id: 'todo.evidenceAttached' },
  causeNamed: { id: 'todo.causeNamed' },
  answerWritten: { id: 'todo.answerWritten' },
  answerTold: { id: 'todo.answerTold' },
  customerAccepted: { id: 'todo.customerAccepted' },
  customerDisputed: { id: 'todo.customerDisputed' },
  checklistDone: { id: 'todo.checklistDone' },
  tasksFinished: { id: 'todo.tasksFinished' },
  promisesKept: { id: 'todo.promisesKept' },
  compensationDecided: { id: 'todo.compensationDecided' },
  compensationSettled: { id: 'todo.compensationSettled' },
  satisfactionAsked: { id: 'todo.satisfactionAsked' },
  preventionDecided: { id: 'todo.preventionDecided' },
});

export const phaseWords: Record<StagePhase, Message> = defineMessages({
  intake: { id: 'phase.intake' },
  work: { id: 'phase.work' },
  waiting: { id: 'phase.waiting' },
  answered: { id: 'phase.answered' },
  check: { id: 'phase.check' },
  closed: { id: 'phase.closed' },
});

export const stageOwnerWords: Record<StageOwner, Message> = defineMessages({
  handler: { id: 'stageOwner.handler' },
  supervisor: { id: 'stageOwner.supervisor' },
  manager: { id: 'stageOwner.manager' },
});

export const caseActWords: Record<CaseAct, Message> = defineMessages({
  edit: { id: 'caseAct.edit' },
  assign: { id: 'caseAct.assign' },
  note: { id: 'caseAct.note' },
  task: { id: 'caseAct.task' },
  promise: { id: 'caseAct.promise' },
  letter: { id: 'caseAct.letter' },
  attach: { id: 'caseAct.attach' },
  compensate: { id: 'caseAct.compensate' },
  cause: { id: 'caseAct.cause' },
  checkSatisfaction: { id: 'caseAct.checkSatisfaction' },
  reopen: { id: 'caseAct.reopen' },
});
