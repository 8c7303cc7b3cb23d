import type { AgentId, CallId, CheckId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import { reopenedCase } from '../../domain/case/changed-case.ts';
import type { Said } from '../../domain/check/ask-customer.ts';
import { couldNotReach, customerSaid } from '../../domain/check/ask-customer.ts';
import { nextAttemptFrom } from '../../domain/check/check-window.ts';
import { whereToReopen } from '../../domain/check/where-to-reopen.ts';
import type { CheckAttempt, SatisfactionCheck } from '../../domain/check/satisfaction-check.ts';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { clockChanges } from '../clocks/clock-changes.ts';
import { contactBelongsTo } from '../contact-of-agent.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { alterTask } from '../tasks/alter-task.ts';
import { stopRinging } from '../tasks/ring-task.ts';
import { checkHours } from './check-hours.ts';
import { mayAsk } from './may-ask.ts';

export interface Asked {
  readonly checkId: CheckId;
  readonly version: number;
  readonly callId: CallId | null;
  /** null: the customer could not be reached */
  readonly said: Said | null;
  readonly note: string;
}

export type AskRefusal =
  | 'unknownCheck'
  | 'notAllowed'
  | 'notYourCall'
  | 'checkIsOver'
  | 'answerMissing'
  | 'changedMeanwhile';

/** CHECK-4 to CHECK-8: the customer was called; what they said, or that they could not be reached. */
export async function askCustomer(
  parts: Parts,
  asker: Asker,
  asked: Asked,
): Promise<Result<void, AskRefusal>> {
  const before = await parts.store.satisfactionCheck(asked.checkId);
  const one = before === null ? null : await parts.store.case(before.caseId);
  if (before === null || one === null) return refuse('unknownCheck');
  if (isRepeated(before, asker.agentId, asked)) return ok(undefined);
  const task = before.taskId === null ? null : await parts.store.task(before.taskId);
  if (!mayAsk(parts, asker.agentId, task)) return refuse('notAllowed');
  if (before.version !== asked.version) return refuse('changedMeanwhile');
  if (asked.callId !== null && !(await contactBelongsTo(parts, asker.agentId, asked.callId)))
    return refuse('notYourCall');
  const attempt = { at: parts.clock.now(), by: asker.agentId, callId: asked.callId, note: asked.note };
  const after = stepOf(before, attempt, asked.said);
  if (!after.ok) return after;
  const changes = await changesOf(parts, asker, one, after.value);
  const written =
    before.taskId === null
      ? (await parts.journal.write({ changes })).ok
      : (
          await alterTask(parts, asker, before.taskId, (now) => {
            stopRinging(parts, now);
            return ok({ task: taskAfter(parts, asker, now, after.value), what: null, with: changes });
          })
        ).ok;
  if (!written) return refuse('changedMeanwhile');
  await touchCase(parts, (await parts.store.case(one.caseId)) ?? one);
  if (after.value.outcome === 'notSatisfied') tellNotSatisfied(parts, one, asker.agentId);
  return ok(undefined);
}

const stepOf = (before: SatisfactionCheck, attempt: CheckAttempt, said: Said | null) =>
  said === null ? couldNotReach(before, attempt) : customerSaid(before, attempt, said);

/** CHECK-11: the command came again, its answer had got lost. */
function isRepeated(
  check: SatisfactionCheck,
  agentId: AgentId,
  { version, said, callId, note }: Asked,
): boolean {
  const last = check.attempts.at(-1);
  if (check.version !== version + 1 || last?.by !== agentId) return false;
  if (last.callId !== callId || last.note !== note) return false;
  return said === null
    ? check.outcome === null || check.outcome === 'notReached'
    : check.outcome === said.outcome && check.comment === said.comment;
}

/** CHECK-6: it is tried again from the next opening; where it is over the task is done. Who asks makes it theirs. */
function taskAfter(parts: Parts, { agentId }: Asker, task: Task, check: SatisfactionCheck): Task {
  if (task.state !== 'open') return { ...task, version: task.version + 1 };
  const at = parts.clock.now();
  const theirs = { ...task, ownerId: task.ownerId ?? agentId, ringing: notRung, version: task.version + 1 };
  if (check.endedAt !== null) return { ...theirs, state: 'done', finishedAt: at };
  const from = nextAttemptFrom(at, check.until, checkHours(parts.centre));
  return { ...theirs, from: from ?? task.from };
}

async function changesOf(
  parts: Parts,
  asker: Asker,
  one: Case,
  check: SatisfactionCheck,
): Promise<readonly Change[]> {
  const put: Change = { put: 'satisfactionCheck', check };
  if (check.outcome === null)
    return [
      put,
      caseEntry(parts, asker, { of: one, what: 'checkAttempted', text: check.attempts.at(-1)?.note ?? '' }),
    ];
  const found: Case = { ...one, satisfaction: check.outcome, version: one.version + 1 };
  const ended = caseEntry(parts, asker, { of: one, became: found, what: 'checkEnded', text: check.outcome });
  if (check.outcome !== 'notSatisfied') return [put, { put: 'case', case: found }, ended];
  return [put, ended, ...(await reopening(parts, asker, found, check.comment))];
}

/** CHECK-7: its clocks follow, and its priority by itself. */
async function reopening(parts: Parts, asker: Asker, one: Case, comment: string): Promise<readonly Change[]> {
  const workflow = parts.centre.workflows.find(({ type }) => type === one.type);
  if (workflow === undefined) return [{ put: 'case', case: one }];
  const history = await parts.store.caseEntries(one.caseId);
  const now = parts.clock.now();
  const moved = reopenedCase(one, workflow, whereToReopen(workflow, history), now);
  const again: Case = { ...moved, rankAgainAt: now };
  return [
    { put: 'case', case: again },
    caseEntry(parts, asker, {
      of: one,
      became: again,
      what: 'reopened',
      text: comment.slice(0, mostOfComment),
    }),
    ...(await clockChanges(parts, one, again, { who: asker.agentId, told: false })),
  ];
}

/** As much of it as a line of history has room for; all of it stands with the check. */
const mostOfComment = 500;

/** CHECK-7: who handled it and those in charge hear of it at once. */
function tellNotSatisfied({ floor, desks }: Parts, one: Case, by: AgentId): void {
  const { caseId, reference, title } = one;
  for (const { agent } of floor.agents.values()) {
    const isConcerned = agent.agentId === one.ownerId || agent.roles.includes('supervisor');
    if (isConcerned && agent.agentId !== by)
      desks.show(agent.agentId, { what: 'notSatisfied', caseId, reference, title });
  }
}
