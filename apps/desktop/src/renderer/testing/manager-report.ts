import { asId } from '@ringside/shared/model/ids';
import type { ManagerDigest, ManagerReport, ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { Query } from '@ringside/shared/protocol/up';

type Asked = Extract<Query, { readonly ask: 'manager.report' | 'manager.digest' | 'manager.requests' }>;
export const isManagerReport = (query: Query): query is Asked =>
  query.ask === 'manager.report' || query.ask === 'manager.digest' || query.ask === 'manager.requests';

const minute = 60_000;
const hour = 60 * minute;

/** What is read of the small company's managers. */
export function answerToManagerReport(query: Asked, now: number): unknown {
  switch (query.ask) {
    case 'manager.report':
      return report;
    case 'manager.digest':
      return digest(now, query);
    case 'manager.requests':
      return requests(now).filter(
        ({ category }) => query.category === null || (category ?? '') === query.category,
      );
  }
}

const report: ManagerReport = {
  neededMs: 216 * hour,
  coveredMs: 212.5 * hour,
  counts: {
    ...{ asked: 42, fromCase: 3, reached: 31, within20: 19, within60: 27, within120: 30 },
    ...{ promised: 6, inTime: 4, late: 1, owed: 1, missed: 2, waiting: 0, satisfied: 11, notSatisfied: 3 },
  },
  people: [
    {
      ...{ agentId: asId('agent-grace'), agentName: 'Grace Lin', hours: 96.5, weekends: 2, calls: 17 },
      ...{ letPass: 2, medianSecondsToAnswer: 6, burden: 118.3 },
    },
    {
      ...{ agentId: asId('agent-max'), agentName: 'Max Weber', hours: 82, weekends: 1, calls: 12 },
      ...{ letPass: 5, medianSecondsToAnswer: 9.5, burden: 96 },
    },
    {
      ...{ agentId: asId('agent-noor'), agentName: 'Noor Haddad', hours: 34, weekends: 1, calls: 0 },
      ...{ letPass: 0, medianSecondsToAnswer: null, burden: 40 },
    },
  ],
  fairness: 0.8512,
};

const requests = (now: number): readonly ManagerRequestView[] => [
  request('request-1', now - 3 * hour, {
    ...{ customerName: '陳大文', category: 'billing', reason: 'notHelped', way: 'agent' },
    ...{ caseId: asId('case-2291'), caseReference: 'C-2291', outcome: 'promised' },
    outcomeNote: '同一筆扣款反映三次，承諾今天退回。',
    promise: {
      ...{ promiseId: asId('promise-1'), taskId: null, what: '今天退款', dueAt: now + hour, keptAt: null },
    },
  }),
  request('request-2', now - 27 * hour, {
    ...{ customerName: 'Mr Okafor', category: 'billing', outcome: 'solved' },
    outcomeNote: 'Charged twice; paid back while he was on the line.',
  }),
  request('request-3', now - 30 * hour, { customerName: '黃美華', category: null, outcome: 'passedOn' }),
];

export const request = (
  id: string,
  askedAt: number,
  given: Partial<ManagerRequestView>,
): ManagerRequestView => ({
  ...{ requestId: asId(id), rotaId: asId('duty'), way: 'hotline', callId: asId(`call-${id}`), caseId: null },
  ...{ caseReference: '', customerId: null, customerName: '', tier: null, number: null, askedByName: '' },
  ...{
    askedAt,
    reason: null,
    note: '',
    state: 'closed',
    takenByName: 'Grace Lin',
    takenAt: askedAt + 18_000,
  },
  ...{ outcome: 'solved', category: null, outcomeNote: '', promise: null, taskId: null, callBackBy: null },
  ...{ acts: [], version: 3 },
  ...given,
});

function digest(
  now: number,
  { from, until }: Extract<Asked, { readonly ask: 'manager.digest' }>,
): ManagerDigest {
  const all = requests(now);
  return {
    ...{ from, until, total: 3, before: 5 },
    byCategory: [
      {
        ...{ category: 'billing', count: 2, before: 1, promises: 1, kept: 0 },
        requests: all.filter(({ category }) => category === 'billing'),
      },
      {
        ...{ category: null, count: 1, before: 4, promises: 0, kept: 0 },
        requests: all.filter(({ category }) => category === null),
      },
    ],
  };
}
