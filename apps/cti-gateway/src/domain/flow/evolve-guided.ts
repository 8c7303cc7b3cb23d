import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call, Known } from '../call/call.ts';
import type { GuideEvent } from './guide-event.ts';
import type { KeyedIn, Way } from './way.ts';

type Told = GuideEvent & { readonly at: Instant };
type Live = Exclude<Call, { state: 'none' }>;

/** The call after an event of its guidance; null where the event does not fit. `known`: the call's facts alone. */
export function evolveGuided(call: Live, event: Told, known: Known): Call | null {
  switch (event.type) {
    case 'CallClosed':
      return along(call, { closed: event.why });
    case 'CallGuided': {
      const fits = call.state === 'arrived' || call.state === 'guided' || call.state === 'queued';
      if (!fits) return null;
      const { step, until } = event;
      return { ...known, state: 'guided', step, until, since: event.at, listening: false };
    }
    case 'KeyAwaited':
      return call.state === 'guided' ? { ...call, listening: true, until: event.until } : null;
    case 'MenuChosen': {
      const { choices, language } = call.way;
      return along(call, {
        choices: [...choices, event.choice],
        language: event.language ?? language,
      });
    }
    case 'CallerKeyedIn':
      return keyedIn(call, event.keyedIn);
    case 'CallOverflowed':
      return overflowed(call, event, known);
    default:
      return unreachable(event);
  }
}

const along = <Some extends Live>(call: Some, more: Partial<Way>): Some => ({
  ...call,
  way: { ...call.way, ...more },
});

/** What was keyed in is said by the caller and so counts more than the number they call from. */
function keyedIn(call: Live, keyed: KeyedIn): Call {
  const told = along(call, { keyedIn: keyed });
  if (keyed.found === null) return told;
  const { customerId, caseId } = keyed.found;
  return {
    ...told,
    customerId: customerId ?? told.customerId,
    caseIds: caseId === null || told.caseIds.includes(caseId) ? told.caseIds : [...told.caseIds, caseId],
  };
}

/** OVER-2: in the next queue the caller has the place they had. */
function overflowed(call: Live, event: Told & { type: 'CallOverflowed' }, known: Known): Call | null {
  if (call.state !== 'queued') return null;
  const { from, to, why } = event;
  const overflows = [...call.way.overflows, { from, to, why }];
  if (to.to !== 'queue') return along(call, { overflows });
  const way = { ...known.way, overflows, queues: [...known.way.queues, to.queueId] };
  const { queuedAt } = call;
  const place = { queueId: to.queueId, queuedAt };
  return { ...known, way, state: 'queued', ...place, passedOver: [], rungAt: [] };
}
