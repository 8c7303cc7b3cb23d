import type { TaskKind } from '@ringside/shared/model/case-stage';
import type { TaskView } from '@ringside/shared/protocol/task';
import type { Subject } from '../../subject.ts';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';

/** The task form as it is typed. */
export interface TaskValues {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly dueAt: number | null;
  readonly number: string;
}

export const emptyTask = (number: string | null, region: string): TaskValues => ({
  kind: 'callBack',
  title: '',
  note: '',
  dueAt: null,
  number: number === null ? '' : displayNumber(number, region),
});

/** A change also keeps the version it began with, so that a draft taken up later does not replace what others saved. */
export type TaskChange = TaskValues & { readonly version: number };

export const changeOf = (task: TaskView, region: string): TaskChange => ({
  kind: task.kind,
  title: task.title,
  note: task.note,
  dueAt: task.dueAt,
  number: task.number === null ? '' : displayNumber(task.number, region),
  version: task.version,
});

/** The form in the shape of the wire; the number in E.164 where it is one. */
export function taskInputOf(
  { kind, title, note, dueAt, number }: TaskValues,
  { customerId, caseId, callId }: Pick<Subject, 'customerId' | 'caseId' | 'callId'>,
  region: string,
): unknown {
  const e164 = number.trim() === '' ? null : (numberTyped(number, region) ?? number);
  return { kind, title, note, dueAt, customerId, caseId, callId, number: e164 };
}
