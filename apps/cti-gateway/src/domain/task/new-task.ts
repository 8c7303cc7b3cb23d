import type { Task } from './task.ts';
import { notRung } from './task.ts';

type Later =
  | 'state'
  | 'from'
  | 'familyId'
  | 'remindAt'
  | 'remindedAt'
  | 'checklist'
  | 'after'
  | 'waiting'
  | 'repeat'
  | 'firstDueAt'
  | 'nextId'
  | 'snoozed'
  | 'timesSnoozed'
  | 'ringing'
  | 'timesEscalated'
  | 'finishedAt'
  | 'version';

/** A task as it is made: open, without reminder, checklist, repetition. */
export const newTask = (known: Omit<Task, Later> & Partial<Pick<Task, Later>>): Task => ({
  state: 'open',
  from: null,
  familyId: null,
  remindAt: null,
  remindedAt: null,
  checklist: [],
  after: null,
  waiting: false,
  repeat: null,
  firstDueAt: known.repeat ? known.dueAt : null,
  nextId: null,
  snoozed: null,
  timesSnoozed: 0,
  ringing: notRung,
  timesEscalated: 0,
  finishedAt: null,
  version: 1,
  ...known,
});
