import type { Task } from './task.ts';

type Later =
  | 'state'
  | 'from'
  | 'familyId'
  | 'remindAt'
  | 'checklist'
  | 'after'
  | 'repeat'
  | 'snoozed'
  | 'timesEscalated'
  | 'finishedAt'
  | 'version';

/** A task as it is made: open, without reminder, checklist, repetition. */
export const newTask = (known: Omit<Task, Later> & Partial<Pick<Task, Later>>): Task => ({
  state: 'open',
  from: null,
  familyId: null,
  remindAt: null,
  checklist: [],
  after: null,
  repeat: null,
  snoozed: null,
  timesEscalated: 0,
  finishedAt: null,
  version: 1,
  ...known,
});
