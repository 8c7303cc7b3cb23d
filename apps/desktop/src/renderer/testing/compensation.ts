import { asId } from '@ringside/shared/model/ids';
import type {
  AuthorityView,
  BudgetView,
  CaseCompensation,
  CompensationView,
  CostReport,
  GivenRow,
  PrecedentsView,
  WaitingCompensation,
} from '@ringside/shared/protocol/compensation';
import type { Query } from '@ringside/shared/protocol/up';

type CompensationQuery = Extract<Query, { readonly ask: `compensation.${string}` }>;

const minute = 60_000;
const nothing = {
  approve: false,
  endorse: false,
  refuse: false,
  withdraw: false,
  carryOut: false,
  cancel: false,
  notApprove: null,
};
const rule = { en: 'Agents', 'zh-Hant': '客服人員', 'zh-Hans': '客服人员' };

const view = (id: string, now: number, given: Partial<CompensationView> = {}): CompensationView => ({
  compensationId: asId(id),
  caseId: asId('case-2291'),
  kind: 'credit',
  amount: 30_000,
  state: 'granted',
  reason: 'The technician came a day late',
  evidence: '',
  askedByName: 'Maya Lin',
  askedAt: now - 55 * minute,
  decideBy: null,
  endorsedByName: null,
  decidedByName: null,
  decidedAt: now - 55 * minute,
  decision: '',
  doneAt: null,
  may: { ...nothing, carryOut: true, cancel: true },
  ...given,
});

/** A credit that Maya gave, and a refund that she asks for. */
const ofCase = (now: number): CaseCompensation => ({
  compensations: [
    view('compensation-1', now),
    view('compensation-2', now, {
      kind: 'refund',
      amount: 120_000,
      state: 'asked',
      reason: 'Charged twice for the visit',
      evidence: 'Invoice 118 and 119, same visit',
      decideBy: now + 72 * minute,
      decidedAt: null,
      may: { ...nothing, withdraw: true },
    }),
  ],
  mayGive: true,
  offers: ['voucher', 'credit'],
});

const preview: AuthorityView = {
  rule: { name: rule, upTo: 50_000, upToPerCustomer: 100_000, days: 365 },
  given: 30_000,
  left: 70_000,
  room: 50_000,
  above: [
    { grade: 'supervisor', room: 300_000 },
    { grade: 'manager', room: 2_000_000 },
  ],
};

const row = (nth: number, amount: number, now: number): GivenRow => ({
  compensationId: asId(`given-${nth}`),
  caseId: asId('case-2291'),
  caseReference: `C-21${String(nth).padStart(2, '0')}`,
  kind: 'credit',
  amount,
  at: now - nth * 86_400_000,
  byName: 'Noor Rahman',
  tier: 'mvc',
  reason: 'Second visit for the same fault',
});

const precedents = (now: number): PrecedentsView => ({
  count: 3,
  median: 40_000,
  smallest: 20_000,
  largest: 80_000,
  last: [row(1, 40_000, now), row(4, 20_000, now), row(9, 80_000, now)],
  since: now - 730 * 86_400_000,
});

const waiting = (now: number): WaitingCompensation[] => {
  const asked = view('compensation-2', now, {
    kind: 'refund',
    amount: 120_000,
    state: 'asked',
    reason: 'Charged twice for the visit',
    evidence: 'Invoice 118 and 119, same visit',
    decidedAt: null,
    may: { ...nothing, approve: true, refuse: true },
  });
  const about = {
    caseReference: 'C-2291',
    caseTitle: 'Air conditioner leaks again',
    category: 'repairAgain',
    customerName: '陳大文',
    tier: 'mvc' as const,
    room: 300_000,
    given: 30_000,
  };
  return [
    { ...asked, ...about, decideBy: now + 32 * minute, remindAt: now - 28 * minute },
    {
      ...asked,
      ...about,
      compensationId: asId('compensation-3'),
      kind: 'replacement',
      amount: 1_850_000,
      reason: 'Third repair of the same part',
      evidence: '',
      caseReference: 'C-2304',
      customerName: 'Amara Okafor',
      tier: 'standard',
      decideBy: now + 72 * minute,
      remindAt: now + 12 * minute,
      may: { ...nothing, refuse: true, notApprove: 'aboveAuthority' },
    },
  ];
};

const cost = (key: string | null, money: number, count: number, points = 0) => ({
  key,
  money,
  count,
  points,
});

const budget = (
  id: string,
  cause: string | null,
  of: Pick<BudgetView, 'amount' | 'spent' | 'standing'>,
): BudgetView => ({
  budget: id,
  name:
    cause === null
      ? { en: 'Everything', 'zh-Hant': '全部', 'zh-Hans': '全部' }
      : { en: `Cause ${cause}`, 'zh-Hant': `原因 ${cause}`, 'zh-Hans': `原因 ${cause}` },
  causeId: cause === null ? null : asId(cause),
  every: 'month',
  from: '2026-11-01',
  until: '2026-11-30',
  ...of,
});

const report: CostReport = {
  total: { count: 13, money: 910_000, points: 300 },
  cause: [cost('late-part', 540_000, 6), cost('wrong-diagnosis', 270_000, 4, 300), cost(null, 100_000, 3)],
  kind: [cost('refund', 600_000, 4), cost('credit', 310_000, 7), cost('apologyLetter', 0, 2)],
  tier: [cost('mvc', 500_000, 6), cost('standard', 410_000, 7, 300)],
  month: [cost('2026-10', 620_000, 8), cost('2026-11', 290_000, 5, 300)],
  budgets: [
    budget('everything', null, { amount: 500_000, spent: 290_000, standing: 'within' }),
    budget('late', 'late-part', { amount: 200_000, spent: 170_000, standing: 'nearlyUsedUp' }),
    budget('diagnosis', 'wrong-diagnosis', { amount: 100_000, spent: 120_000, standing: 'usedUp' }),
  ],
};

/** What the scripted gateway knows of compensation. */
export function compensationAnswer(query: CompensationQuery, now: number): unknown {
  switch (query.ask) {
    case 'compensation.ofCase':
      return ofCase(now);
    case 'compensation.preview':
      return query.kind === 'refund' ? { ...preview, rule: null, given: 0, left: 0, room: 0 } : preview;
    case 'compensation.precedents':
      return precedents(now);
    case 'compensation.waiting':
      return waiting(now);
    case 'compensation.report':
      return report;
    case 'compensation.behind':
      return { rows: [row(1, 40_000, now), row(4, 20_000, now)], next: null };
  }
}
