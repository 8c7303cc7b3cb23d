import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { ManagerPageView, ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { Query } from '@ringside/shared/protocol/up';
import { chen } from './company.ts';
import { request } from './manager-report.ts';

type Asked = Extract<Query, { readonly ask: 'manager.page' | 'manager.ofCase' }>;
export const isManagerPage = (query: Query): query is Asked =>
  query.ask === 'manager.page' || query.ask === 'manager.ofCase';

const minute = 60_000;
const hour = 60 * minute;
const mobile = '+886912345678' as PhoneNumber;

/** What a manager of the small company has to see to, and did. */
export const answerToManagerPage = (query: Asked, now: number): unknown =>
  query.ask === 'manager.page' ? page(now) : [waiting(now)];

const page = (now: number): ManagerPageView => ({
  reach: { reach: 'deskThenPhone', phone: mobile, email: 'noor@example.com', mail: true, now: 'phone' },
  open: [talkedTo(now), waiting(now), promised(now)],
  closed: [
    request('request-8', now - 30 * hour, { customerName: 'Mr Okafor', category: 'billing' }),
    request('request-9', now - 54 * hour, {
      ...{ customerName: '黃美華', category: 'delivery', outcome: 'passedOn', outcomeNote: '轉給配送主管。' },
    }),
  ],
});

const talkedTo = (now: number): ManagerRequestView =>
  request('request-1', now - 12 * minute, {
    ...{ customerName: '陳大文', customerId: chen, tier: 'mvc', number: mobile, way: 'agent' },
    ...{ askedByName: '李欣怡', reason: 'promiseBroken', caseId: asId('case-2291'), caseReference: 'C-2291' },
    note: 'Was to be collected on Monday, has called three times.',
    ...{ state: 'taken', outcome: null, takenByName: 'Noor Rahman', acts: ['note'], version: 2 },
  });

const waiting = (now: number): ManagerRequestView =>
  request('request-2', now - 95 * minute, {
    ...{ customerName: 'Amara Okafor', customerId: asId('okafor'), tier: 'standard', number: mobile },
    ...{ state: 'promised', outcome: null, takenByName: '', takenAt: null, reason: 'money' },
    ...{ taskId: asId('task-m'), callBackBy: now + 25 * minute, acts: ['take', 'note'], version: 1 },
  });

const promised = (now: number): ManagerRequestView =>
  request('request-3', now - 26 * hour, {
    ...{ customerName: '林美麗', customerId: asId('lin'), tier: 'mgc', number: mobile, outcome: 'promised' },
    outcomeNote: '冷氣第三次故障，答應換新機。',
    promise: {
      ...{
        promiseId: asId('promise-m'),
        taskId: asId('task-p'),
        what: '安排換新機並回電',
        dueAt: now - hour,
      },
      keptAt: null,
    },
  });
