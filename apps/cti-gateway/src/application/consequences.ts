import type { LegId, StationId, TrunkId } from '@ringside/shared/model/ids';
import type { Call } from '../domain/call/call.ts';
import { agentLegOf } from '../domain/call/call.ts';
import type { CallEvent } from '../domain/call/call-event.ts';
import type { Caller } from '../domain/call/call-record.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { RefusalCause } from '../ports/switch.ts';

/** A question to the switch. Stored with the event it follows from, so that a restart asks it again. */
export type Ask =
  | {
      readonly ask: 'admit';
      readonly answer: 'atOnce' | 'withAgent';
      readonly greeting: string | null;
      readonly music: string;
    }
  | { readonly ask: 'refuse'; readonly why: RefusalCause }
  | {
      readonly ask: 'offer';
      readonly legId: LegId;
      readonly stationId: StationId;
      readonly caller: { readonly number: string | null; readonly display: string };
      readonly resume: boolean;
    }
  | { readonly ask: 'connect'; readonly legId: LegId }
  | { readonly ask: 'drop'; readonly legId: LegId }
  | { readonly ask: 'park'; readonly music: string }
  | { readonly ask: 'hold'; readonly music: string }
  | { readonly ask: 'retrieve' }
  | { readonly ask: 'release' }
  | {
      readonly ask: 'dial';
      readonly legId: LegId;
      readonly trunkId: TrunkId;
      readonly number: string;
      readonly presented: string | null;
    };

export interface CallSettings {
  readonly centre: Centre;
  /** number shown on outbound calls */
  readonly presented: string | null;
}

type Known = Exclude<Call, { state: 'none' }>;

/** The table: when this event befell that call, ask this of the switch, in this order. Pure. */
export function consequencesOf(
  before: Call,
  event: CallEvent,
  after: Known,
  settings: CallSettings,
): readonly Ask[] {
  const music = musicOf(after, settings.centre);
  switch (event.type) {
    case 'CallRefused':
      return [{ ask: 'refuse', why: event.why }];
    case 'CallQueued':
      return [{ ask: 'admit', ...admissionOf(after, settings.centre) }];
    case 'CallDialled': {
      const { legId, trunkId, dialled, stationId, agentLegId } = event;
      return [
        { ask: 'dial', legId, trunkId, number: dialled, presented: settings.presented },
        { ask: 'offer', legId: agentLegId, stationId, caller: shown(event.caller), resume: true },
      ];
    }
    case 'CallOffered':
      return [
        {
          ask: 'offer',
          legId: event.legId,
          stationId: event.stationId,
          caller: shown(after.caller),
          resume: false,
        },
      ];
    case 'OfferEnded':
      return dropped(before);
    case 'AgentLegUp':
      // an agent who dials hears the customer's telephone ring
      return after.state === 'offered' ? [] : [{ ask: 'connect', legId: event.legId }];
    case 'CallAnswered':
      return before.state === 'offered' ? [{ ask: 'connect', legId: before.legId }] : [];
    case 'CallHeld':
      return [{ ask: 'hold', music }];
    case 'CallRetrieved':
      return [{ ask: 'retrieve' }];
    case 'AgentLegLost':
      return [
        { ask: 'park', music },
        ...(event.why === 'lost' || event.legId === null
          ? []
          : [{ ask: 'drop', legId: event.legId } as const]),
      ];
    case 'AgentLegOffered':
      return [
        {
          ask: 'offer',
          legId: event.legId,
          stationId: event.stationId,
          caller: shown(after.caller),
          resume: true,
        },
      ];
    case 'AgentLegFailed':
      return [{ ask: 'drop', legId: event.legId }];
    case 'CallResumed':
      return resumed(after, music);
    case 'CallReturned':
      return [{ ask: 'park', music }, ...dropped(before)];
    case 'CallEnded':
      return [{ ask: 'release' }];
    case 'CallArrived':
    case 'OfferTaken':
    case 'CallIdentified':
    case 'CaseLinked':
    case 'TaskLinked':
    case 'ContactDisposed':
    case 'WrapUpExtended':
    case 'WrapUpEnded':
      return [];
  }
}

function dropped(before: Call): readonly Ask[] {
  const legId = agentLegOf(before);
  return legId === null ? [] : [{ ask: 'drop', legId }];
}

function resumed(after: Known, music: string): readonly Ask[] {
  if (after.state !== 'talking' && after.state !== 'held') return [];
  const connect: Ask = { ask: 'connect', legId: after.legId };
  return after.state === 'held' ? [connect, { ask: 'hold', music }] : [connect];
}

const hotlineOf = (call: Known, centre: Centre) =>
  centre.hotlines.find(({ hotlineId }) => hotlineId === call.hotlineId) ??
  centre.hotlines.find(({ queueId }) => queueId === call.queueId);

/** An outbound call has no line of its own and hears the first line's music on hold. */
const musicOf = (call: Known, centre: Centre): string =>
  (hotlineOf(call, centre) ?? centre.hotlines[0])?.music ?? '';

function admissionOf(
  call: Known,
  centre: Centre,
): Pick<Extract<Ask, { ask: 'admit' }>, 'answer' | 'greeting' | 'music'> {
  const hotline = hotlineOf(call, centre);
  if (!hotline) throw new Error(`Call ${call.callId} was queued without a hotline`);
  return { answer: hotline.answer, greeting: hotline.greeting, music: hotline.music };
}

function shown(caller: Caller): { number: string | null; display: string } {
  switch (caller.kind) {
    case 'number':
      return { number: caller.number, display: caller.display };
    case 'unrecognised':
      return { number: caller.text, display: caller.display };
    case 'withheld':
      return { number: null, display: '' };
  }
}
