import type { AgentId, LegId, RecordingId, StationId, TrunkId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Call } from '../domain/call/call.ts';
import { agentLegOf, isOffLine } from '../domain/call/call.ts';
import type { CallEvent, CallEventOf } from '../domain/call/call-event.ts';
import type { Caller } from '../domain/call/call-record.ts';
import { isPhoneStation } from '../domain/duty/phone-station.ts';
import { promiseSounds } from '../domain/duty/promise-sounds.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { Language } from '@ringside/shared/model/language';
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
      readonly ask: 'announce';
      readonly announcementId: string;
      readonly sounds: readonly string[];
      readonly stopAtKey: boolean;
    }
  | {
      readonly ask: 'offer';
      readonly legId: LegId;
      readonly stationId: StationId;
      readonly caller: { readonly number: string | null; readonly display: string };
      readonly resume: boolean;
    }
  /** an agent's own telephone, through a trunk */
  | {
      readonly ask: 'offerByPhone';
      readonly legId: LegId;
      readonly trunkId: TrunkId;
      readonly number: string;
      readonly presented: string | null;
      readonly whisper: readonly string[];
    }
  | {
      readonly ask: 'record';
      readonly recordingId: RecordingId;
      readonly longest: Milliseconds;
      readonly silence: Milliseconds;
    }
  | { readonly ask: 'connect'; readonly legId: LegId }
  /** a supervisor's leg becomes the agent's */
  | { readonly ask: 'promote'; readonly legId: LegId }
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
  /** how somebody is rung on their own telephone; null: not at all, or no longer */
  readonly phoneOf: (agentId: AgentId) => PhoneLine | null;
}

export interface PhoneLine {
  readonly trunkId: TrunkId;
  readonly number: string;
  /** what they are spoken to in */
  readonly language: Language;
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
      // who was spoken to before has been taken on then
      return before.state === 'arrived' ? [{ ask: 'admit', ...admissionOf(after, settings.centre) }] : [];
    case 'CallGuided':
      return [{ ask: 'admit', answer: 'atOnce', greeting: null, music }, announced(event)];
    case 'CallDialled': {
      const { legId, trunkId, dialled, stationId, agentLegId } = event;
      return [
        { ask: 'dial', legId, trunkId, number: dialled, presented: settings.presented },
        { ask: 'offer', legId: agentLegId, stationId, caller: shown(event.caller), resume: true },
      ];
    }
    case 'CallerTold':
      return said('told', event.sounds, event.at);
    case 'CallSentToCallback':
      return [admitted(music)];
    case 'CallbackDeclined': {
      const sorry = event.why === 'silence' ? [] : spoken(after, settings, 'callback-not-possible');
      if (after.state === 'parting')
        return said('parting', [...sorry, ...spoken(after, settings, 'goodbye')], event.at);
      return sorry.length === 0 ? [] : said('told', sorry, event.at);
    }
    case 'CallbackAgreed':
      return said('parting', spoken(after, settings, 'callback-agreed'), event.at);
    case 'CallSentToVoicemail':
      return [admitted(music), ...said('voicemail', spoken(after, settings, 'voicemail-greeting'), event.at)];
    case 'MessageBegun': {
      const { longest, silence } = event;
      return after.state === 'leavingMessage'
        ? [{ ask: 'record', recordingId: after.recordingId, longest, silence }]
        : [];
    }
    case 'MessageLeft':
      return said(
        'parting',
        spoken(after, settings, event.length > 0 ? 'voicemail-thanks' : 'goodbye'),
        event.at,
      );
    case 'MessageImpossible':
      return said('parting', spoken(after, settings, 'voicemail-not-possible'), event.at);
    case 'CallbackDialled': {
      const { presented } = settings;
      const { trunkId, dialled: number } = after;
      const dial: Ask = { ask: 'dial', legId: event.legId, trunkId, number, presented };
      if (event.agentLegId === null || after.state !== 'dialling') return [dial];
      const caller = shown(after.caller);
      return [
        dial,
        { ask: 'offer', legId: event.agentLegId, stationId: after.stationId, caller, resume: true },
      ];
    }
    case 'CallbackReached':
      return [
        { ask: 'park', music },
        ...said('reached', spoken(after, settings, 'callback-connecting'), event.at),
      ];
    case 'CallbackUnanswered':
      // the last attempt is followed by the call's end, which lets go
      return event.again === null ? [] : [{ ask: 'release' }];
    case 'CallOffered':
      // an agent is shown a callback before anybody is rung (BACK-6)
      if (isOffLine(after)) return [];
      return [rung(event, after, settings)];
    case 'OfferEnded':
      return isOffLine(before) ? [] : dropped(before);
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
    case 'CallPassedOn':
      return [
        { ask: 'park', music },
        ...dropped(before),
        ...said('told', spoken(after, settings, 'connecting-manager'), event.at),
      ];
    case 'ManagerPromised':
      return [admitted(music), ...said('parting', promised(after, event, settings.centre), event.at)];
    case 'CallTakenOver':
      // the new voice first, then the old one goes: the caller is never alone
      return [{ ask: 'promote', legId: event.legId }, ...dropped(before)];
    case 'CallEnded':
      return [{ ask: 'release' }];
    case 'CallArrived':
    case 'CallClosed':
    case 'KeyAwaited':
    case 'MenuChosen':
    case 'CallerKeyedIn':
    case 'CallOverflowed':
    case 'CallMoved':
    case 'CallPrioritised':
    case 'CallSentTo':
    case 'CallNoLongerSent':
    case 'CallbackPlanned':
    case 'CallbackDue':
    case 'OfferTaken':
    case 'CallIdentified':
    case 'CallWeighed':
    case 'CaseLinked':
    case 'TaskLinked':
    case 'ContactDisposed':
    case 'WrapUpExtended':
    case 'WrapUpEnded':
      return [];
  }
}

/** The time tells one announcement of a call from the next, so that the end of an older one is not taken for its own. */
export const guidanceId = (at: Instant): string => `guide-${at}`;

function announced({ sounds, stopAtKey, at }: CallEventOf<'CallGuided'>): Ask {
  return { ask: 'announce', announcementId: guidanceId(at), sounds, stopAtKey };
}

const admitted = (music: string): Ask => ({ ask: 'admit', answer: 'atOnce', greeting: null, music });

/** What is announced to a waiting caller: the time tells one announcement of a kind from the next. */
export type Saying = 'told' | 'voicemail' | 'parting' | 'reached';
const said = (what: Saying, sounds: readonly string[], at: Instant): readonly Ask[] => [
  { ask: 'announce', announcementId: `${what}-${at}`, sounds, stopAtKey: false },
];

const spoken = (call: Known, { centre }: CallSettings, stem: string): readonly string[] => [
  `${stem}-${languageOf(call, centre)}`,
];

/** What a caller is spoken to in: as they chose, or as their line has it. */
export const languageOf = (call: Known, centre: Centre): Language =>
  call.way.language ?? hotlineOf(call, centre)?.language ?? 'en';

/** DUTY-4: a number that is gone meanwhile is left to the switch to refuse: it knows no such station. */
function rung(
  { agentId, legId, stationId }: CallEventOf<'CallOffered'>,
  { caller, passedOn }: Known,
  { phoneOf, presented }: CallSettings,
): Ask {
  const line = isPhoneStation(stationId) ? phoneOf(agentId) : null;
  if (line !== null) {
    const { language, ...to } = line;
    const why = passedOn === null ? [] : [`duty-why-${passedOn.reason}-${language}`];
    return { ask: 'offerByPhone', legId, ...to, presented, whisper: [`duty-whisper-${language}`, ...why] };
  }
  return { ask: 'offer', legId, stationId, caller: shown(caller), resume: false };
}

/** Who keyed in another number is not told of the one they call from. */
function promised(
  call: Known,
  { number, dueAt, at }: CallEventOf<'ManagerPromised'>,
  centre: Centre,
): readonly string[] {
  const isHere = call.caller.kind === 'number' && call.caller.number === number;
  return promiseSounds({ within: dueAt - at, at: isHere ? 'here' : 'there' }, languageOf(call, centre));
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
  // a line that was removed while its caller was being recognised still answers
  const hotline = hotlineOf(call, centre) ?? centre.hotlines[0];
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

/**
 * RECOVER-5: whether a restart would ask this again. Legs of agents are offered anew by recovery itself, and what a caller
 * was told is told again; a row for those would be written and deleted for nobody to read.
 */
export function outlivesRestart({ ask }: Ask): boolean {
  switch (ask) {
    case 'admit':
    case 'refuse':
    case 'release':
    case 'park':
    case 'drop':
      return true;
    default:
      return false;
  }
}
