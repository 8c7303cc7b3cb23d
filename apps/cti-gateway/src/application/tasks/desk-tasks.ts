import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { taskViews } from '../views/task-view.ts';
import { makeCalendar, revokeCalendar } from './calendar-feed.ts';
import { dayOf } from './day-of-agent.ts';
import { finishTask } from './finish-task.ts';
import { assignTask, remindOfTask, snoozeTask, takeTask, tickTask } from './hand-on-task.ts';
import { changeTask, createTask } from './make-task.ts';
import type { TaskRefusal } from './make-task.ts';
import { snoozeMany } from './snooze-many.ts';
import { peopleForTasks, taskPageFor } from './task-page.ts';

type TaskCommand = Extract<Command, { readonly do: `task.${string}` }>;
type TaskQuery = Extract<Query, { readonly ask: `task.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];

export const taskCommandRoles = {
  'task.create': withCustomers,
  'task.change': withCustomers,
  'task.finish': withCustomers,
  'task.take': withCustomers,
  'task.assign': withCustomers,
  'task.snooze': withCustomers,
  // whose each is decides of each
  'task.snoozeAll': withCustomers,
  'task.tick': withCustomers,
  'task.remind': withCustomers,
  'task.makeCalendar': withCustomers,
  'task.revokeCalendar': withCustomers,
} satisfies Readonly<Record<TaskCommand['do'], readonly Role[]>>;

export const taskQueryRoles = {
  'task.list': withCustomers,
  'task.day': withCustomers,
  'task.page': withCustomers,
  'task.ofCase': withCustomers,
  'task.people': withCustomers,
  'task.calendar': withCustomers,
} satisfies Readonly<Record<TaskQuery['ask'], readonly Role[]>>;

/** The table from what desks ask of tasks to the use case that does it. */
export async function carryOutTask(
  parts: Parts,
  asker: Asker,
  command: TaskCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'task.create': {
      const made = await createTask(parts, asker, command.task);
      return made.ok ? made : refuse(faultOf(made.refusal));
    }
    case 'task.change': {
      const { taskId, version, task: entry } = command;
      return done(await changeTask(parts, asker, { taskId, version, entry }));
    }
    case 'task.finish':
      return done(await finishTask(parts, asker, command));
    case 'task.take': {
      const taken = await takeTask(parts, asker, command.taskId);
      if (taken.ok || typeof taken.refusal === 'string') return done(taken as Result<unknown, TaskRefusal>);
      return refuse({ problem: 'someoneWasFirst', by: taken.refusal.by });
    }
    case 'task.assign':
      return done(await assignTask(parts, asker, command));
    case 'task.snooze':
      return done(await snoozeTask(parts, asker, command));
    case 'task.snoozeAll': {
      const many = await snoozeMany(parts, asker, command);
      return many.ok ? many : refuse(faultOf(many.refusal));
    }
    case 'task.tick':
      return done(await tickTask(parts, asker, command));
    case 'task.remind':
      return done(await remindOfTask(parts, asker, command));
    case 'task.makeCalendar':
      return ok(await makeCalendar(parts, asker.agentId, command.withNames));
    case 'task.revokeCalendar':
      await revokeCalendar(parts, asker.agentId);
      return ok(null);
    default:
      return unreachable(command);
  }
}

const done = (result: Result<unknown, TaskRefusal>): Result<unknown, Problem> =>
  result.ok ? ok(null) : refuse(faultOf(result.refusal));

function faultOf(refusal: TaskRefusal): Problem {
  switch (refusal) {
    case 'dueInThePast':
      return problem('badMessage', 'dueAt');
    case 'windowInverted':
      return problem('badMessage', 'from');
    case 'reminderTooLate':
      return problem('badMessage', 'remindAt');
    case 'unknownFamily':
      return problem('badMessage', 'familyId');
    default:
      return problem(refusal);
  }
}

const mostTasks = 500;

export async function answerTasks(
  parts: Parts,
  { agentId }: Pick<Asker, 'agentId'>,
  query: TaskQuery,
): Promise<Result<unknown, Problem>> {
  const { store } = parts;
  switch (query.ask) {
    case 'task.list':
      return ok(await taskViews(parts, await store.tasksOfAgent(agentId, query.state, mostTasks)));
    case 'task.day':
      return ok(await dayOf(parts, agentId));
    case 'task.page': {
      const page = await taskPageFor(parts, agentId, query);
      return page === null ? refuse(problem('notAllowed')) : ok(page);
    }
    case 'task.ofCase':
      return ok(await taskViews(parts, await store.tasksOfCase(query.caseId)));
    case 'task.people':
      return ok(peopleForTasks(parts));
    case 'task.calendar': {
      const feed = await store.calendarFeedOf(agentId);
      return ok(feed === null ? null : { withNames: feed.withNames, madeAt: feed.madeAt });
    }
    default:
      return unreachable(query);
  }
}
