import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { ManagerOutcome, ManagerRequestReason, ManagerRequestWay } from '@ringside/shared/model/rota';
import type { Case } from '../../../domain/case/case.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import type { ManagerRequest } from '../../../domain/manager/manager-request.ts';
import type { Rota } from '../../../domain/rota/rota.ts';
import type { RotaFacts } from '../../../domain/rota/schedule.ts';
import { neededIn, scheduleOf } from '../../../domain/rota/schedule.ts';
import { newTask } from '../../../domain/task/new-task.ts';
import type { Change } from '../../../ports/store.ts';
import type { DemoCompany } from './demo-company.ts';
import { agentIdOf, asE164, callIdOf, customerIdOf, partIdOf } from './demo-ids.ts';

/** how far the demo's rota goes back */
export const past = days(36);

export interface Known {
  readonly company: DemoCompany;
  readonly rota: Rota;
  readonly centre: Centre;
  readonly now: Instant;
}

interface Told {
  readonly way: ManagerRequestWay;
  readonly reason: ManagerRequestReason | null;
  readonly category: string | null;
  readonly outcome: ManagerOutcome;
  readonly said: string;
  readonly note: string;
  readonly promise?: string;
}

/** What customers told managers, again and again. */
const told: readonly Told[] = [
  {
    ...{ way: 'agent', reason: 'notHelped', category: 'repairAgain', outcome: 'promised' },
    ...{
      said: '第三次報修，要求主管處理。',
      note: '同一故障修三次，客戶已請假兩天。',
      promise: '指定資深技師週內到府',
    },
  },
  {
    ...{ way: 'hotline', reason: null, category: 'deliveryLate', outcome: 'promised' },
    ...{ said: '', note: '到貨延誤，沒有人主動通知。', promise: '每天回報配送進度' },
  },
  {
    ...{ way: 'agent', reason: 'money', category: 'billingWrong', outcome: 'solved' },
    ...{ said: '重複扣款，上週已反映。', note: '當場退回多收的款項。' },
  },
  {
    ...{ way: 'menu', reason: null, category: 'serviceRunaround', outcome: 'solved' },
    ...{ said: '', note: '轉接四次都要重講一遍，已道歉並親自追蹤。' },
  },
  {
    ...{ way: 'agent', reason: 'asksForIt', category: null, outcome: 'passedOn' },
    ...{ said: '客戶堅持找主管，不願說明原因。', note: '' },
  },
  {
    ...{ way: 'hotline', reason: null, category: 'deliveryLate', outcome: 'noSolution' },
    ...{ said: '', note: '缺貨，最快下個月到，客戶不接受。' },
  },
  {
    ...{ way: 'agent', reason: 'promiseBroken', category: 'repairMissed', outcome: 'promised' },
    ...{ said: '約好的技師沒有來。', note: '改派今天下午，並補償一次保養。', promise: '技師到府後回電確認' },
  },
];

/** How the request went; most are taken at once. */
const goes = [
  'soon',
  'soon',
  'slow',
  'soon',
  'backup',
  'soon',
  'callBack',
  'soon',
  'slow',
  'missed',
  'callBack',
  'lateBack',
] as const;
const waits = [9, 14, 18, 27, 44, 12, 19, 55, 16, 88, 21];

/** A request on most open days, told from a few kinds in turn. */
export function requestsOf(known: Known, facts: RotaFacts, cases: readonly Case[]): readonly Change[] {
  const { now } = known;
  const open = neededIn(facts, now - past, now - hours(20));
  const linked = new Set<CaseId>();
  return open.flatMap((opening, nth) => {
    const length = opening.until - opening.from;
    const at = opening.from + Math.floor(length * (0.15 + ((nth * 7) % 10) / 14));
    const on = scheduleOf(facts, at, at + 1).flatMap(({ agentId }) => agentId ?? []);
    const about = cases.find(
      (one) => !linked.has(one.caseId) && one.openedAt < at && at < (one.closedAt ?? now) - hours(6),
    );
    if (about !== undefined) linked.add(about.caseId);
    return at >= now - hours(4) || on.length === 0
      ? []
      : requestOf(known, { nth, at, on, caseId: about?.caseId ?? null });
  });
}

/** Nobody could take it: Noor owes a call back within the hour. */
export function owedCallBack({ company, rota, now }: Known): readonly Change[] {
  const customer = company.customers.find(({ caller, numbers }) => caller === null && numbers.length > 0);
  const number = customer?.numbers[0]?.number;
  if (customer === undefined || number === undefined) return [];
  const [taskId, noor] = [partIdOf<'task'>('owed', 'task', 0), agentIdOf('noor')];
  const customerId = customerIdOf(customer.id);
  const askedAt = now - minutes(55);
  return [
    {
      put: 'managerRequest',
      request: {
        ...{
          requestId: partIdOf('owed', 'managerRequest', 0),
          rotaId: rota.rotaId,
          way: 'agent',
          callId: null,
        },
        ...{ caseId: null, customerId, askedBy: agentIdOf('maya'), askedAt, reason: 'promiseBroken' },
        ...{
          note: '約好的時間沒有人來，要主管回電。',
          state: 'promised',
          takenBy: null,
          takenAt: null,
          via: null,
        },
        ...{
          outcome: null,
          category: null,
          outcomeNote: '',
          promiseId: null,
          taskId,
          closedAt: null,
          version: 1,
        },
      },
    },
    {
      put: 'task',
      task: newTask({
        ...{ taskId, kind: 'callBack', title: '主管回電', note: '', ownerId: noor, customerId, caseId: null },
        ...{
          callId: null,
          number: asE164(number),
          madeBy: null,
          createdAt: askedAt,
          dueAt: now + minutes(65),
        },
      }),
    },
  ];
}

interface Asking {
  readonly nth: number;
  readonly at: Instant;
  /** in the order in which they are asked */
  readonly on: readonly AgentId[];
  readonly caseId: CaseId | null;
}

function requestOf(known: Known, { nth, at, on, caseId }: Asking): readonly Change[] {
  const { company, rota } = known;
  const [first, second = first] = on;
  const what = told[nth % told.length];
  // those with a story of their own keep it
  const others = company.customers.filter(({ caller }) => caller === null);
  const customer = others[(nth * 3) % others.length];
  const number = customer?.numbers[0]?.number;
  if (what === undefined || customer === undefined || number === undefined || first === undefined) return [];
  const how = goes[nth % goes.length] ?? 'soon';
  const wait = seconds((waits[nth % waits.length] ?? 15) + (how === 'slow' ? 50 : how === 'backup' ? 25 : 0));
  const taker = how === 'backup' ? (second ?? first) : first;
  const isBack = how === 'callBack' || how === 'lateBack';
  const callEnds = at + (isBack || how === 'missed' ? minutes(1) : wait + minutes(4 + (nth % 7)));
  const takenAt = isBack
    ? at + (how === 'callBack' ? minutes(42) : rota.promiseWithin + minutes(25))
    : at + wait;
  const ids = {
    callId: callIdOf('manager', nth),
    requestId: partIdOf<'managerRequest'>('manager', 'managerRequest', nth),
  };
  const taskId = isBack ? partIdOf<'task'>('manager', 'task', nth) : null;
  const promiseId =
    what.promise === undefined || how === 'missed' ? null : partIdOf<'promise'>('manager', 'promise', nth);
  const customerId = customerIdOf(customer.id);
  const base: ManagerRequest = {
    ...ids,
    ...{
      rotaId: rota.rotaId,
      way: what.way,
      caseId,
      customerId,
      askedAt: at,
      reason: what.reason,
      note: what.said,
    },
    askedBy: what.way === 'agent' ? agentIdOf(nth % 2 === 0 ? 'maya' : 'li') : null,
    ...{ state: 'closed', takenBy: taker, takenAt, via: isBack ? null : nth % 3 === 0 ? 'phone' : 'desk' },
    ...{ outcome: what.outcome, category: what.category, outcomeNote: what.note, promiseId, taskId },
    ...{ closedAt: takenAt + minutes(9), version: 1 },
  };
  const unheard = {
    outcome: null,
    category: null,
    outcomeNote: '',
    promiseId: null,
    closedAt: null,
    version: 1,
  };
  const request: ManagerRequest =
    how === 'missed'
      ? { ...base, ...unheard, state: 'missed', takenBy: null, takenAt: null, via: null }
      : base;
  return [
    { put: 'managerRequest', request },
    callOf(known, request, number, callEnds),
    ...offersOf(request, on, how),
    ...promiseOf(known, request, what.promise ?? ''),
    ...backOf(known, request, number),
  ];
}

function callOf({ rota, centre }: Known, request: ManagerRequest, number: string, endedAt: Instant): Change {
  const queue = centre.queues.find(({ rotaId }) => rotaId === rota.rotaId);
  const hotline = centre.hotlines.find(({ queueId }) => queueId === queue?.queueId);
  const { callId, customerId, askedAt, takenBy, takenAt, taskId } = request;
  const answeredAt = takenAt !== null && takenAt < endedAt ? takenAt : null;
  return {
    put: 'call',
    call: {
      ...{
        callId: callId ?? asId('none'),
        direction: 'inbound',
        trunkId: asId('demo'),
        taskId: null,
        customerId,
      },
      caller: { kind: 'number', number: asE164(number), display: '' },
      ...{ dialled: hotline?.numbers[0] ?? 'manager', hotlineId: hotline?.hotlineId ?? null },
      ...{ queueId: queue?.queueId ?? null, agentId: answeredAt === null ? null : takenBy },
      ...{ arrivedAt: askedAt, queuedAt: askedAt, answeredAt, endedAt, endedBy: 'caller', holdMs: 0 },
      outcome: answeredAt !== null ? 'handled' : taskId === null ? 'abandoned' : 'tookCallback',
      waitMs: (answeredAt ?? endedAt) - askedAt,
      talkMs: answeredAt === null ? 0 : endedAt - answeredAt,
      ...{ wrapUpMs: 0, disposition: null, resolved: null, feeling: null, note: '' },
    },
  };
}

function offersOf(
  { callId, askedAt, takenAt, takenBy }: ManagerRequest,
  on: readonly AgentId[],
  how: (typeof goes)[number],
): readonly Change[] {
  const put = (nth: number, agentId: AgentId, at: Instant, endedAt: Instant, taken: boolean): Change => ({
    put: 'offer',
    offer: {
      ...{
        offerId: partIdOf(callId ?? 'none', 'offer', nth),
        callId: callId ?? asId('none'),
        agentId,
        at,
        endedAt,
      },
      outcome: taken ? 'accepted' : 'notAnswered',
    },
  });
  if (how === 'soon' || how === 'slow')
    return takenBy === null || takenAt === null
      ? []
      : [put(0, takenBy, takenAt - toAnswer(takenAt), takenAt, true)];
  const passed = on.slice(0, how === 'backup' ? 1 : 2);
  const begins = (nth: number) => askedAt + seconds(2 + nth * 26);
  return [
    ...passed.map((agentId, nth) => put(nth, agentId, begins(nth), begins(nth) + seconds(25), false)),
    ...(how === 'backup' && takenBy !== null && takenAt !== null
      ? [put(9, takenBy, takenAt - seconds(5), takenAt, true)]
      : []),
  ];
}

function promiseOf({ now }: Known, request: ManagerRequest, what: string): readonly Change[] {
  const { promiseId, customerId, caseId, takenBy, closedAt } = request;
  if (promiseId === null || takenBy === null || closedAt === null) return [];
  const dueAt = closedAt + days(2);
  const keptAt = dueAt < now - days(3) ? dueAt - hours(5) : null;
  return [
    {
      put: 'promise',
      promise: { promiseId, caseId, customerId, what, ownerId: takenBy, madeAt: closedAt, dueAt, keptAt },
    },
  ];
}

function backOf({ rota }: Known, request: ManagerRequest, number: string): readonly Change[] {
  const { taskId, askedAt, takenAt, takenBy, customerId, caseId, callId } = request;
  if (taskId === null) return [];
  return [
    {
      put: 'task',
      task: newTask({
        ...{
          taskId,
          kind: 'callBack',
          title: '主管回電',
          note: '',
          ownerId: takenBy,
          customerId,
          caseId,
          callId,
        },
        ...{ number: asE164(number), madeBy: null, createdAt: askedAt, dueAt: askedAt + rota.promiseWithin },
        ...{ state: 'done', finishedAt: takenAt },
      }),
    },
  ];
}

/** between ring and answer, 4 to 8 s */
const toAnswer = (takenAt: Instant): number => seconds(4 + (Math.floor(takenAt / 60_000) % 5));
