import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes, seconds } from '@ringside/shared/model/instant';
import { asE164 } from './demo-ids.ts';
import type { CallRecord } from '../../../domain/call/call-record.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import type { Change } from '../../../ports/store.ts';
import type { DemoCompany } from './demo-company.ts';
import { agentIdOf, callIdOf, partIdOf } from './demo-ids.ts';

const quarter = days(90);
/** enough that a rate per 1,000 contacts means something */
const count = 640;
/** the last days are those of the customers in the company file */
const until = days(2);
const queues = ['service', 'service', 'service', 'sales', 'care'] as const;

/** DEMO-2: calls of a quarter by people whom nobody knows, so that trends and rates have something to be of. */
export function callsOfQuarter(company: DemoCompany, centre: Centre, now: Instant): readonly Change[] {
  return Array.from({ length: count }, (_, nth) => callOf(company, centre, now, nth)).flatMap((call) => [
    { put: 'call', call },
    ...offerOf(call),
    visitOf(call),
  ]);
}

/** Between 9:00 and 18:00 in Taipei, whatever the time of day at which the demo begins. */
const timeOf = (now: Instant, nth: number): Instant => {
  const day = Math.floor((now - until - ((quarter - until) * nth) / count) / days(1)) * days(1);
  return day + days(1) / 24 + ((nth * 37) % 540) * minutes(1) + ((nth * 13) % 60) * seconds(1);
};

function callOf(company: DemoCompany, centre: Centre, now: Instant, nth: number): CallRecord {
  const queueId = queues[nth % queues.length] ?? 'service';
  const hotline = centre.hotlines.find((one) => one.queueId === queueId);
  const isHandled = nth % 17 !== 16;
  const arrivedAt = Math.min(timeOf(now, nth), now - until);
  const waitMs = seconds(3 + ((nth * 29) % 75));
  const talkMs = isHandled ? seconds(70 + ((nth * 101) % 420)) : 0;
  const answeredAt = isHandled ? arrivedAt + waitMs : null;
  const { disposition, resolves } = centre.dispositions[(nth * 5) % centre.dispositions.length] ?? {};
  return {
    ...{ callId: callIdOf('earlier', nth), direction: 'inbound', trunkId: asId('demo'), taskId: null },
    caller: {
      kind: 'number',
      number: asE164(`+88691200${String(1_000 + (nth % 400)).padStart(4, '0')}`),
      display: '',
    },
    ...{ dialled: hotline?.numbers[0] ?? queueId, hotlineId: hotline?.hotlineId ?? null },
    ...{
      queueId: asId(queueId),
      customerId: null,
      agentId: isHandled ? whoTook(company, queueId, nth) : null,
    },
    ...{ arrivedAt, queuedAt: arrivedAt, answeredAt, endedAt: arrivedAt + waitMs + talkMs },
    ...{ outcome: isHandled ? 'handled' : 'abandoned', endedBy: 'caller', waitMs, talkMs, holdMs: 0 },
    ...{ wrapUpMs: isHandled ? seconds(20 + (nth % 40)) : 0, feeling: null, note: '' },
    ...{
      disposition: isHandled ? (disposition ?? null) : null,
      resolved: isHandled ? (resolves ?? null) : null,
    },
  };
}

function whoTook({ people }: DemoCompany, queue: string, nth: number) {
  const skill = queue === 'sales' ? 'sales' : 'service';
  const able = people.filter(({ roles, skills }) => roles[0] === 'agent' && skills.includes(skill));
  return agentIdOf(able[nth % able.length]?.userName ?? 'maya');
}

function offerOf({ callId, agentId, arrivedAt, answeredAt, waitMs }: CallRecord): Change[] {
  if (agentId === null || answeredAt === null) return [];
  const at = Math.max(arrivedAt, answeredAt - Math.min(waitMs, seconds(6)));
  const offerId = partIdOf<'offer'>(callId, 'offer', 0);
  return [
    { put: 'offer', offer: { offerId, callId, agentId, at, endedAt: answeredAt, outcome: 'accepted' } },
  ];
}

function visitOf({ callId, queueId, agentId, arrivedAt, waitMs }: CallRecord): Change {
  const end = agentId === null ? 'abandoned' : 'answered';
  return {
    put: 'visit',
    visit: {
      ...{ callId, queueId: queueId ?? asId('service'), agentId, end },
      ...{ enteredAt: arrivedAt, leftAt: arrivedAt + waitMs },
    },
  };
}
