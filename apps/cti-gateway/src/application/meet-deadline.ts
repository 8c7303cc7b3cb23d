import type { CallId } from '@ringside/shared/model/ids';
import type { Deadline } from '../ports/store.ts';
import type { CallDeadline } from './call-deadline.ts';
import type { LegDeadline } from './keep-caller.ts';
import { offerLegAgain } from './keep-caller.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import type { PeopleDeadline } from './watch-people.ts';
import { lookAtPeople } from './watch-people.ts';
import type { ReachDeadline } from './watch-reach.ts';
import { lookAtReach } from './watch-reach.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

type Body = CallDeadline | LegDeadline | PeopleDeadline | ReachDeadline;

/** The table of deadlines: what is looked at, and what follows if nothing has happened in between. */
export function meetDeadline(parts: Parts, deadline: Deadline): void {
  const body = deadline.body as Body;
  switch (body.look) {
    case 'call':
      callIsDue(parts, body.callId, deadline.key);
      return;
    case 'leg': {
      const live = parts.floor.calls.get(body.callId);
      if (live) offerLegAgain(parts, live);
      return;
    }
    case 'people':
      return lookAtPeople(parts);
    case 'reach':
      lookAtReach(parts, body.agentId);
      return;
  }
}

function callIsDue(parts: Parts, callId: CallId, key: string): void {
  const live = parts.floor.calls.get(callId);
  if (!live) {
    for (const change of parts.deadlines.without(key)) parts.journal.writeSoon(change);
    return;
  }
  const { call } = live;
  const wrapUp = wrapUpRule(parts, live);
  switch (call.state) {
    case 'offered':
      return follow(parts, live, { do: 'returnOffer', offerId: call.offerId, outcome: 'notAnswered' });
    case 'dialling':
      return follow(parts, live, { do: 'dialFails', outcome: 'noAnswer', wrapUp });
    case 'reconnecting':
      return follow(parts, live, { do: 'giveUpReconnecting', wrapUp });
    case 'wrapUp':
      return follow(parts, live, {
        do: 'endWrapUp',
        by: 'deadline',
        dispositionNeeded: wrapUp.dispositionNeeded,
      });
    default:
      return;
  }
}
