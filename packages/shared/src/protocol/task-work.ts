import { z } from 'zod';
import { taskKinds } from '../model/case-stage.ts';
import { taskNoticeReasons } from '../model/task-notice.ts';
import { caseView, promiseView } from './case.ts';
import { taskView } from './task.ts';
import { id, instant, line, tier } from './values.ts';

const taskId = id<'task'>();
const mostAtOnce = 200;

/** Follow-up tasks beyond making, changing and finishing one (SPEC TASK). */
export const taskWorkCommands = [
  /** a team's task becomes one's own; who comes second is told who was first */
  z.object({ do: z.literal('task.take'), taskId }),
  /** to a person, or (agentId null) back to a team */
  z.object({
    do: z.literal('task.assign'),
    taskId,
    agentId: id<'agent'>().nullable(),
    familyId: id<'jobFamily'>().nullable(),
  }),
  z.object({ do: z.literal('task.snooze'), taskId, until: instant, reason: line.min(1) }),
  /** each by itself. Result: snoozeResults */
  z.object({
    do: z.literal('task.snoozeAll'),
    taskIds: z.array(taskId).min(1).max(mostAtOnce),
    until: instant,
    reason: line.min(1),
  }),
  /** `item` counts from 0; `text` is what it was when it was ticked, so that a changed list is noticed */
  z.object({
    do: z.literal('task.tick'),
    taskId,
    item: z.number().int().nonnegative(),
    text: z.string().max(200),
    done: z.boolean(),
  }),
  z.object({ do: z.literal('task.remind'), taskId, at: instant.nullable() }),
  /** a calendar that one's own software reads; an older address ends. Result: { path } */
  z.object({ do: z.literal('task.makeCalendar'), withNames: z.boolean() }),
  z.object({ do: z.literal('task.revokeCalendar') }),
] as const;

const page = z.object({ dueAt: instant, taskId });

export const taskWorkQueries = [
  /** one's own day, not yet in order → dayView */
  z.object({ ask: z.literal('task.day') }),
  /** open tasks by due time → taskPage; other people's for those in charge */
  z.object({
    ask: z.literal('task.page'),
    whose: z.enum(['mine', 'team', 'made', 'all']),
    /** null: of every kind */
    kind: z.enum(taskKinds).nullable(),
    /** due before; null: whenever */
    until: instant.nullable(),
    after: page.nullable(),
  }),
  /** → taskView[] */
  z.object({ ask: z.literal('task.ofCase'), caseId: id<'case'>() }),
  /** who may be given a task → taskPerson[] */
  z.object({ ask: z.literal('task.people') }),
  /** → { withNames, madeAt } | null */
  z.object({ ask: z.literal('task.calendar') }),
] as const;

export const taskPage = z.object({ tasks: z.array(taskView), next: page.nullable() });
export type TaskPageView = z.infer<typeof taskPage>;

/** Why one of many was not put off. */
const snoozeRefusals = ['unknownTask', 'notAllowed', 'notPossibleNow', 'changedMeanwhile'] as const;
export type SnoozeRefusal = (typeof snoozeRefusals)[number];
/** `refusal` null: put off */
export const snoozeResults = z.array(
  z.object({ taskId, title: z.string(), refusal: z.enum(snoozeRefusals).nullable() }),
);
export type SnoozeResults = z.infer<typeof snoozeResults>;

export const taskPerson = z.object({
  agentId: id<'agent'>(),
  name: z.string(),
  familyId: id<'jobFamily'>().nullable(),
});

export type TaskPerson = z.infer<typeof taskPerson>;

export const calendarFeedView = z.object({ withNames: z.boolean(), madeAt: instant }).nullable();

/** What weighs beside the time (model/day-order.ts). */
const weight = { priority: z.number(), tier: tier.nullable() };
export const dayMatter = z.discriminatedUnion('is', [
  z.object({ is: z.literal('task'), task: taskView, ...weight }),
  z.object({ is: z.literal('promise'), promise: promiseView, customerName: z.string(), ...weight }),
  z.object({ is: z.literal('case'), case: caseView, dueAt: instant.nullable(), ...weight }),
]);
export type DayMatterView = z.infer<typeof dayMatter>;
export const dayView = z.object({
  matters: z.array(dayMatter),
  /** tasks finished since midnight */
  finished: z.number().int(),
});
export type DayView = z.infer<typeof dayView>;

/** The desk tells this person of a task, without taking the focus. */
export const taskNotice = z.object({
  what: z.literal('taskNotice'),
  why: z.enum(taskNoticeReasons),
  task: taskView,
});
export type TaskNoticeView = z.infer<typeof taskNotice>;
