import { noAgentCounts, noStateTimes } from '@ringside/shared/model/agent-counts';
import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { noCounts } from '@ringside/shared/model/service-level';
import type { AgentDay, BoardAgent, BoardAll, BoardCall, BoardQueue } from '@ringside/shared/protocol/board';
import type { AgentReport, IntervalMinutes, QueueReport, ReportCall } from '@ringside/shared/protocol/report';
import { chen, maya } from './company.ts';

/** The floor of the small company, as a supervisor sees it: one queue in trouble, one well, people in every state. */

const minute = 60_000;
const rule = {
  formula: 'SL-4',
  withinMs: 20_000,
  shortAbandonMs: 5_000,
  target: 0.8,
  red: 0.7,
  guaranteedWaitMs: 180_000,
} as const;

const serviceCounts = {
  ...noCounts,
  offered: 111,
  answered: 85,
  answeredWithin: 58,
  abandoned: 15,
  shortAbandons: 5,
  abandonedWithin: 9,
  flowedOut: 4,
  answeredWaitMs: 85 * 24_000,
  longestWaitMs: 171_000,
};
const salesCounts = {
  ...noCounts,
  offered: 52,
  answered: 50,
  answeredWithin: 46,
  abandoned: 1,
  answeredWaitMs: 50 * 7_000,
  longestWaitMs: 41_000,
};

const queues = (now: number): BoardQueue[] => [
  {
    queueId: asId('service'),
    rule,
    waiting: 3,
    longestSince: now - 161_000,
    expectedWait: { waitMs: 216_000, ahead: 3, agents: 7, ready: 0, handleMs: 378_000 },
    callbacks: 1,
    inProgress: 2,
    counts: serviceCounts,
    states: { onCall: 2, reserved: 1, wrapUp: 1, notReady: 2 },
    reasons: { training: 1, connectionLost: 1 },
  },
  {
    queueId: asId('sales'),
    rule: { ...rule, guaranteedWaitMs: null },
    waiting: 0,
    longestSince: null,
    expectedWait: null,
    callbacks: 0,
    inProgress: 1,
    counts: salesCounts,
    states: { onCall: 1, ready: 2 },
    reasons: {},
  },
];

const day = (handled: number, resolved: number, more: Partial<AgentDay> = {}): AgentDay => ({
  handled,
  handleMs: handled * 386_000,
  resolved,
  resolvedAsked: handled,
  promisesKept: 3,
  promisesDue: 4,
  offered: handled + 1,
  missed: 1,
  ...more,
});

function person(
  name: string,
  state: BoardAgent['state'],
  since: number,
  more: Partial<BoardAgent> = {},
): BoardAgent {
  return {
    agentId: asId(`agent-${name}`),
    name,
    state,
    since,
    reason: null,
    next: null,
    until: null,
    callId: null,
    reachable: state !== 'signedOut',
    queueIds: [asId('service')],
    skills: [asId('service')],
    day: day(20, 17),
    ...more,
  };
}

const agents = (now: number): BoardAgent[] => [
  person('Maya Ferreira', 'onCall', now - 252_000, { callId: asId('board-1'), day: day(36, 31) }),
  person('李怡君', 'onCall', now - 710_000, {
    callId: asId('board-2'),
    skills: [asId('mandarin')],
    day: day(22, 17),
  }),
  person('Sam Whitlock', 'reserved', now - 6_000, {
    callId: asId('board-3'),
    queueIds: [asId('sales')],
    day: day(18, 16),
  }),
  person('Chan Wing-yi', 'wrapUp', now - 80_000, { next: 'lunch', until: now + 40_000, day: day(31, 27) }),
  person('Jonas Brandt', 'ready', now - 41_000, {
    queueIds: [asId('sales'), asId('service')],
    day: day(14, 12),
  }),
  person('Rosa Iglesias', 'ready', now - 12_000, { reachable: false, queueIds: [asId('sales')] }),
  person('Priya Nair', 'notReady', now - 24 * minute, { reason: 'training', day: day(9, 8) }),
  person('Tom Achterberg', 'notReady', now - 52_000, {
    reason: 'connectionLost',
    reachable: false,
    day: day(27, 22),
  }),
  person('Wen Ya-ting', 'signedOut', now - 90 * minute),
];

function call(
  id: string,
  state: BoardCall['state'],
  since: number,
  more: Partial<BoardCall> = {},
): BoardCall {
  return {
    callId: asId(id),
    direction: 'inbound',
    state,
    since,
    queueId: asId('service'),
    agentId: null,
    waitsSince: state === 'waiting' || state === 'ringing' ? since : null,
    points: state === 'waiting' || state === 'ringing' ? 0 : null,
    tier: 'standard',
    customerId: null,
    who: '+886955000123',
    topic: null,
    ...more,
  };
}

const calls = (now: number): BoardCall[] => [
  call('board-1', 'talking', now - 252_000, {
    agentId: asId('agent-Maya Ferreira'),
    tier: 'mvc',
    customerId: chen,
    who: '陳大文',
    topic: { kind: 'openCase', text: '十月份重複扣款' },
  }),
  call('board-2', 'held', now - 40_000, {
    agentId: asId('agent-李怡君'),
    tier: 'mgc',
    who: 'Amara Okafor',
    topic: { kind: 'recentOrder', text: 'Dehumidifier' },
  }),
  call('board-3', 'ringing', now - 9_000, {
    agentId: asId('agent-Sam Whitlock'),
    queueId: asId('sales'),
    who: 'Lindqvist',
  }),
  call('board-4', 'waiting', now - 161_000, { points: 1 }),
  call('board-5', 'waiting', now - 48_000, {
    tier: 'mvc',
    points: 8,
    customerId: chen,
    who: '吳心怡',
    topic: { kind: 'promise', text: '退款完成並以電子郵件確認' },
  }),
  call('board-6', 'waiting', now - 7_000, { tier: null, who: '' }),
  call('board-7', 'callback', now - 20 * minute, { who: '林淑芬', tier: 'bz' }),
];

export const boardOf = (now: number): BoardAll => ({
  kind: 'all',
  run: 'gallery',
  n: 1,
  at: now,
  queues: queues(now),
  agents: agents(now),
  calls: calls(now),
});

/** Intervals from nine o'clock on, the service level falling as in the sketch. */
const intervalsOf = (now: number, minutes: IntervalMinutes) => {
  const from = now - 5 * 60 * minute;
  return Array.from({ length: Math.floor(300 / minutes) }, (_, nth) => ({
    from: from + nth * minutes * minute,
    until: from + (nth + 1) * minutes * minute,
  }));
};

export const queueReportOf = (now: number, minutes: IntervalMinutes): QueueReport => ({
  from: now - 5 * 60 * minute,
  until: now + 19 * 60 * minute,
  timeZone: 'Asia/Taipei',
  minutes,
  queues: [
    {
      queueId: asId('service'),
      rule,
      day: serviceCounts,
      intervals: intervalsOf(now, minutes).map((part, nth) => ({
        ...part,
        counts: {
          ...noCounts,
          offered: 12,
          answered: 11,
          answeredWithin: 10 - (nth % 7),
          abandoned: 1,
          answeredWaitMs: 150_000,
          longestWaitMs: 90_000,
        },
      })),
    },
    {
      queueId: asId('sales'),
      rule,
      day: salesCounts,
      intervals: intervalsOf(now, minutes).map((part, nth) => ({
        ...part,
        counts: {
          ...noCounts,
          offered: 5,
          answered: 5,
          answeredWithin: nth % 4 === 0 ? 4 : 5,
          answeredWaitMs: 35_000,
          longestWaitMs: 22_000,
        },
      })),
    },
  ],
});

export const agentReportOf = (
  now: number,
  minutes: IntervalMinutes,
  agentId: AgentId | null,
): AgentReport => ({
  from: now - 5 * 60 * minute,
  until: now + 19 * 60 * minute,
  timeZone: 'Asia/Taipei',
  minutes,
  agents: (agentId === null ? agents(now) : agents(now).slice(0, 1)).map((one) => ({
    agentId: agentId ?? one.agentId,
    name: one.name,
    day: {
      ...noAgentCounts,
      handled: one.day.handled,
      talkMs: one.day.handleMs,
      resolved: one.day.resolved,
      resolvedAsked: one.day.resolvedAsked,
      pleased: 11,
      felt: 16,
      offered: one.day.offered,
      accepted: one.day.handled,
      notAnswered: 1,
    },
    times: { readyMs: 40 * minute, handlingMs: 190 * minute, notReadyMs: { lunch: 45 * minute } },
    promisesKept: one.day.promisesKept,
    promisesDue: one.day.promisesDue,
    intervals: intervalsOf(now, minutes).map((part) => ({
      ...part,
      counts: noAgentCounts,
      times: noStateTimes,
    })),
  })),
});

export const reportCallsOf = (now: number): ReportCall[] => [
  {
    callId: asId('row-0'),
    at: now - 40 * minute,
    direction: 'inbound',
    caller: { kind: 'number', number: asId('+886912345678'), display: '' },
    customerId: chen,
    customerName: '陳大文',
    tier: 'mvc',
    queueId: asId('service'),
    agentId: maya,
    agentName: 'Maya',
    how: 'answered',
    outcome: 'handled',
    waitMs: 12_000,
    talkMs: 372_000,
    holdMs: 0,
    wrapUpMs: 40_000,
    disposition: 'complaint',
    resolved: true,
    feeling: 'upset',
  },
];
