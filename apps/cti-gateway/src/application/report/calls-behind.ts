import type { AgentId, CallId, CustomerId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CallsBehind, ReportCall } from '@ringside/shared/protocol/report';
import type { Agent } from '../../domain/agent/agent.ts';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { QueueVisit } from '../../domain/metrics/queue-visit.ts';
import type { LiveCall } from '../floor.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { seesOthers } from './sees-others.ts';

export interface FigureAsked {
  readonly from: Instant;
  readonly until: Instant;
  readonly behind: CallsBehind;
  readonly queueId: QueueId | null;
  readonly agentId: AgentId | null;
  readonly skip: number;
}

/** One call behind a figure, before its row is read. */
interface Found {
  readonly callId: CallId;
  readonly at: Instant;
  readonly how: ReportCall['how'];
  readonly waitMs: number | null;
  readonly agentId: AgentId | null;
}

const callsAtOnce = 100;
const longest = 32 * 24 * 3_600_000;

/** REP-3, REP-4: the very calls a figure was counted from, by the same rules. */
export async function callsBehindFigure(
  parts: Parts,
  asker: Agent,
  asked: FigureAsked,
): Promise<Result<{ calls: ReportCall[]; more: boolean }, 'badMessage' | 'notAllowed'>> {
  if (!seesOthers(asker) && (asked.agentId !== asker.agentId || asked.queueId !== null))
    return refuse('notAllowed');
  if (asked.until - asked.from > longest) return refuse('badMessage');
  await parts.journal.written();
  const found = await find(parts, asked);
  const shown = found.slice(asked.skip, asked.skip + callsAtOnce);
  const customers = asker.roles.some((role) => role !== 'admin');
  return ok({
    calls: await rowsOf(parts, shown, customers),
    more: found.length > asked.skip + shown.length,
  });
}

async function find({ store, centre, floor }: Parts, asked: FigureAsked): Promise<readonly Found[]> {
  const { from, until, behind } = asked;
  switch (behind) {
    case 'missed':
      return (await store.offersMade(from, until)).flatMap(({ agentId, callId, at, outcome, direction }) =>
        direction === 'inbound' && isTheirs(asked, agentId) && isMiss(outcome)
          ? [{ callId, at, how: outcome, waitMs: null, agentId }]
          : [],
      );
    case 'handled':
    case 'resolved':
    case 'notResolved':
    case 'felt':
      return (await store.callsAnswered(from, until))
        .filter((call) => isTheirs(asked, call.agentId) && isOfQueue(asked, call.queueId))
        .filter((call) => isAmongHandled(behind, call))
        .map((call) => ({
          callId: call.callId,
          at: call.answeredAt ?? call.arrivedAt,
          how: 'answered',
          waitMs: call.waitMs,
          agentId: call.agentId,
        }));
    default: {
      const over = (await store.queueVisits(from, until))
        .filter((visit) => isOfQueue(asked, visit.queueId) && isAmongVisits(behind, visit, centre))
        .map(({ callId, enteredAt, leftAt, end, agentId }) => ({
          callId,
          at: enteredAt,
          how: end,
          waitMs: leftAt - enteredAt,
          agentId,
        }));
      return behind === 'offered' ? [...over, ...stillWaiting(floor.calls.values(), asked)] : over;
    }
  }
}

type Missed = 'declined' | 'notAnswered' | 'unreachable';
const isMiss = (outcome: string | null): outcome is Missed =>
  outcome === 'declined' || outcome === 'notAnswered' || outcome === 'unreachable';

const isTheirs = (asked: FigureAsked, agentId: AgentId | null): boolean =>
  asked.agentId === null ? agentId !== null : agentId === asked.agentId;
const isOfQueue = (asked: FigureAsked, queueId: QueueId | null): boolean =>
  asked.queueId === null || queueId === asked.queueId;

function isAmongHandled(behind: CallsBehind, { resolved, feeling }: CallRecord): boolean {
  if (behind === 'resolved') return resolved === true;
  if (behind === 'notResolved') return resolved === false;
  return behind !== 'felt' || feeling !== null;
}

function isAmongVisits(behind: CallsBehind, visit: QueueVisit, { queues }: Centre): boolean {
  const rule = queues.find(({ queueId }) => queueId === visit.queueId)?.serviceLevel;
  const waitMs = visit.leftAt - visit.enteredAt;
  const inTime = waitMs <= (rule?.within ?? 20_000);
  switch (behind) {
    case 'answeredWithin':
      return visit.end === 'answered' && inTime;
    case 'answeredLate':
      return visit.end === 'answered' && !inTime;
    case 'shortAbandons':
      return visit.end === 'abandoned' && waitMs <= (rule?.shortAbandon ?? 5_000);
    case 'offered':
      return true;
    default:
      return visit.end === behind;
  }
}

function stillWaiting(calls: Iterable<Pick<LiveCall, 'visit'>>, asked: FigureAsked): Found[] {
  return [...calls].flatMap(({ visit }) =>
    visit !== null &&
    visit.enteredAt >= asked.from &&
    visit.enteredAt < asked.until &&
    isOfQueue(asked, visit.queueId)
      ? [{ callId: visit.callId, at: visit.enteredAt, how: 'waiting' as const, waitMs: null, agentId: null }]
      : [],
  );
}

async function rowsOf(
  { store, floor }: Parts,
  found: readonly Found[],
  customers: boolean,
): Promise<ReportCall[]> {
  const calls = new Map(
    (await store.callsById(found.map(({ callId }) => callId))).map((call) => [call.callId, call]),
  );
  const known = await store.customersById([
    ...new Set([...calls.values()].flatMap(({ customerId }) => customerId ?? [])),
  ]);
  const people = new Map(known.map((customer) => [customer.customerId, customer]));
  const personOf = (customerId: CustomerId | null) =>
    customerId === null ? undefined : people.get(customerId);
  return found.flatMap(({ callId, at, how, waitMs, agentId }) => {
    const call = calls.get(callId);
    if (call === undefined) return [];
    const person = personOf(call.customerId);
    return [
      {
        callId,
        at,
        direction: call.direction,
        caller: customers ? call.caller : { kind: 'withheld' as const },
        customerId: customers ? call.customerId : null,
        customerName: customers ? (person?.name.written ?? '') : '',
        tier: person?.tier.tier ?? null,
        queueId: call.queueId,
        agentId,
        agentName: agentId === null ? '' : agentName(floor, agentId),
        how,
        outcome: call.outcome,
        waitMs: waitMs ?? call.waitMs,
        talkMs: call.talkMs,
        holdMs: call.holdMs,
        wrapUpMs: call.wrapUpMs,
        disposition: call.disposition,
        resolved: call.resolved,
        feeling: call.feeling,
      },
    ];
  });
}
