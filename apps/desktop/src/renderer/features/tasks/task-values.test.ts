import { asId } from '@ringside/shared/model/ids';
import { taskInput } from '@ringside/shared/protocol/task';
import type { TaskView } from '@ringside/shared/protocol/task';
import { expect, test } from 'vitest';
import { plainTask } from '../../testing/company.ts';
import { changeOf, taskInputOf } from './task-values.ts';

const callBack: TaskView = {
  taskId: asId('task-1'),
  kind: 'callBack',
  title: '回電 林小姐',
  note: 'after five',
  state: 'open',
  dueAt: 1_000,
  ownerId: asId('maya'),
  ownerName: 'Maya',
  customerId: asId('lin'),
  customerName: '林淑芬',
  number: asId('+886912000777'),
  caseId: asId('case-1'),
  caseReference: 'C-2291',
  callId: asId('call-1'),
  recording: null,
  ...plainTask,
  checklist: [
    { text: 'Find the invoice', done: true },
    { text: 'Say sorry', done: false },
  ],
  remindAt: 900,
  version: 3,
};
const { kind, title, note, dueAt, customerId, caseId, callId, number } = callBack;

test('a task that is opened and saved unchanged stays what it was, with its customer, case and call', () => {
  const input = taskInput.parse(taskInputOf(changeOf(callBack, 'TW'), callBack, 'TW'));
  expect(input).toEqual({
    ...{ kind, title, note, dueAt, customerId, caseId, callId, number },
    ...{ from: null, familyId: null, after: null, repeat: null },
    ownerId: 'maya',
    remindAt: 900,
    checklist: callBack.checklist,
  });
});

test('a number typed as people write it is sent in E.164, and an empty one as none', () => {
  const change = changeOf(callBack, 'TW');
  expect(taskInputOf({ ...change, number: '02 2712 3456' }, callBack, 'TW')).toMatchObject({
    number: '+886227123456',
  });
  expect(taskInputOf({ ...change, number: ' ' }, callBack, 'TW')).toMatchObject({ number: null });
});

test('a task without a number is edited with an empty field', () => {
  expect(changeOf({ ...callBack, number: null }, 'TW').number).toBe('');
});
