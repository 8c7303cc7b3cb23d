import { asId } from '@ringside/shared/model/ids';
import type {
  PersonLoad,
  PromiseList,
  SavedFilter,
  Suggestion,
  WorkFilterInput,
  WorkPage,
  WorkRowView,
} from '@ringside/shared/protocol/work-list';
import type { ClocksAtRisk } from '@ringside/shared/protocol/case-clocks';
import type { Query } from '@ringside/shared/protocol/up';
import { case2291, maya, okafor, refund, warrantyCase } from './company.ts';

const hour = 3_600_000;
const li = asId<'agent'>('agent-li');

/** The open cases of the small company, most pressing first. */
export const workRows = (now: number): WorkRowView[] => [
  {
    case: {
      ...case2291(now),
      caseId: asId('case-2302'),
      reference: 'C-2302',
      title: 'Heater smelled of burning',
      severity: 'safety',
      priority: {
        score: 93,
        terms: [
          { term: 'severity', points: 90 },
          { term: 'impact', points: 1 },
          { term: 'clock', points: 2 },
        ],
      },
      stage: 'received',
      customerId: okafor,
      customerName: 'Amara Okafor',
      ownerId: null,
      ownerName: '',
      openedAt: now - 5 * hour,
      promise: null,
    },
    ...plain(now),
    tier: 'mgc',
    clock: { clock: 'acknowledge', dueAt: now - 40 * 60_000 },
  },
  {
    case: case2291(now),
    ...plain(now),
    tier: 'mvc',
    timesReopened: 1,
    clock: { clock: 'resolve', dueAt: now + 3 * hour },
  },
  {
    case: {
      ...case2291(now),
      caseId: asId('case-2299'),
      reference: 'C-2299',
      title: '冷氣漏水',
      promise: null,
      ownerId: li,
      ownerName: 'Li',
      priority: { score: 41, terms: [{ term: 'severity', points: 41 }] },
    },
    ...plain(now),
    clock: { clock: 'update', dueAt: null },
  },
  { case: { ...warrantyCase(now), ownerId: null, ownerName: '' }, ...plain(now) },
];

const plain = (now: number): Omit<WorkRowView, 'case'> => ({
  version: 3,
  tier: 'standard',
  stageSince: now - 20 * hour,
  timesReopened: 0,
  clock: null,
});

const loads: PersonLoad[] = [
  {
    agentId: li,
    name: 'Li',
    atWork: true,
    open: { minor: 4, moderate: 6, serious: 3, safety: 0 },
    weight: 28,
    overdue: 1,
    tasksDue: 5,
    promisesAtRisk: 0,
  },
  {
    agentId: maya,
    name: 'Maya',
    atWork: false,
    open: { minor: 2, moderate: 3, serious: 1, safety: 0 },
    weight: 12,
    overdue: 0,
    tasksDue: 2,
    promisesAtRisk: 1,
  },
];

const suggested: Suggestion[] = [
  {
    agentId: maya,
    name: 'Maya',
    points: 6,
    terms: [
      { term: 'load', points: -12 },
      { term: 'knowsCustomer', points: 12 },
      { term: 'atWork', points: 6 },
    ],
  },
  { agentId: li, name: 'Li', points: -28, terms: [{ term: 'load', points: -28 }] },
];

const promises = (now: number): PromiseList => [
  {
    ...refund(now),
    promiseId: asId('promise-hose'),
    what: 'Send the hose',
    dueAt: now - hour,
    standing: 'broken',
    caseReference: 'C-2299',
    customerName: 'Amara Okafor',
  },
  { ...refund(now), standing: 'atRisk', caseReference: 'C-2291', customerName: '陳大文' },
];

/** The clocks of these cases that are past or due within the time asked for; as ruled that is four hours. */
export function answerAtRisk(
  { within, limit }: Extract<Query, { readonly ask: 'clock.atRisk' }>,
  now: number,
  rows: readonly WorkRowView[],
): ClocksAtRisk {
  const near = rows.flatMap(({ case: one, clock }) => {
    const { caseId, reference, title, ownerId, ownerName, severity } = one;
    const dueAt = clock?.dueAt ?? null;
    if (clock === null || dueAt === null || dueAt >= now + (within ?? 4 * hour)) return [];
    const standing = dueAt < now ? ('breached' as const) : ('warned' as const);
    const about = { caseId, reference, title, ownerId, ownerName, severity };
    return [{ ...about, clock: clock.clock, dueAt, standing, acknowledgedAt: null }];
  });
  return { rows: near.sort((a, b) => a.dueAt - b.dueAt).slice(0, limit), more: near.length > limit };
}

export type FakeWork = Extract<Query, { readonly ask: `work.${string}` }>;

/** What the work list's questions are answered in a gallery, with the rows as they stand there. */
export function answerToWork(
  query: FakeWork,
  now: number,
  rows: readonly WorkRowView[],
  shared: readonly SavedFilter[],
): unknown {
  switch (query.ask) {
    case 'work.page': {
      const page: WorkPage = { rows: rows.filter((row) => fits(row, query.filter, now)), next: null };
      return page;
    }
    case 'work.counts':
      return query.filters.map((filter) => ({
        count: rows.filter((row) => fits(row, filter, now)).length,
        more: false,
      }));
    case 'work.suggest':
      return suggested;
    case 'work.shared':
      return shared;
    case 'work.load':
      return loads;
    case 'work.promises':
      return promises(now);
  }
}

function fits({ case: one, clock }: WorkRowView, filter: WorkFilterInput, now: number): boolean {
  const { whose, ownerId, severities, text, dueWithin } = filter;
  const dueAt = clock?.dueAt ?? null;
  return (
    (ownerId === null || one.ownerId === ownerId) &&
    (whose === 'all' ||
      whose === 'team' ||
      (whose === 'mine' ? one.ownerId === maya : one.ownerId === null)) &&
    (severities.length === 0 || severities.includes(one.severity)) &&
    (dueWithin === null || (dueAt !== null && dueAt < now + dueWithin)) &&
    `${one.reference} ${one.title} ${one.customerName}`.toLowerCase().includes(text.toLowerCase())
  );
}
