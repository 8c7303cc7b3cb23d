import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { LocalText } from '@ringside/shared/model/language';
import type { StagePhase } from '@ringside/shared/model/case-stage';
import type { Case } from '../../domain/case/case.ts';
import type { Workflow } from '../../domain/case/workflow.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import { withdrawn } from '../../domain/check/ask-customer.ts';
import { checkWindow } from '../../domain/check/check-window.ts';
import type { Candidate } from '../../domain/check/choose-checker.ts';
import { chooseChecker } from '../../domain/check/choose-checker.ts';
import type { SatisfactionCheck } from '../../domain/check/satisfaction-check.ts';
import { newTask } from '../../domain/task/new-task.ts';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import type { Parts } from '../parts.ts';
import { showTask } from '../tasks/show-task.ts';
import { checkHours } from './check-hours.ts';

/**
 * CHECK-1, CHECK-9: what follows from a change of a case for asking whether the customer is satisfied; written in the
 * same commit as the change. Call `showCheckTasks` with it once that is written.
 */
export async function checkChanges(parts: Parts, before: Case, after: Case): Promise<readonly Change[]> {
  const workflow = parts.centre.workflows.find(({ type }) => type === after.type) ?? null;
  const isWanted = wantsCheck(workflow, after);
  if (isWanted === wantsCheck(workflow, before) && before.stage === after.stage) return [];
  const checks = await parts.store.checksOfCase(after.caseId);
  const open = checks.find(({ endedAt }) => endedAt === null) ?? null;
  if (!isWanted) return open === null ? [] : withdrawCheck(parts, after, open);
  const isNew = open === null && (checks.length === 0 || !wantsCheck(workflow, before));
  return isNew && workflow !== null ? planCheck(parts, after, workflow, checks.length) : [];
}

/** CHECK-1, CHECK-3: tasks that a change of a case brought are on desks as soon as it is written. */
export async function showCheckTasks(parts: Parts, changes: readonly Change[]): Promise<void> {
  for (const change of changes) if (change.put === 'task') await showTask(parts, change.task);
}

const phaseOf = (workflow: Workflow, { stage }: Case): StagePhase | null =>
  stageOf(workflow, stage)?.phase ?? null;

function wantsCheck(workflow: Workflow | null, one: Case): boolean {
  if (workflow === null || workflow.satisfaction === null || one.closedAt !== null) return false;
  const phase = phaseOf(workflow, one);
  return phase === 'check' || (phase === 'answered' && one.answer.customer === 'accepted');
}

async function withdrawCheck(parts: Parts, one: Case, check: SatisfactionCheck): Promise<readonly Change[]> {
  const at = parts.clock.now();
  const task = check.taskId === null ? null : await parts.store.task(check.taskId);
  const isOpen = task !== null && task.state === 'open';
  const cancelled = (open: Task): Change => ({
    put: 'task',
    task: { ...open, state: 'cancelled', finishedAt: at, ringing: notRung, version: open.version + 1 },
  });
  return [
    { put: 'satisfactionCheck', check: withdrawn(check, at) },
    ...(isOpen ? [cancelled(task)] : []),
    caseEntry(parts, null, { of: one, what: 'checkEnded', text: 'withdrawn' }),
  ];
}

async function planCheck(
  parts: Parts,
  one: Case,
  { satisfaction }: Workflow,
  earlier: number,
): Promise<readonly Change[]> {
  if (satisfaction === null) return [];
  const at = parts.clock.now();
  const named = (kind: string): string =>
    parts.secrets.sha256Hex(`${kind} ${one.caseId} ${earlier}`).slice(0, 32);
  const taskId = asId<'task'>(named('checkTask'));
  const check: SatisfactionCheck = {
    checkId: asId<'check'>(named('check')),
    caseId: one.caseId,
    taskId,
    ...checkWindow(at, satisfaction, checkHours(parts.centre)),
    attemptsAllowed: satisfaction.attempts,
    attempts: [],
    answers: { solved: null, handled: null, stay: null },
    comment: '',
    outcome: null,
    endedAt: null,
    version: 1,
  };
  const asker = chooseChecker(await candidates(parts, one), {
    ...one,
    ownerSkills: skillsOf(parts, one.ownerId),
  });
  const task = await callFor(parts, one, check, { taskId, asker });
  return [
    { put: 'satisfactionCheck', check },
    { put: 'task', task },
    caseEntry(parts, null, { of: one, what: 'checkPlanned', text: nameOf(parts, asker) }),
  ];
}

/** What the call is called in its owner's list, in their language. */
const titles: LocalText = {
  en: 'Satisfaction call',
  'zh-Hant': '滿意度回訪',
  'zh-Hans': '满意度回访',
};

async function callFor(
  parts: Parts,
  one: Case,
  { from, until }: SatisfactionCheck,
  { taskId, asker }: { readonly taskId: Task['taskId']; readonly asker: AgentId | null },
): Promise<Task> {
  const customer = one.customerId === null ? null : await parts.store.customer(one.customerId);
  const reader = parts.floor.agents.get(asker ?? one.ownerId ?? asId(''))?.agent.language ?? 'en';
  return newTask({
    taskId,
    kind: 'satisfactionCall',
    title: `${titles[reader]} ${one.reference}`,
    note: '',
    from,
    dueAt: until,
    ownerId: asker,
    familyId: asker === null ? one.familyId : null,
    customerId: one.customerId,
    caseId: one.caseId,
    callId: null,
    number: customer?.numbers[0]?.number ?? null,
    madeBy: null,
    createdAt: parts.clock.now(),
  });
}

/** Counting further makes no difference to who has least to do. */
const mostTasks = 200;

async function candidates({ floor, store }: Parts, { ownerId }: Case): Promise<readonly Candidate[]> {
  const people = [...floor.agents.values()].filter(
    ({ agent }) => agent.active && agent.agentId !== ownerId && agent.roles.includes('agent'),
  );
  return Promise.all(
    people.map(async ({ agent: { agentId, familyId, skills } }) => ({
      agentId,
      familyId,
      skills: new Set(skills.map(({ skillId }) => skillId)),
      openTasks: await store.openTaskCount(agentId, mostTasks),
    })),
  );
}

const skillsOf = ({ floor }: Parts, agentId: AgentId | null) =>
  agentId === null ? [] : (floor.agents.get(agentId)?.agent.skills ?? []).map(({ skillId }) => skillId);

const nameOf = ({ floor }: Parts, agentId: AgentId | null): string =>
  agentId === null ? '' : (floor.agents.get(agentId)?.agent.name ?? '');
