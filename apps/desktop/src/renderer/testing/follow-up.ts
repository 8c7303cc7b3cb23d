import { asId } from '@ringside/shared/model/ids';
import type { TaskView } from '@ringside/shared/protocol/task';
import type { DayView } from '@ringside/shared/protocol/task-work';
import { case2291, plainTask, refund, tasks, warrantyCase } from './company.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What the gallery's people owe: late, put off, in a row, with points, a team's. */
export const teamTasks = (now: number): TaskView[] => {
  const [callBack, invoice] = tasks(now);
  if (callBack === undefined || invoice === undefined) return [];
  return [
    { ...callBack, timesEscalated: 2, timesPassed: 2 },
    {
      ...invoice,
      ...plainTask,
      repeat: 'monthly',
      checklist: [
        { text: 'Correct the hours of the technician', done: true },
        { text: 'Ask 張經理 to sign', done: false },
      ],
    },
    {
      ...invoice,
      ...plainTask,
      taskId: asId('task-workshop'),
      kind: 'check',
      title: 'Ask the workshop for its report',
      dueAt: now + 30 * minute,
      snoozed: { until: now + 3 * hour, reason: 'They answer after lunch' },
      timesSnoozed: 2,
      ownerId: asId('li'),
      ownerName: 'Li',
    },
    {
      ...invoice,
      ...plainTask,
      taskId: asId('task-visit'),
      kind: 'visit',
      title: '到府檢查冷氣排水管',
      from: now + 22 * hour,
      dueAt: now + 24 * hour,
      after: { taskId: asId('task-workshop'), title: 'Ask the workshop for its report' },
      waiting: true,
      ownerId: null,
      ownerName: '',
    },
  ];
};

export const dayOf = (now: number): DayView => ({
  finished: 4,
  matters: [
    ...tasks(now)
      .slice(0, 2)
      .map((task, nth) => ({
        is: 'task' as const,
        task,
        priority: nth * 72,
        tier: nth === 0 ? null : ('mvc' as const),
      })),
    { is: 'promise', promise: refund(now), customerName: '陳大文', priority: 72, tier: 'mvc' },
    { is: 'case', case: case2291(now), dueAt: now + 2 * hour, priority: 72, tier: 'mvc' },
    { is: 'case', case: warrantyCase(now), dueAt: null, priority: 18, tier: null },
  ],
});
