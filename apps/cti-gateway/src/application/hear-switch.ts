import type { CallOutcome } from '@ringside/shared/model/call-outcome';
import type { CallId, LegId } from '@ringside/shared/model/ids';
import { unreachable } from '@ringside/shared/model/unreachable';
import { agentOf, isOnPhone } from '../domain/call/call.ts';
import type { LegFailure, SwitchEvent } from '../ports/switch.ts';
import { admitCall } from './admit-call.ts';
import type { AskRefusal } from './ask-switch.ts';
import type { Ask } from './consequences.ts';
import type { LiveCall } from './floor.ts';
import { isGuided } from './guide-caller.ts';
import { guidanceSaid, guidedKey } from './hear-guided.ts';
import { keepCaller } from './keep-caller.ts';
import { heardKey } from './choose-callback.ts';
import { sayingOver } from './hear-waiting.ts';
import type { Parts } from './parts.ts';
import { messageRecorded } from './voicemail.ts';
import { follow } from './record-events.ts';
import { stationDown, stationUp } from './stations.ts';
import { contactView } from './views/contact-view.ts';
import { supervisorHeard } from './supervised-call.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

type EventOf<Type extends SwitchEvent['type']> = Extract<SwitchEvent, { readonly type: Type }>;

/** What the switch reports, in order for each call: a call that is still being recognised makes its other events wait. */
export function hearSwitch(parts: Parts, event: SwitchEvent): void {
  if (event.type === 'stationUp') return stationUp(parts, event.stationId);
  if (event.type === 'stationDown') return stationDown(parts, event.stationId);
  parts
    .inTurn(`hear ${event.callId}`, () => hearCall(parts, event))
    .catch((cause: unknown) => {
      const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      parts.log.error('an event of the switch came to nothing', {
        callId: event.callId,
        type: event.type,
        cause: why,
      });
    });
}

async function hearCall(
  parts: Parts,
  event: Exclude<SwitchEvent, { type: 'stationUp' | 'stationDown' }>,
): Promise<void> {
  if (event.type === 'delivered') {
    if (parts.journal.status().failing) return turnAway(parts, event);
    // written later: the next event of this call need not wait for the disk, only for the floor
    return admitCall(parts, event);
  }
  if (event.type === 'legRecord') return keepLegRecord(parts, event);
  // a caller who hangs up ends the call and the message; the message is kept all the same
  if (event.type === 'recorded') return messageRecorded(parts, event.callId, event.recordingId, event.length);
  if ('party' in event && event.party === 'supervisor') return supervisorHeard(parts, event);
  const live = parts.floor.calls.get(event.callId);
  if (!live) return;
  switch (event.type) {
    case 'alerting':
      return;
    case 'established':
      return legEstablished(parts, live, event.legId);
    case 'failed':
      return legFailed(parts, live, event.legId, event.cause);
    case 'connectionCleared':
      return connectionCleared(parts, live, event);
    case 'digitsGenerated':
      if (isGuided(live.call)) return guidedKey(parts, live, event.digit);
      return digitPressed(parts, live, event.legId, event.digit);
    case 'announced':
      if (isGuided(live.call)) return guidanceSaid(parts, live, event.announcementId);
      return sayingOver(parts, live, event.announcementId);
    case 'media':
      return mediaChanged(parts, live, event);
    default:
      return unreachable(event);
  }
}

/** STORE-24: nothing can be promised that can't be written. The carrier gets a 503 at once and may try another gateway. */
async function turnAway(
  { telephony, counters, log }: Parts,
  { callId }: EventOf<'delivered'>,
): Promise<void> {
  counters.count('calls.turnedAway');
  log.warn('a call was turned away, because nothing can be written', { callId });
  await telephony.refuse(callId, 'full');
}

/** At once where a leg lives: a power cut a moment later must find it. That one is gone may wait. */
function keepLegRecord({ journal, log }: Parts, { callId, legId, record }: EventOf<'legRecord'>): void {
  if (record === null) return journal.writeSoon({ put: 'legGone', callId, legId });
  journal.write({ changes: [{ put: 'leg', leg: { callId, legId, record } }] }).catch((cause: unknown) => {
    log.error('a leg could not be written and would not survive a restart', { callId, cause: String(cause) });
  });
}

function legEstablished(parts: Parts, live: LiveCall, legId: LegId): void {
  const { call } = live;
  if (call.state === 'none') return;
  if (legId === call.customerLegId) return follow(parts, live, { do: 'customerAnswers' });
  follow(parts, live, { do: 'agentLegUp', legId, picksUp: isPickedUp(parts, live) });
}

/** OFFER-9, DUTY-4: on a desk phone a leg that is up was picked up by hand, on a telephone taken with the key. */
function isPickedUp({ floor }: Parts, { call }: LiveCall): boolean {
  if (isOnPhone(call)) return true;
  const agentId = agentOf(call);
  const deskPhone = agentId === null ? null : (floor.agents.get(agentId)?.deskPhone ?? null);
  return deskPhone !== null && 'stationId' in call && call.stationId === deskPhone;
}

const dialOutcomes = {
  busy: 'noAnswer',
  declined: 'noAnswer',
  noAnswer: 'noAnswer',
  unreachable: 'failed',
  wrongNumber: 'failed',
  notAllowed: 'failed',
  media: 'failed',
  full: 'failed',
} as const satisfies Record<LegFailure, CallOutcome>;

const offerOutcomes = {
  busy: 'unreachable',
  declined: 'declined',
  noAnswer: 'notAnswered',
  unreachable: 'unreachable',
  wrongNumber: 'unreachable',
  notAllowed: 'unreachable',
  media: 'unreachable',
  full: 'unreachable',
} as const satisfies Record<LegFailure, string>;

/** A leg that could not be set up: the customer's on an outbound call, or an agent's. */
function legFailed(parts: Parts, live: LiveCall, legId: LegId, cause: LegFailure): void {
  const { call } = live;
  if (call.state === 'none') return;
  const wrapUp = wrapUpRule(parts, live);
  if (legId === call.customerLegId)
    return follow(parts, live, { do: 'dialFails', outcome: dialOutcomes[cause], wrapUp });
  if (call.state === 'offered' && call.legId === legId) {
    return follow(parts, live, { do: 'returnOffer', offerId: call.offerId, outcome: offerOutcomes[cause] });
  }
  if (call.state === 'dialling' && call.legId === legId) {
    return follow(parts, live, { do: 'dialFails', outcome: 'failed', wrapUp });
  }
  keepCaller(parts, live, legId, 'lost');
}

function connectionCleared(parts: Parts, live: LiveCall, event: EventOf<'connectionCleared'>): void {
  const { call } = live;
  if (call.state === 'none') return;
  const wrapUp = wrapUpRule(parts, live);
  // an attempt to call somebody back that is over may still be reported
  if (call.callback !== null && event.party === 'caller' && event.legId !== call.customerLegId) return;
  if (event.party === 'caller') {
    return follow(parts, live, {
      do: 'end',
      by: event.by === 'agent' ? 'caller' : event.by,
      failed: false,
      wrapUp,
    });
  }
  if (call.state === 'offered') {
    return legFailed(
      parts,
      live,
      event.legId,
      event.by === 'agent' && event.cause === 'normal' ? 'declined' : 'unreachable',
    );
  }
  if (event.by === 'gateway' && event.cause === 'normal') return;
  if (call.state === 'dialling') return legFailed(parts, live, event.legId, 'unreachable');
  // a desktop hangs up by command; its leg going away means that the page went away (CALL-8)
  const hungUp =
    event.cause === 'normal' && isPickedUp(parts, live) && 'legId' in call && call.legId === event.legId;
  if (hungUp) return follow(parts, live, { do: 'end', by: 'agent', failed: false, wrapUp });
  keepCaller(parts, live, event.legId, 'lost');
}

/** More keys than this in one call are no entry but a game. */
const mostDigits = 100;

function digitPressed(parts: Parts, live: LiveCall, legId: LegId, digit: string): void {
  const isCaller = live.call.state !== 'none' && live.call.customerLegId === legId;
  if (isCaller && heardKey(parts, live, digit)) return;
  live.digits = (live.digits + digit).slice(-mostDigits);
  showContact(parts, live);
}

function mediaChanged(parts: Parts, live: LiveCall, { party, state }: EventOf<'media'>): void {
  if (party === 'caller') live.callerAudio = state;
  else live.agentAudio = state;
  if (state !== 'ok') parts.log.warn('audio trouble', { callId: live.callId, party, state });
  showContact(parts, live);
}

function showContact(parts: Parts, live: LiveCall): void {
  const agentId = isOnPhone(live.call) ? null : agentOf(live.call);
  if (agentId !== null) parts.desks.show(agentId, { what: 'contact', contact: contactView(live) });
}

/** What a refusal of the switch means for the call it was asked about. */
export function hearRefusal(parts: Parts, callId: CallId, ask: Ask, refusal: AskRefusal): void {
  const live = parts.floor.calls.get(callId);
  if (!live) return;
  switch (ask.ask) {
    case 'offer':
    case 'offerByPhone':
      return legFailed(parts, live, ask.legId, 'unreachable');
    case 'dial':
      return legFailed(parts, live, ask.legId, refusal === 'noTrunk' ? 'notAllowed' : 'unreachable');
    case 'connect':
    case 'promote':
      return keepCaller(parts, live, ask.legId, 'lost');
    case 'admit':
      // the caller was gone before we took the call on
      return follow(parts, live, { do: 'end', by: 'caller', failed: false, wrapUp: wrapUpRule(parts, live) });
    case 'record':
      return follow(parts, live, { do: 'refuseMessage', why: refusal === 'noRoom' ? 'noRoom' : 'failed' });
    case 'announce':
    case 'refuse':
    case 'drop':
    case 'park':
    case 'hold':
    case 'retrieve':
    case 'release':
      return;
    default:
      return unreachable(ask);
  }
}
