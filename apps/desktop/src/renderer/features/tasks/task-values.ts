import type { TaskKind, TaskRepeat } from '@ringside/shared/model/case-stage';
import type { TaskView } from '@ringside/shared/protocol/task';
import type { Subject } from '../../subject.ts';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';

/** Whose a task is to be, as the form has it: one's own, a person's or a team's. */
export type Whose = 'me' | `agent:${string}` | `team:${string}`;

/** The task form as it is typed. */
export interface TaskValues {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly from: number | null;
  readonly dueAt: number | null;
  readonly number: string;
  readonly whose: Whose;
  readonly remindAt: number | null;
  /** a point a line */
  readonly checklist: string;
  /** an id, or '' */
  readonly after: string;
  readonly repeat: TaskRepeat | '';
}

export const emptyTask = (number: string | null, region: string): TaskValues => ({
  kind: 'callBack',
  title: '',
  note: '',
  from: null,
  dueAt: null,
  number: number === null ? '' : displayNumber(number, region),
  whose: 'me',
  remindAt: null,
  checklist: '',
  after: '',
  repeat: '',
});

/** A change also keeps the version it began with, so that a draft taken up later does not replace what others saved. */
export type TaskChange = TaskValues & { readonly version: number };

export const changeOf = (task: TaskView, region: string): TaskChange => ({
  kind: task.kind,
  title: task.title,
  note: task.note,
  from: task.from,
  dueAt: task.dueAt,
  number: task.number === null ? '' : displayNumber(task.number, region),
  whose: whoseIs(task),
  remindAt: task.remindAt,
  checklist: task.checklist.map(({ text }) => text).join('\n'),
  after: task.after?.taskId ?? '',
  repeat: task.repeat ?? '',
  version: task.version,
});

function whoseIs({ ownerId, familyId }: TaskView): Whose {
  if (ownerId !== null) return `agent:${ownerId}`;
  return familyId === null ? 'me' : `team:${familyId}`;
}

type About = Pick<Subject, 'customerId' | 'caseId' | 'callId'> & {
  /** points that were ticked already keep their tick */
  readonly checklist?: TaskView['checklist'];
  readonly familyId?: TaskView['familyId'];
};

/** The form in the shape of the wire; the number in E.164 where it is one. */
export function taskInputOf(
  { kind, title, note, from, dueAt, number, whose, remindAt, checklist, after, repeat }: TaskValues,
  { customerId, caseId, callId, checklist: before = [], familyId = null }: About,
  region: string,
): unknown {
  const e164 = number.trim() === '' ? null : (numberTyped(number, region) ?? number);
  const ticked = new Set(before.filter(({ done }) => done).map(({ text }) => text));
  return {
    ...{ kind, title, note, from, dueAt, customerId, caseId, callId, remindAt },
    number: e164,
    ownerId: whose.startsWith('agent:') ? whose.slice('agent:'.length) : null,
    familyId: whose.startsWith('team:') ? whose.slice('team:'.length) : familyId,
    checklist: checklist
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text) => ({ text, done: ticked.has(text) })),
    after: after === '' ? null : after,
    repeat: repeat === '' ? null : repeat,
  };
}
