import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Case } from '../../../domain/case/case.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import type { Prevention } from '../../../domain/prevention/prevention.ts';
import type { Change } from '../../../ports/store.ts';
import { agentIdOf, partIdOf } from './demo-ids.ts';

/** What went wrong again and again: a matter with its cause, and how often in the last half year. */
const matters = [
  {
    cause: 'carrier',
    category: 'deliveryLate',
    product: '分離式冷氣 AC-72',
    title: '送貨延誤',
    before: 9,
    after: 2,
  },
  {
    cause: 'defect',
    category: 'productDefect',
    product: '快煮壺 K-3',
    title: '把手鬆動',
    before: 5,
    after: 4,
  },
  { cause: 'billing-error', category: 'billingWrong', product: null, title: '重複扣款', before: 4, after: 3 },
  {
    cause: 'handover',
    category: 'repairAgain',
    product: '洗衣機 W-12',
    title: '重複報修',
    before: 2,
    after: 2,
  },
  { cause: null, category: 'productDefect', product: '電風扇 F-7', title: '運轉有異音', before: 0, after: 3 },
] as const;
/** when the carrier was changed: what stands before and after it in `matters` */
const fixedDaysAgo = 75;
const outcomes: readonly (Satisfaction | null)[] = [
  'satisfied',
  'satisfied',
  'notReached',
  'satisfied',
  null,
  'notSatisfied',
];
/** Older than the cases of the company file, which begin at 2291. */
const lastReference = 2290;

/** DEMO-2: half a year of complaints that are closed, what they cost, whether their customers were satisfied, and measures against their causes. */
export function complaintsOfHalfYear(now: Instant): readonly Change[] {
  const opened = matters.flatMap((matter, kind) => [
    ...spread(matter.before, fixedDaysAgo + 5, 170).map((ago) => ({ matter, ago: ago + kind })),
    ...spread(matter.after, 5, fixedDaysAgo - 10).map((ago) => ({ matter, ago: ago + kind })),
  ]);
  const cases = opened
    .toSorted((a, b) => a.ago - b.ago)
    .map(({ matter, ago }, nth) => closedCase(matter, now - days(ago), nth));
  return [
    ...cases.map((one): Change => ({ put: 'case', case: one })),
    ...cases.flatMap(checksOf),
    ...cases.flatMap(refundsOf),
    ...measures(now).map((prevention): Change => ({ put: 'prevention', prevention })),
  ];
}

/** So many days ago, evenly between two. */
const spread = (count: number, from: number, until: number): number[] =>
  Array.from({ length: count }, (_, nth) => from + ((until - from) * (nth + 0.5)) / count);

const owners = ['maya', 'li', 'wei'] as const;
const ownerOf = (nth: number): AgentId => agentIdOf(owners[nth % owners.length] ?? 'maya');

function closedCase(
  { cause, category, product, title }: (typeof matters)[number],
  openedAt: Instant,
  nth: number,
): Case {
  const ownerId = ownerOf(nth);
  return newCase({
    ...{ caseId: partIdOf('earlier', 'case', nth), reference: `C-${lastReference - nth}`, type: 'complaint' },
    ...{ stage: 'closed', channel: 'web', title, whatHappened: `${title}。`, category, ownerId },
    ...{ severity: nth % 4 === 0 ? 'serious' : 'moderate', remedyWanted: '', feeling: 'upset' },
    ...{ apologyGiven: true, commitment: '', customerId: null, openedBy: null, openedAt, callIds: [] },
    ...{
      acknowledgedAt: openedAt + hours(2),
      closedAt: openedAt + days(4),
      timesReopened: nth % 6 === 5 ? 1 : 0,
    },
    priority: { score: 20, terms: [] },
    cause: cause === null ? null : { causeId: asId(cause), whys: [], note: '' },
    preventionNeeded: cause === null ? null : true,
    product: product === null ? null : { name: product, productId: null, orderId: null },
  });
}

function checksOf({ caseId, closedAt }: Case, nth: number): Change[] {
  const outcome = outcomes[nth % outcomes.length] ?? null;
  if (outcome === null || closedAt === null) return [];
  const solved = outcome === 'satisfied' ? 5 : 2;
  const isReached = outcome !== 'notReached';
  return [
    {
      put: 'satisfactionCheck',
      check: {
        ...{ checkId: partIdOf('earlier', 'check', nth), caseId, taskId: null, comment: '' },
        ...{
          from: closedAt - days(1),
          until: closedAt,
          attemptsAllowed: 3,
          endedAt: closedAt,
          outcome,
          version: 1,
        },
        attempts: [{ at: closedAt, by: ownerOf(nth + 1), callId: null, note: '' }],
        answers: {
          solved: isReached ? solved : null,
          handled: isReached ? 4 : null,
          stay: isReached ? solved : null,
        },
      },
    },
  ];
}

function refundsOf({ caseId, openedAt, cause, category }: Case, nth: number): Change[] {
  if (nth % 3 !== 0) return [];
  return [
    {
      put: 'compensation',
      compensation: {
        ...{ compensationId: partIdOf('earlier', 'compensation', nth), caseId, customerId: null, category },
        ...{
          kind: 'refund',
          amount: 30_000 + nth * 4_000,
          tier: 'standard',
          causeId: cause?.causeId ?? null,
        },
        ...{ state: 'done', reason: '補償延誤', evidence: '', askedBy: ownerOf(nth), grade: 'agent' },
        ...{ askedAt: openedAt + days(1), decideBy: openedAt + days(2), endorsedBy: null },
        ...{
          decidedBy: agentIdOf('noor'),
          decidedAt: openedAt + days(1),
          decision: '',
          doneAt: openedAt + days(3),
          version: 1,
        },
      },
    },
  ];
}

const measures = (now: Instant): readonly Prevention[] => [
  measure(0, {
    ...{ causeId: asId('carrier'), what: '大型家電改由第二家物流配送' },
    ...{ madeAt: now - days(110), dueAt: now - days(80), doneAt: now - days(fixedDaysAgo) },
    ...{ verifyAt: now + days(15), note: '全台已切換' },
  }),
  measure(1, {
    ...{ causeId: asId('defect'), what: '快煮壺把手螺絲改用防鬆墊圈', ownerId: agentIdOf('okoye') },
    ...{ madeAt: now - days(20), dueAt: now + days(12) },
  }),
  measure(2, {
    ...{ causeId: asId('billing-error'), what: '扣款前比對帳單編號，重複者暫停並人工複核' },
    ...{ madeAt: now - days(40), dueAt: now - days(3), ownerId: agentIdOf('li') },
  }),
];

const measure = (
  nth: number,
  given: Pick<Prevention, 'causeId' | 'what' | 'madeAt' | 'dueAt'> & Partial<Prevention>,
): Prevention => ({
  ...{ preventionId: partIdOf<'prevention'>('earlier', 'prevention', nth), caseId: null, taskId: null },
  ...{ ownerId: agentIdOf('noor'), madeBy: agentIdOf('noor'), doneAt: null, verifyAt: null },
  ...{ verdict: null, effect: null, note: '', version: 1, ...given },
});
