import type { AgentId } from '@ringside/shared/model/ids';
import type { CheckFile, CheckView } from '@ringside/shared/protocol/prevention';
import type { Case } from '../../domain/case/case.ts';
import type { SatisfactionCheck } from '../../domain/check/satisfaction-check.ts';
import type { Task } from '../../domain/task/task.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { mayAsk } from './may-ask.ts';

/** The checks of a case, first to last, as whoever asks may deal with them. */
export async function checkViews(parts: Parts, agentId: AgentId, one: Case): Promise<CheckView[]> {
  const checks = await parts.store.checksOfCase(one.caseId);
  return Promise.all(
    checks.map(async (check) => {
      const task = check.taskId === null ? null : await parts.store.task(check.taskId);
      return checkView(parts, agentId, check, { one, task });
    }),
  );
}

/** What stands beside the call: the case in short, and whom to call. */
export async function checkFile(parts: Parts, agentId: AgentId, task: Task): Promise<CheckFile> {
  const { store, floor } = parts;
  const check = await store.checkOfTask(task.taskId);
  const one = check === null ? null : await store.case(check.caseId);
  if (check === null || one === null) return null;
  const customer = one.customerId === null ? null : await store.customer(one.customerId);
  return {
    check: checkView(parts, agentId, check, { one, task }),
    reference: one.reference,
    title: one.title,
    whatHappened: one.whatHappened,
    answer: one.answer.proposal,
    commitment: one.commitment,
    ownerName: one.ownerId === null ? '' : agentName(floor, one.ownerId),
    customerId: one.customerId,
    customerName: customer?.name.written ?? '',
    customerLanguage: customer?.language ?? null,
    number: task.number,
  };
}

function checkView(
  parts: Parts,
  agentId: AgentId,
  check: SatisfactionCheck,
  { one, task }: { readonly one: Case; readonly task: Task | null },
): CheckView {
  const { floor } = parts;
  const askerId = check.attempts.at(-1)?.by ?? task?.ownerId ?? null;
  const isOpen = check.endedAt === null;
  return {
    checkId: check.checkId,
    caseId: check.caseId,
    taskId: check.taskId,
    from: check.from,
    until: check.until,
    nextFrom: isOpen ? (task?.from ?? check.from) : null,
    attemptsAllowed: check.attemptsAllowed,
    attempts: check.attempts.map(({ at, by, callId, note }) => ({
      ...{ at, byName: agentName(floor, by), callId, note },
    })),
    answers: { ...check.answers },
    comment: check.comment,
    outcome: check.outcome,
    endedAt: check.endedAt,
    askerName: task === null || task.ownerId === null ? '' : agentName(floor, task.ownerId),
    byHandler: askerId !== null && askerId === one.ownerId,
    mayAsk: isOpen && mayAsk(parts, agentId, task),
    version: check.version,
  };
}
