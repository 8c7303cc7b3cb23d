import type { AgentId, CaseId, CauseId, PreventionId } from '@ringside/shared/model/ids';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { isInCharge } from '../in-charge.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { showTask } from '../tasks/show-task.ts';
import { effectNow } from './measure-effect.ts';
import { actsFor } from './measure-rights.ts';
import { doItTask, finishedTask, lookAtItTask } from './measure-tasks.ts';

export interface MeasureEntry {
  readonly what: string;
  readonly ownerId: AgentId;
  readonly dueAt: Instant;
}

export type MeasureRefusal =
  | 'unknownMeasure'
  | 'unknownCase'
  | 'unknownCause'
  | 'unknownAgent'
  | 'notAllowed'
  | 'notPossibleNow'
  | 'changedMeanwhile';

/** PREV-3: a measure that comes from a case is for whoever works the case to make; one from the figures for those in charge. */
export async function openMeasure(
  parts: Parts,
  asker: Asker,
  entry: MeasureEntry & { readonly causeId: CauseId; readonly caseId: CaseId | null },
): Promise<Result<{ preventionId: PreventionId }, MeasureRefusal>> {
  const { causeId, caseId, what, ownerId, dueAt } = entry;
  const hand = caseId === null ? null : await caseToDo(parts, asker.agentId, caseId, 'cause');
  if (hand?.ok === false) return hand;
  if (hand === null && !isInCharge(parts, asker.agentId)) return refuse('notAllowed');
  if (!parts.centre.causes.some((item) => item.causeId === causeId && item.active))
    return refuse('unknownCause');
  if (parts.floor.agents.get(ownerId)?.agent.active !== true) return refuse('unknownAgent');
  const preventionId = idMadeBy(parts.secrets, asker, 'prevention');
  if ((await parts.store.prevention(preventionId)) !== null) return ok({ preventionId });
  const one = hand?.value.one ?? null;
  const made: Prevention = {
    ...{ preventionId, causeId, caseId, what, ownerId, dueAt },
    madeBy: asker.agentId,
    madeAt: parts.clock.now(),
    taskId: null,
    doneAt: null,
    verifyAt: null,
    verdict: null,
    effect: null,
    note: '',
    version: 1,
  };
  const task = doItTask(parts, asker, made);
  const after = { ...made, taskId: task.taskId };
  // who makes a measure has decided that one is needed
  const decided = one !== null && one.preventionNeeded !== true ? { ...one, preventionNeeded: true } : null;
  const written = await keep(parts, asker, {
    ...{ one, after, what: 'preventionMade' },
    case: decided,
    tasks: [{ before: null, after: task }],
  });
  return written.ok ? ok({ preventionId }) : written;
}

interface Step {
  readonly preventionId: PreventionId;
  readonly version: number;
}

/** PREV-3 */
export async function changeMeasure(
  parts: Parts,
  asker: Asker,
  { preventionId, version, what, ownerId, dueAt }: MeasureEntry & Step,
): Promise<Result<void, MeasureRefusal>> {
  const found = await measureToDo(parts, asker, { preventionId, version }, 'change');
  if (!found.ok) return found;
  if (parts.floor.agents.get(ownerId)?.agent.active !== true) return refuse('unknownAgent');
  const { before, one, task } = found.value;
  const after = { ...before, what, ownerId, dueAt, version: version + 1 };
  const again = task === null || task.state !== 'open' ? null : doItTask(parts, asker, after, task);
  return keep(parts, asker, {
    ...{ one, after, what: 'preventionChanged', case: null },
    tasks: again === null ? [] : [{ before: task, after: again }],
  });
}

/** PREV-4: it is done, and looked at again after a while. */
export async function finishMeasure(
  parts: Parts,
  asker: Asker,
  {
    preventionId,
    version,
    note,
    verifyAfterDays,
  }: Step & { readonly note: string; readonly verifyAfterDays: number },
): Promise<Result<void, MeasureRefusal>> {
  const found = await measureToDo(parts, asker, { preventionId, version }, 'done');
  if (!found.ok) return found;
  const { before, one, task } = found.value;
  const doneAt = parts.clock.now();
  const done: Prevention = {
    ...{ ...before, note, doneAt },
    verifyAt: doneAt + days(verifyAfterDays),
    version: version + 1,
  };
  const look = lookAtItTask(parts, asker, done);
  return keep(parts, asker, {
    ...{ one, after: { ...done, taskId: look.taskId }, what: 'preventionDone', case: null },
    tasks: [...endOf(parts, task, 'done'), { before: null, after: look }],
  });
}

/** PREV-7: the numbers are taken as they stand now and kept with what a person makes of them. */
export async function verifyMeasure(
  parts: Parts,
  asker: Asker,
  {
    preventionId,
    version,
    verdict,
    note,
  }: Step & { readonly verdict: 'effective' | 'notEffective'; readonly note: string },
): Promise<Result<void, MeasureRefusal>> {
  const found = await measureToDo(parts, asker, { preventionId, version }, 'verify');
  if (!found.ok) return found;
  const { before, one, task } = found.value;
  const effect = await effectNow(parts, before);
  const after: Prevention = {
    ...before,
    verdict,
    note: joined(before.note, note),
    effect,
    version: version + 1,
  };
  return keep(parts, asker, {
    ...{ one, after, what: 'preventionVerified', case: null },
    tasks: endOf(parts, task, 'done'),
  });
}

export async function cancelMeasure(
  parts: Parts,
  asker: Asker,
  { preventionId, version, note }: Step & { readonly note: string },
): Promise<Result<void, MeasureRefusal>> {
  const found = await measureToDo(parts, asker, { preventionId, version }, 'cancel');
  if (!found.ok) return found;
  const { before, one, task } = found.value;
  const after: Prevention = {
    ...before,
    verdict: 'cancelled',
    note: joined(before.note, note),
    version: version + 1,
  };
  return keep(parts, asker, {
    ...{ one, after, what: 'preventionCancelled', case: null },
    tasks: endOf(parts, task, 'cancelled'),
  });
}

const joined = (...notes: readonly string[]): string => notes.filter((note) => note !== '').join('\n');

interface AtHand {
  readonly before: Prevention;
  readonly one: Case | null;
  readonly task: Task | null;
}

async function measureToDo(
  parts: Parts,
  { agentId }: Asker,
  { preventionId, version }: Step,
  act: ReturnType<typeof actsFor>[number],
): Promise<Result<AtHand, MeasureRefusal>> {
  const { store } = parts;
  const before = await store.prevention(preventionId);
  if (before === null) return refuse('unknownMeasure');
  if (before.version !== version) return refuse('changedMeanwhile');
  if (!actsFor(parts, agentId, before).includes(act)) return refuse('notAllowed');
  const [one, task] = await Promise.all([
    before.caseId === null ? null : store.case(before.caseId),
    before.taskId === null ? null : store.task(before.taskId),
  ]);
  return ok({ before, one, task });
}

interface TaskStep {
  readonly before: Task | null;
  readonly after: Task;
}

const endOf = (parts: Parts, task: Task | null, how: 'done' | 'cancelled'): readonly TaskStep[] =>
  task === null || task.state !== 'open' ? [] : [{ before: task, after: finishedTask(parts, task, how) }];

interface Written {
  readonly one: Case | null;
  readonly after: Prevention;
  readonly what: CaseHappening;
  /** the case, where it changes too */
  readonly case: Case | null;
  readonly tasks: readonly TaskStep[];
}

async function keep(
  parts: Parts,
  asker: Asker,
  { one, after, what, case: became, tasks }: Written,
): Promise<Result<void, 'changedMeanwhile'>> {
  const changed = became === null ? null : { ...became, version: became.version + 1 };
  const told =
    one === null
      ? []
      : [
          caseEntry(parts, asker, {
            of: one,
            ...(changed === null ? {} : { became: changed }),
            ...{ what, text: after.what },
          }),
        ];
  const changes: readonly Change[] = [
    { put: 'prevention', prevention: after },
    ...tasks.map(({ after: task }) => ({ put: 'task', task }) as const),
    ...(changed === null ? [] : [{ put: 'case', case: changed } as const]),
    ...told,
    auditOf(parts, asker, what, after),
  ];
  const written = await parts.journal.write({ changes });
  if (!written.ok) return refuse('changedMeanwhile');
  for (const task of tasks) await showTask(parts, task.after, task.before);
  if (one !== null) await touchCase(parts, changed ?? one);
  return ok(undefined);
}

const auditOf = ({ clock }: Parts, { agentId: who }: Asker, did: CaseHappening, of: Prevention): Change => ({
  put: 'audit',
  ...{ at: clock.now(), who, did, to: of.preventionId },
  detail: { causeId: of.causeId, ownerId: of.ownerId, verdict: of.verdict },
});
