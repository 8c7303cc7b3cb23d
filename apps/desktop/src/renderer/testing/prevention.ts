import { asId } from '@ringside/shared/model/ids';
import type {
  BarView,
  CasePreventionView,
  CasesBehind,
  CheckFile,
  CheckView,
  EffectView,
  MeasureView,
  PreventionFigures,
} from '@ringside/shared/protocol/prevention';
import type { Query } from '@ringside/shared/protocol/up';

/** Satisfaction, causes and measures of the small company. Times are counted from `now`. */
const day = 86_400_000;

const billing = asId<'cause'>('billing-error');
const carrier = asId<'cause'>('carrier');
const defect = asId<'cause'>('defect');

type Family = 'check' | 'prevention';
export type PreventionQuery = Extract<Query, { readonly ask: `${Family}.${string}` }>;
export const isPrevention = (query: Query): query is PreventionQuery =>
  query.ask.startsWith('check.') || query.ask.startsWith('prevention.');

export function answerToPrevention(query: PreventionQuery, now: number): unknown {
  switch (query.ask) {
    case 'check.ofCase':
      return [unsatisfied(now), toAsk(now)];
    case 'check.ofTask':
      return callFile(now);
    case 'prevention.ofCase':
      return ofCase(now);
    case 'prevention.list':
      return measures(now);
    case 'prevention.effect':
      return effect(now);
    case 'prevention.figures':
      return figures(query, now);
    case 'prevention.cases':
      return behind(now);
  }
}

const aCheck = (now: number): CheckView => ({
  checkId: asId('check-2'),
  caseId: asId('case-2291'),
  taskId: asId('task-check'),
  from: now - day,
  until: now + 4 * day,
  nextFrom: now,
  attemptsAllowed: 3,
  attempts: [{ at: now - day, byName: 'Maya', callId: null, note: '忙線中，改約明日' }],
  answers: { solved: null, handled: null, stay: null },
  comment: '',
  outcome: null,
  endedAt: null,
  askerName: 'Maya',
  byHandler: false,
  mayAsk: true,
  version: 2,
});
const toAsk = aCheck;
const unsatisfied = (now: number): CheckView => ({
  ...aCheck(now),
  checkId: asId('check-1'),
  taskId: asId('task-earlier'),
  nextFrom: null,
  answers: { solved: 2, handled: 4, stay: null },
  comment: '退款只入帳一半。',
  outcome: 'notSatisfied',
  endedAt: now - 12 * day,
  askerName: 'Li',
  attempts: [{ at: now - 12 * day, byName: 'Li', callId: asId('call-70'), note: '' }],
  mayAsk: false,
  version: 3,
});

const callFile = (now: number): CheckFile => ({
  check: toAsk(now),
  reference: 'C-2207',
  title: 'Extended warranty for the fridge',
  whatHappened: '十月帳單 NT$1,980 被扣款兩次。這是第三次來電，18 日承諾的退款仍未入帳。',
  answer: '退款已於 20 日入帳，並以電子郵件確認。',
  commitment: '由 Li 負責到退款入帳為止',
  ownerName: 'Li',
  customerId: asId('customer-chen'),
  customerName: '陳大文',
  customerLanguage: 'zh-Hant',
  number: asId('+886912345678'),
});

const effect = (now: number): EffectView => ({
  doneAt: now - 60 * day,
  length: 60 * day,
  before: { cases: 41, contacts: 21_940, unnamed: 12 },
  after: { cases: 12, contacts: 22_410, unnamed: 19 },
  ratio: 0.29,
  low: 0.14,
  high: 0.56,
  says: 'fewer',
});

const measures = (now: number): MeasureView[] => [
  {
    preventionId: asId('measure-1'),
    causeId: billing,
    caseId: asId('case-2291'),
    caseReference: 'C-2291',
    what: '扣款前比對帳單編號，重複者暫停並人工複核',
    ownerId: asId('li'),
    ownerName: 'Li',
    dueAt: now - 2 * day,
    madeAt: now - 20 * day,
    madeByName: 'Noor',
    state: 'open',
    doneAt: null,
    verifyAt: null,
    effect: null,
    note: '',
    acts: ['change', 'done', 'cancel'],
    version: 1,
  },
  {
    preventionId: asId('measure-2'),
    causeId: carrier,
    caseId: null,
    caseReference: null,
    what: 'Second carrier for large appliances',
    ownerId: asId('noor'),
    ownerName: 'Noor',
    dueAt: now - 70 * day,
    madeAt: now - 100 * day,
    madeByName: 'Noor',
    state: 'done',
    doneAt: now - 60 * day,
    verifyAt: now + 30 * day,
    effect: null,
    note: 'In force in all cities',
    acts: ['verify', 'cancel'],
    version: 2,
  },
  {
    preventionId: asId('measure-3'),
    causeId: defect,
    caseId: null,
    caseReference: null,
    what: 'Thicker seal on the hose',
    ownerId: asId('noor'),
    ownerName: 'Noor',
    dueAt: now - 170 * day,
    madeAt: now - 200 * day,
    madeByName: 'Grace',
    state: 'effective',
    doneAt: now - 160 * day,
    verifyAt: now - 70 * day,
    effect: effect(now),
    note: '',
    acts: [],
    version: 3,
  },
];

const ofCase = (now: number): CasePreventionView => ({
  caseId: asId('case-2291'),
  version: 4,
  cause: { causeId: billing, whys: ['同一筆訂單送出兩次請款', '付款頁逾時後自動重送'], note: '' },
  preventionNeeded: true,
  mayName: true,
  measures: measures(now).slice(0, 1),
});

const counts = (cases: number, costMinor: number) => ({
  cases,
  costMinor,
  reopened: Math.round(cases / 9),
  satisfied: Math.round(cases * 0.5),
  notSatisfied: Math.round(cases * 0.12),
  notReached: Math.round(cases * 0.1),
});

function bars(
  rows: readonly (readonly [string | null, number, number])[],
  of: 'cases' | 'costMinor',
): BarView[] {
  const made = rows
    .map(([key, cases, cost]) => ({ key, counts: counts(cases, cost) }))
    .toSorted((a, b) => b.counts[of] - a.counts[of]);
  const whole = made.reduce((sum, one) => sum + one.counts[of], 0);
  let soFar = 0;
  return made.map((one) => {
    soFar += one.counts[of];
    return { ...one, share: one.counts[of] / whole, shareSoFar: soFar / whole };
  });
}

const byCause = [
  ['billing-error', 84, 4_120_000],
  ['carrier', 61, 1_980_000],
  ['defect', 33, 6_400_000],
  ['handover', 12, 150_000],
  [null, 26, 90_000],
] as const;

const figures = (
  { from, until }: Extract<PreventionQuery, { ask: 'prevention.figures' }>,
  now: number,
): PreventionFigures => ({
  from,
  until,
  total: counts(216, 12_740_000),
  causesByCount: bars(byCause, 'cases'),
  causesByCost: bars(byCause, 'costMinor'),
  tiers: bars(
    [
      ['standard', 130, 5_000_000],
      ['mvc', 51, 5_200_000],
      ['mgc', 24, 2_000_000],
      [null, 11, 540_000],
    ],
    'cases',
  ),
  servicePoints: bars(
    [
      [null, 150, 8_000_000],
      ['taipei', 66, 4_740_000],
    ],
    'cases',
  ),
  heat: {
    products: ['變頻冰箱 R-520', '分離式冷氣 AC-28', null],
    causes: [billing, carrier, defect],
    cases: [
      [12, 30, 28],
      [4, 25, 5],
      [68, 6, 0],
    ],
  },
  months: [
    { month: '2026-09', from, until: from + 30 * day, cases: 80, contacts: 10_400 },
    { month: '2026-10', from: from + 30 * day, until: from + 60 * day, cases: 77, contacts: 11_200 },
    { month: '2026-11', from: from + 60 * day, until, cases: 59, contacts: 9_950 },
  ],
  contacts: 31_550,
  recurrence: [{ causeId: carrier, fixedAt: now - 60 * day, since: now - 60 * day, cases: 12 }],
});

const behind = (now: number): CasesBehind => ({
  cases: ['C-2291', 'C-2288', 'C-2270'].map((reference, nth) => ({
    caseId: asId(nth === 0 ? 'case-2291' : `case-${nth}`),
    reference,
    title: '十月份重複扣款',
    type: 'complaint',
    stage: 'investigated',
    openedAt: now - (nth + 1) * day,
    customerName: '陳大文',
    product: '變頻冰箱 R-520',
    causeId: billing,
    satisfaction: nth === 0 ? 'notSatisfied' : null,
    timesReopened: nth === 0 ? 1 : 0,
  })),
  next: null,
});
