import type { LocalText } from '@ringside/shared/model/language';
import type { AgentId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import { newTask } from '../../domain/task/new-task.ts';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';

/** What the tasks are called, in their owner's language. */
const titles = {
  doIt: { en: 'Prevent', 'zh-Hant': '改善措施', 'zh-Hans': '改进措施' },
  lookAtIt: { en: 'Did it work?', 'zh-Hant': '檢視改善成效', 'zh-Hans': '查看改进成效' },
} as const satisfies Record<string, LocalText>;
const longestTitle = 200;

/** A day's notice: a measure is seldom done in an hour. */
const noticeOf = days(1);

/** PREV-3: the task that reminds of a measure; `known` where it is there already. */
export function doItTask(parts: Parts, asker: Asker, measure: Prevention, known: Task | null = null): Task {
  const { ownerId, dueAt } = measure;
  const fresh = taskOf(parts, asker, measure, { kind: 'preventionTask', ownerId, title: 'doIt' });
  const remindAt = dueAt - noticeOf > parts.clock.now() ? dueAt - noticeOf : null;
  const wanted = { ...fresh, dueAt, remindAt };
  if (known === null) return wanted;
  const { title } = wanted;
  return {
    ...known,
    title,
    ownerId,
    dueAt,
    remindAt,
    remindedAt: null,
    timesEscalated: 0,
    version: known.version + 1,
  };
}

/** PREV-4: the task to look at what became of it, for who made it where they are in charge, else for a supervisor. */
export function lookAtItTask(parts: Parts, asker: Asker, measure: Prevention): Task {
  const ownerId = inChargeOf(parts, measure) ?? measure.madeBy;
  const fresh = taskOf(parts, asker, measure, { kind: 'verifyTask', ownerId, title: 'lookAtIt' });
  return { ...fresh, dueAt: measure.verifyAt ?? fresh.dueAt };
}

export const finishedTask = ({ clock }: Parts, task: Task, state: 'done' | 'cancelled'): Task => ({
  ...task,
  state,
  ringing: notRung,
  finishedAt: clock.now(),
  version: task.version + 1,
});

interface Wanted {
  readonly kind: 'preventionTask' | 'verifyTask';
  readonly ownerId: AgentId;
  readonly title: keyof typeof titles;
}

function taskOf(parts: Parts, asker: Asker, measure: Prevention, { kind, ownerId, title }: Wanted): Task {
  const reader = parts.floor.agents.get(ownerId)?.agent.language ?? 'en';
  return newTask({
    taskId: idMadeBy(parts.secrets, { ...asker, commandId: `${kind} ${asker.commandId}` }, 'task'),
    kind: 'check',
    title: [...`${titles[title][reader]}: ${measure.what}`].slice(0, longestTitle).join(''),
    note: '',
    dueAt: measure.dueAt,
    ownerId,
    customerId: null,
    caseId: measure.caseId,
    callId: null,
    number: null,
    madeBy: asker.agentId,
    createdAt: parts.clock.now(),
  });
}

function inChargeOf({ floor }: Parts, { madeBy, ownerId }: Prevention): AgentId | null {
  const people = [...floor.agents.values()].map(({ agent }) => agent).filter(({ active }) => active);
  const leads = people
    .filter(({ roles }) => roles.includes('supervisor') || roles.includes('manager'))
    .toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1));
  const other = leads.find(({ agentId }) => agentId !== ownerId);
  return (
    leads.find(({ agentId }) => agentId === madeBy)?.agentId ?? other?.agentId ?? leads[0]?.agentId ?? null
  );
}
