import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes, seconds } from '@ringside/shared/model/instant';
import type { CallRecord, OfferRecord } from '../../../domain/call/call-record.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import type { DemoCompany, DemoCustomer } from './demo-company.ts';
import { agentIdOf, callIdOf, customerIdOf, partIdOf } from './demo-ids.ts';

export interface DemoCalls {
  readonly calls: readonly CallRecord[];
  readonly offers: readonly OfferRecord[];
}

/** A customer's earlier calls, in the order of `called`. */
export function callsOf(
  customer: DemoCustomer,
  company: DemoCompany,
  centre: Centre,
  now: Instant,
): DemoCalls {
  const calls = customer.called.map((_, index) => callOf(customer, index, company, centre, now));
  return {
    calls,
    offers: calls.flatMap((call, index) =>
      call.agentId === null || call.queuedAt === null
        ? []
        : [
            {
              offerId: partIdOf(customer.id, 'offer', index),
              callId: call.callId,
              agentId: call.agentId,
              at: call.queuedAt + seconds(1),
              endedAt: call.answeredAt,
              outcome: 'accepted',
            },
          ],
    ),
  };
}

function callOf(
  customer: DemoCustomer,
  index: number,
  company: DemoCompany,
  centre: Centre,
  now: Instant,
): CallRecord {
  const past = customer.called[index];
  if (past === undefined) throw new Error(`${customer.id} has no call ${index}`);
  const hotline = centre.hotlines.find(({ queueId }) => queueId === past.queue);
  const handled = past.disposition !== 'abandoned';
  const arrivedAt = now - days(past.daysAgo);
  const waitMs = seconds(4 + ((customer.id.length * 7 + index * 11) % 40));
  const talkMs = minutes(past.talkMinutes);
  const number = customer.numbers[0]?.number;
  return {
    callId: callIdOf(customer.id, index),
    direction: 'inbound',
    trunkId: asId('demo'),
    caller: number === undefined ? { kind: 'withheld' } : { kind: 'number', number, display: '' },
    dialled: hotline?.numbers[0] ?? past.queue,
    hotlineId: hotline?.hotlineId ?? null,
    queueId: asId(past.queue),
    customerId: customerIdOf(customer.id),
    agentId: handled ? whoAnswered(company, past.queue, customer.id.length + index) : null,
    taskId: null,
    arrivedAt,
    queuedAt: arrivedAt,
    answeredAt: handled ? arrivedAt + waitMs : null,
    endedAt: arrivedAt + waitMs + talkMs,
    outcome: handled ? 'handled' : 'abandoned',
    endedBy: 'caller',
    waitMs,
    talkMs,
    holdMs: 0,
    wrapUpMs: handled ? seconds(40) : 0,
    disposition: handled ? past.disposition : null,
    resolved: handled ? resolves(centre, past.disposition) : null,
    feeling: past.feeling,
    note: past.note,
  };
}

function whoAnswered(company: DemoCompany, queue: string, turn: number) {
  const able = company.people.filter(({ skills }) => skills.includes(queue));
  const one = able[turn % able.length];
  return one === undefined ? null : agentIdOf(one.userName);
}

const resolves = (centre: Centre, disposition: string): boolean =>
  centre.dispositions.some((known) => known.disposition === disposition && known.resolves);
