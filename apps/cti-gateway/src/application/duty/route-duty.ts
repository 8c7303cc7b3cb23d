import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import { isOffLine } from '../../domain/call/call.ts';
import type { DutyPlace } from '../../domain/duty/next-to-ring.ts';
import { nextToRing } from '../../domain/duty/next-to-ring.ts';
import { phoneStation } from '../../domain/duty/phone-station.ts';
import type { LiveCall } from '../floor.ts';
import { reachOf } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { follow } from '../record-events.ts';
import { hasDutyQueues, isForDuty, rotaOfQueue } from './duty-queue.ts';
import { peopleOnDuty } from './people-on-duty.ts';
import { nobodyTakes } from './promise-manager.ts';

/** A telephone rings later than a desk does, and whoever answers must hear the whisper before the key. */
const forTheKey: Milliseconds = seconds(10);
/** A rota that is no longer in the centre. */
const ringWithoutRota: Milliseconds = seconds(25);

/** DUTY-1: callers of queues with a rota, first come first: each rings one person on duty after another. */
export function routeDuty(parts: Parts): void {
  if (!hasDutyQueues(parts)) return;
  const waiting = [...parts.floor.waiting].filter(({ call }) => isForDuty(parts, call));
  for (const live of waiting.sort(byPlace)) ringNext(parts, live);
}

const queuedAt = ({ call }: LiveCall): number => (call.state === 'queued' ? call.queuedAt : 0);
const byPlace = (a: LiveCall, b: LiveCall): number => queuedAt(a) - queuedAt(b);

function ringNext(parts: Parts, live: LiveCall): void {
  const { call } = live;
  // the one before may have taken the last who was free, and nothing else
  if (call.state !== 'queued') return;
  const rotaId = rotaOfQueue(parts, call.queueId);
  if (rotaId === null) return;
  const people = peopleOnDuty(parts, rotaId);
  // BACK-6: who calls somebody back sees first whom; that takes a desk, and nobody hears how long it takes
  const isBack = isOffLine(call);
  const next = isBack
    ? nextToRing(
        people.map((person) => ({ ...person, phone: false })),
        [],
      )
    : nextToRing(people, call.rungAt);
  if (next.ring === 'desk' || next.ring === 'phone') return ring(parts, live, rotaId, next);
  if (next.ring === 'nobody' && !isBack) nobodyTakes(parts, live, call, rotaId);
}

function ring(
  parts: Parts,
  live: LiveCall,
  rotaId: RotaId,
  { ring: place, agentId }: { readonly ring: DutyPlace; readonly agentId: AgentId },
): void {
  const { floor, ids, clock, rota } = parts;
  const agent = floor.agents.get(agentId);
  const stationId = place === 'phone' ? phoneStation(agentId) : agent && reachOf(floor, agent)?.stationId;
  if (agent === undefined || !stationId) return;
  const ringFor = rota.rota(rotaId)?.ringFor ?? ringWithoutRota;
  follow(parts, live, {
    do: 'offer',
    offerId: ids.next<'offer'>(),
    agentId,
    stationId,
    legId: ids.next<'leg'>(),
    until: clock.now() + ringFor + (place === 'phone' ? forTheKey : 0),
    idleSince: agent.presence.since,
    why: null,
  });
}
