import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Agent } from '../domain/agent/agent.ts';
import type { CallRecord, OfferRecord } from '../domain/call/call-record.ts';
import type { Case, CustomerPromise } from '../domain/case/case.ts';
import type { Compensation } from '../domain/compensation/compensation.ts';
import type { Customer, Order, Payment } from '../domain/customer/customer.ts';
import { newCase } from '../domain/case/new-case.ts';
import { newTask } from '../domain/task/new-task.ts';
import type { Task } from '../domain/task/task.ts';

/** Rows with everything filled in, to be varied by a test. Times are small numbers so that an order can be read. */
export const phone = (text: string): PhoneNumber => asId(text);

export const aCustomer = (id: string, given: Partial<Customer> = {}): Customer => ({
  customerId: asId(id),
  name: { written: id, family: null, given: null, spoken: null, title: null },
  language: 'zh-Hant',
  email: '',
  address: '台北市',
  note: '',
  numbers: [],
  since: 1,
  points: 10,
  vulnerable: false,
  ownerId: null,
  tier: { tier: 'standard', reason: 'new', facts: { years: 1 }, decidedAt: 1 },
  version: 1,
  ...given,
});

export const named = (written: string, spoken: string | null = null): Customer['name'] => ({
  written,
  family: null,
  given: null,
  spoken,
  title: null,
});

export const aCall = (id: string, given: Partial<CallRecord> = {}): CallRecord => ({
  callId: asId(id),
  direction: 'inbound',
  trunkId: asId('carrier'),
  caller: { kind: 'number', number: phone('+886912345678'), display: '陳大文' },
  dialled: '+886223456789',
  hotlineId: asId('service'),
  queueId: asId('service'),
  customerId: null,
  agentId: null,
  taskId: null,
  arrivedAt: 100,
  queuedAt: 101,
  answeredAt: null,
  endedAt: null,
  outcome: null,
  endedBy: null,
  waitMs: 0,
  talkMs: 0,
  holdMs: 0,
  wrapUpMs: 0,
  disposition: null,
  resolved: null,
  feeling: null,
  note: '',
  ...given,
});

export const anOffer = (id: string, given: Partial<OfferRecord> = {}): OfferRecord => ({
  offerId: asId(id),
  callId: asId('call-1'),
  agentId: asId('maya'),
  at: 100,
  endedAt: null,
  outcome: null,
  ...given,
});

export const aCase = (id: string, given: Partial<Case> = {}): Case =>
  newCase({
    caseId: asId(id),
    reference: `C-${id}`,
    type: 'complaint',
    stage: 'received',
    title: '冷氣漏水',
    whatHappened: '修過又漏。',
    category: 'repairAgain',
    severity: 'serious',
    remedyWanted: '換新',
    feeling: 'angry',
    apologyGiven: true,
    commitment: '今天回電',
    customerId: asId('chan'),
    ownerId: asId('li'),
    openedBy: asId('maya'),
    openedAt: 100,
    channel: 'call',
    callIds: [asId('call-1')],
    priority: { score: 40, terms: [{ term: 'severity', points: 40 }] },
    ...given,
  });

export const aTask = (id: string, given: Partial<Task> = {}): Task =>
  newTask({
    taskId: asId(id),
    kind: 'callBack',
    title: '回電',
    note: '',
    dueAt: 200,
    ownerId: asId('maya'),
    customerId: asId('chan'),
    caseId: null,
    callId: null,
    number: phone('+886912345678'),
    madeBy: asId('maya'),
    createdAt: 100,
    ...given,
  });

export const aPromise = (id: string, given: Partial<CustomerPromise> = {}): CustomerPromise => ({
  promiseId: asId(id),
  caseId: null,
  customerId: asId('chan'),
  what: '回電',
  ownerId: asId('li'),
  madeAt: 100,
  dueAt: 200,
  keptAt: null,
  ...given,
});

export const anOrder = (id: string, at: number, marginMinor = 100): Order => ({
  orderId: id,
  at,
  description: '變頻冷氣',
  amount: { minor: marginMinor * 4, currency: 'TWD' },
  margin: { minor: marginMinor, currency: 'TWD' },
});

export const aPayment = (id: string, given: Partial<Payment> = {}): Payment => ({
  paymentId: id,
  amount: { minor: 1_000, currency: 'TWD' },
  dueAt: 100,
  paidAt: null,
  disputed: false,
  method: 'transfer',
  ...given,
});

export const anAgent = (id: string, given: Partial<Agent> = {}): Agent => ({
  agentId: asId(id),
  userName: id,
  name: id,
  language: 'en',
  roles: ['agent'],
  skills: [{ skillId: asId('service'), level: 3 }],
  familyId: null,
  active: true,
  ...given,
});

/** A credit of 300 that Maya gave at once, unless a test says otherwise. */
export const aCompensation = (id: string, given: Partial<Compensation> = {}): Compensation => ({
  compensationId: asId(id),
  caseId: asId('c1'),
  customerId: asId('chan'),
  kind: 'credit',
  amount: 30_000,
  category: 'repairAgain',
  tier: 'standard',
  causeId: null,
  state: 'granted',
  reason: '等了三天',
  evidence: '',
  askedBy: asId('maya'),
  grade: 'agent',
  askedAt: 100,
  decideBy: null,
  endorsedBy: null,
  decidedBy: null,
  decidedAt: given.askedAt ?? 100,
  decision: '',
  doneAt: null,
  version: 1,
  ...given,
});
