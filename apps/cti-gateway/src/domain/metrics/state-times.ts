import type { StateTimes } from '@ringside/shared/model/agent-counts';
import { noStateTimes } from '@ringside/shared/model/agent-counts';
import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { PresenceStretch } from '../agent/agent.ts';

type Stretch = Omit<PresenceStretch, 'agentId'>;

/** METRIC-7: how much of [from, until) was spent in which state; a stretch that goes on has lasted until now. */
export function stateTimes(
  stretches: readonly Stretch[],
  { from, until, now }: { readonly from: Instant; readonly until: Instant; readonly now: Instant },
): StateTimes {
  return stretches.reduce((times, stretch) => {
    const begin = Math.max(stretch.since, from);
    const end = Math.min(stretch.until ?? now, until);
    return end > begin ? added(times, stretch, end - begin) : times;
  }, noStateTimes);
}

function added(times: StateTimes, { state, reason }: Stretch, ms: number): StateTimes {
  switch (state) {
    case 'ready':
      return { ...times, readyMs: times.readyMs + ms };
    case 'reserved':
    case 'onCall':
    case 'wrapUp':
      return { ...times, handlingMs: times.handlingMs + ms };
    case 'notReady': {
      const why = reason ?? '';
      return { ...times, notReadyMs: { ...times.notReadyMs, [why]: (times.notReadyMs[why] ?? 0) + ms } };
    }
    default:
      return unreachable(state);
  }
}
