import { impacts, severities, taskKinds, urgencies } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import type { Case } from '../../domain/case/case.ts';
import type { CaseFacts } from '../../domain/case/case-priority.ts';
import { rankOf } from '../../domain/case/case-priority.ts';
import { newCase } from '../../domain/case/new-case.ts';
import { newTask } from '../../domain/task/new-task.ts';
import type { Change } from '../../ports/store.ts';
import { useOurPragmas } from './open-file.ts';
import type { OpenStore } from './open-store.ts';

export interface Work {
  readonly cases: number;
  readonly tasks: number;
  readonly people: number;
  /** as of which they are ranked */
  readonly now: Instant;
}

const perCommit = 10_000;
const categories = [
  'charged-twice',
  'wrong-amount',
  'late',
  'damaged',
  'delivery',
  'repair',
  'product',
  'staff',
];
const matters = [
  '重複扣款',
  '冷氣漏水',
  '送貨延遲',
  'Charged twice',
  'No hose',
  '退款未到',
  'Wrong size',
  '技師未到',
];
const stages = ['received', 'acknowledged', 'assessed', 'investigated', 'proposed', 'communicated'];

export const syntheticAgent = (index: number): AgentId => asId(`synthetic-agent-${index}`);
export const syntheticCase = (index: number): CaseId => asId(`synthetic-case-${index}`);

/**
 * Fills a store with open cases, each with a clock, and tasks for measurements; the same every time. A tenth of the cases
 * waits for an owner, one in a hundred is about safety, one in twenty is of a most valuable customer.
 */
export async function fillCases(
  store: OpenStore,
  work: Work,
  progress: (done: string) => void = () => undefined,
): Promise<void> {
  const { file } = store.database;
  file.pragma('synchronous = OFF');
  file.pragma('cache_size = -524288');
  try {
    for (let from = 0; from < work.cases; from += perCommit) {
      await commit(
        store,
        rows(from, work.cases).flatMap((index) => caseChanges(index, work)),
      );
      progress(`${from} cases`);
    }
    for (let from = 0; from < work.tasks; from += perCommit) {
      await commit(
        store,
        rows(from, work.tasks).map((index) => taskChange(index, work)),
      );
      if (from % 200_000 === 0) progress(`${from} tasks`);
    }
  } finally {
    useOurPragmas(file);
  }
}

const rows = (from: number, until: number): number[] =>
  Array.from({ length: Math.min(perCommit, until - from) }, (_, i) => from + i);

async function commit(store: OpenStore, changes: readonly Change[]): Promise<void> {
  const committed = await store.commit(changes);
  if (!committed.ok) throw new Error('Synthetic cases are in this store already');
}

/** Mixed so that neighbours differ (multiplication by a prime), without chance so that runs compare. */
const mixed = (index: number, prime: number): number => (index * prime + Math.floor(index / 97)) % 10_007;
const pick = <Value>(from: readonly Value[], index: number, prime: number): Value =>
  from[mixed(index, prime) % from.length] as Value;

function caseChanges(index: number, { now, people }: Work): Change[] {
  const facts = factsOf(index, now);
  const { priority, rankAgainAt } = rankOf(facts, now);
  const { severity, impact, urgency, legal, feeling, timesReopened, openedAt, tier, clockDueAt } = facts;
  const one: Case = newCase({
    ...{ severity, impact, urgency, legal, feeling, timesReopened, openedAt, priority, rankAgainAt },
    caseId: syntheticCase(index),
    reference: `C-${index + 10_000}`,
    type: mixed(index, 41) % 8 === 0 ? 'billing' : 'complaint',
    stage: pick(stages, index, 53),
    channel: 'web',
    title: `${pick(matters, index, 31)} ${index}`,
    whatHappened: pick(matters, index, 31),
    category: pick(categories, index, 37),
    remedyWanted: '',
    apologyGiven: true,
    commitment: '',
    customerId: null,
    ownerId: mixed(index, 59) % 10 === 0 ? null : syntheticAgent(mixed(index, 61) % people),
    openedBy: null,
    callIds: [],
  });
  const clock = {
    caseId: one.caseId,
    clock: 'resolve',
    rule: 'resolve',
    time: 'calendar',
    calendarId: null,
    startedAt: openedAt,
    target: hours(200),
    dueAt: clockDueAt,
    pauses: [],
    metAt: null,
    stoppedAt: null,
    warningsGiven: 0,
    breachedAt: null,
    stepsTaken: 0,
    acknowledgedAt: null,
    version: 1,
  } as const;
  return [
    { put: 'case', case: one },
    { put: 'caseClock', clock },
    {
      put: 'caseRank',
      caseId: one.caseId,
      rank: { priority, rankAgainAt, tier: tier ?? 'standard', dueAt: clockDueAt },
    },
  ];
}

function factsOf(index: number, now: Instant): CaseFacts {
  const openedAt = now - (mixed(index, 67) % 240) * hours(1) - (index % 3_600_000);
  return {
    severity: mixed(index, 71) % 100 === 0 ? 'safety' : pick(severities.slice(0, 3), index, 73),
    impact: pick(impacts, index, 79),
    urgency: pick(urgencies, index, 83),
    legal: mixed(index, 89) % 50 === 0,
    feeling: mixed(index, 97) % 3 === 0 ? 'angry' : 'neutral',
    timesReopened: mixed(index, 101) % 40 === 0 ? 1 : 0,
    openedAt,
    tier: mixed(index, 103) % 20 === 0 ? 'mvc' : pick(tiers.slice(1), index, 107),
    repeats: mixed(index, 109) % 4,
    promiseDueAt: null,
    clockDueAt: openedAt + hours(200),
  };
}

function taskChange(index: number, { now, people }: Work): Change {
  const isOpen = mixed(index, 113) % 4 === 0;
  const dueAt = now + ((mixed(index, 127) % 480) - 240) * hours(1);
  return {
    put: 'task',
    task: newTask({
      taskId: asId(`synthetic-task-${index}`),
      kind: pick(taskKinds, index, 131),
      title: pick(matters, index, 137),
      note: '',
      dueAt,
      ownerId: syntheticAgent(mixed(index, 139) % people),
      customerId: null,
      caseId: syntheticCase(index % 200_000),
      callId: null,
      number: null,
      madeBy: null,
      createdAt: dueAt - hours(48),
      ...(isOpen ? {} : { state: 'done', finishedAt: dueAt }),
    }),
  };
}
