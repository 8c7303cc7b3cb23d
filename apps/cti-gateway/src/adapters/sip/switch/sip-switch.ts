import type { CallId, LegId, StationId } from '@ringside/shared/model/ids';
import { redacted } from '@ringside/shared/model/phone-number';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { MediaEngine, MediaEvent } from '../../../ports/media-engine.ts';
import type {
  LegRecord,
  RefusalCause,
  StationDigest,
  Switch,
  SwitchEvent,
  SwitchStatus,
} from '../../../ports/switch.ts';
import { createDigestServer } from '../authentication/digest-server.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { SipHeader } from '../message/message.ts';
import type { Binding } from '../registrar/binding.ts';
import { Registrar } from '../registrar/registrar.ts';
import type { Flow, IncomingRequest } from '../stack.ts';
import { admission } from '../trunk/admission.ts';
import { callingParty } from '../trunk/caller-identity.ts';
import { digestCredentials } from '../trunk/digest-credentials.ts';
import { passedHeaders } from '../trunk/passed-headers.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import { trunkRoute } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { TrunkWatch } from '../trunk/trunk-watch.ts';
import { AgentLeg } from './agent-leg.ts';
import { dialledNumber } from './arrival-check.ts';
import { createArrivals, newKey, retryAfterHeader } from './arrivals.ts';
import { Call } from './call.ts';
import type { CallerLeg } from './caller-leg.ts';
import { callerShown } from './caller-shown.ts';
import { TollBook, wordsOfCall } from './departures.ts';
import { InboundLeg } from './inbound-leg.ts';
import type { KeptLeg } from './leg-record.ts';
import { readLegRecord } from './leg-record.ts';
import { Outbox } from './outbox.ts';
import { OutboundLeg } from './outbound-leg.ts';
import { rateLimit } from './rate-limit.ts';
import { ResumedLeg } from './resumed-leg.ts';
import { SilenceWatch } from './silence-watch.ts';
import type { SwitchSettings } from './switch-settings.ts';

const done = ok(undefined);
const gone = refuse('gone' as const);
type Done = Promise<Result<void, 'gone'>>;

/** The embedded switch: the Switch port on the SIP stack and the media engine. */
export class SipSwitch implements Switch {
  readonly #ground: Ground;
  readonly #media: MediaEngine;
  readonly #settings: SwitchSettings;
  readonly #outbox: Outbox;
  readonly #dialogs = new Dialogs();
  readonly #calls = new Map<CallId, Call>();
  readonly #callOfLeg = new Map<LegId, Call>();
  readonly #admission;
  readonly #registrar: Registrar;
  readonly #arrivals;
  readonly #tolls = new TollBook();
  readonly #trunkWatch: TrunkWatch;
  readonly #silence: SilenceWatch;
  readonly #mayArrive;
  readonly #counted = { callsIn: 0, callsOut: 0, offers: 0, resumed: 0, tollRefused: 0 };
  #draining = false;

  constructor(ground: Ground, media: MediaEngine, settings: SwitchSettings) {
    this.#ground = ground;
    this.#media = media;
    this.#settings = settings;
    this.#outbox = new Outbox(ground.log);
    this.#admission = admission(settings.trunks);
    this.#mayArrive = rateLimit(settings.callsPerSecond);
    this.#registrar = new Registrar(
      ground,
      createDigestServer({ realm: settings.realm, key: newKey(ground), chance: () => ground.ids.secret(12) }),
      {
        stationUp: (stationId) => this.#outbox.put({ type: 'stationUp', stationId }),
        stationDown: (stationId) => this.#outbox.put({ type: 'stationDown', stationId }),
        moved: ({ flow }) => this.#legsLost(flow),
      },
    );
    this.#arrivals = createArrivals(
      { ground, dialogs: this.#dialogs, registrar: this.#registrar, admission: this.#admission, settings },
      {
        hasRoom: () => this.#hasRoom(),
        arrived: (trunk, incoming, dialog) => this.#arrived(trunk, incoming, dialog),
      },
    );
    this.#trunkWatch = new TrunkWatch(ground, settings);
    this.#silence = new SilenceWatch(ground.clock, settings.timings.probeAfter);
    media.listen((event) => this.#mediaSaid(event));
    ground.stack.onRequest((incoming) => this.#arrivals.receive(incoming));
    ground.stack.onFlowClosed((flow) => this.#flowClosed(flow));
  }

  /** Opens the listeners, registers at carriers, starts keep-alives. Rejects when an address can't be listened on. */
  async start(): Promise<void> {
    await this.#ground.stack.listen();
    this.#trunkWatch.start();
  }

  /** Leaves callers as they are for the next start, ends everything else, closes the listeners. No event comes any more. */
  async stop(): Promise<void> {
    this.#outbox.stop();
    this.#draining = true;
    for (const call of this.#calls.values()) call.leave();
    this.#calls.clear();
    this.#callOfLeg.clear();
    this.#registrar.stop();
    this.#silence.stop();
    this.#trunkWatch.stop();
    await this.#ground.stack.close();
  }

  get openDialogs(): number {
    return this.#dialogs.size;
  }

  listen(hear: (event: SwitchEvent) => void): void {
    this.#outbox.listen(hear);
  }

  admit(
    callId: CallId,
    how: { answer: 'atOnce' | 'withAgent'; greeting: string | null; music: string },
  ): Done {
    const leg = this.#calls.get(callId)?.caller;
    if (leg === undefined || leg === null) return Promise.resolve(gone);
    if (leg instanceof InboundLeg) leg.admit(how);
    return Promise.resolve(done);
  }

  refuse(callId: CallId, why: RefusalCause): Done {
    const call = this.#calls.get(callId);
    const leg = call?.caller;
    if (!(leg instanceof InboundLeg) || !leg.isDelivered) return Promise.resolve(gone);
    leg.refuse(why);
    call?.release();
    return Promise.resolve(done);
  }

  offer(leg: Parameters<Switch['offer']>[0]): Promise<Result<void, 'gone' | 'stationGone'>> {
    const call = this.#calls.get(leg.callId);
    if (call === undefined) return Promise.resolve(gone);
    const known = this.#callOfLeg.get(leg.legId);
    if (known !== undefined) return Promise.resolve(known === call && call.agent(leg.legId) ? done : gone);
    const binding = this.#registrar.bindingOf(leg.stationId);
    if (binding === null || !binding.flow.open) return Promise.resolve(refuse('stationGone'));
    this.#counted.offers += 1;
    this.#offer(call, leg, binding);
    return Promise.resolve(done);
  }

  connect(callId: CallId, legId: LegId): Done {
    return this.#withAgent(callId, legId, (call, leg) => call.connect(leg));
  }

  drop(callId: CallId, legId: LegId): Done {
    return this.#withAgent(callId, legId, (call, leg) => call.drop(leg));
  }

  park(callId: CallId, music: string): Done {
    return this.#withCall(callId, (call) => call.park(music));
  }

  hold(callId: CallId, music: string): Done {
    return this.#withCall(callId, (call) => call.hold(music));
  }

  retrieve(callId: CallId): Done {
    return this.#withCall(callId, (call) => call.retrieve());
  }

  sendDigits(callId: CallId, digits: string): Done {
    const keys = keysOf(digits);
    return this.#withCall(callId, (call) => keys !== '' && call.caller?.audio.sendDigits(keys));
  }

  announce(callId: CallId, sound: string): Done {
    return this.#withCall(callId, (call) => call.caller?.ear.announce(sound));
  }

  release(callId: CallId): Done {
    return this.#withCall(callId, (call) => call.release());
  }

  dial(call: Parameters<Switch['dial']>[0]): Promise<Result<void, 'noTrunk'>> {
    const trunk = this.#trunk(call.trunkId);
    const target = trunk?.outbound;
    if (trunk === undefined || !target) return Promise.resolve(refuse('noTrunk'));
    if (this.#callOfLeg.has(call.legId)) return Promise.resolve(done);
    if (this.#calls.has(call.callId)) return Promise.resolve(refuse('noTrunk'));
    this.#dial(call, trunk, target);
    return Promise.resolve(done);
  }

  async resume(records: readonly LegRecord[]): Promise<readonly CallId[]> {
    const resumed = await Promise.all(records.map((record) => this.#resume(record)));
    return resumed.filter((callId) => callId !== null);
  }

  authorise(lookUp: (stationId: StationId) => Promise<StationDigest | null>): void {
    this.#registrar.authorise(lookUp);
  }

  evict(stationId: StationId): void {
    const flow = this.#registrar.bindingOf(stationId)?.flow;
    this.#registrar.evict(stationId);
    if (flow !== undefined) this.#legsLost(flow);
  }

  drain(): void {
    this.#draining = true;
  }

  status(): SwitchStatus {
    const { stack } = this.#ground;
    return {
      calls: this.#calls.size,
      stations: this.#registrar.size,
      listening: stack.listening,
      trunks: this.#trunkWatch.status(),
      counters: {
        ...stack.counters,
        ...prefixed('arrivals', { ...this.#arrivals.counters }),
        ...prefixed('registrar', this.#registrar.counters),
        ...prefixed('calls', this.#counted),
      },
    };
  }

  // Callers

  #hasRoom(): boolean {
    if (this.#draining || this.#calls.size >= this.#settings.callsAtOnce) return false;
    return this.#mayArrive(this.#ground.clock.now());
  }

  #arrived(trunk: TrunkSettings, incoming: IncomingRequest, dialog: Dialog): void {
    const { ids, clock } = this.#ground;
    const { request, flow } = incoming;
    const [callId, legId] = [ids.next<'call'>(), ids.next<'leg'>()];
    const call = new Call(callId, this.#outbox, () => this.#forget(call));
    const place = placeOf(flow);
    const route = trunkRoute(this.#ground.stack, this.#admission, { trunk, flow, place });
    const { session, retryAfter, decidedWithin } = this.#settings.timings;
    const arrival = { callId, legId, trunk, place, incoming, dialog, route, timerWish: session };
    const leg = new InboundLeg(
      this.#parts(),
      { ...arrival, decidedWithin, retryAfter: retryAfterHeader(retryAfter) },
      call.callerHears(),
    );
    this.#take(call, leg);
    this.#counted.callsIn += 1;
    this.#outbox.put({
      type: 'delivered',
      callId,
      legId,
      trunkId: trunk.trunkId,
      from: callingParty(request, trunk.trusted),
      dialled: dialledNumber(request),
      passed: passedHeaders(request),
      at: clock.now(),
    });
  }

  #dial(
    { callId, legId, number, presented }: Parameters<Switch['dial']>[0],
    trunk: TrunkSettings,
    target: TrunkPlace,
  ): void {
    const { clock, ids, log, stack } = this.#ground;
    const allowed = this.#draining
      ? refuse('full' as const)
      : this.#tolls.attempt(trunk, number, clock.now());
    if (!allowed.ok) {
      this.#counted.tollRefused += 1;
      log.warn('A call out was not made: the limits of its trunk do not allow it.', {
        callId,
        trunk: trunk.trunkId,
        number: redacted(number),
        why: allowed.refusal,
      });
      return this.#outbox.put({ type: 'failed', callId, legId, cause: allowed.refusal });
    }
    this.#counted.callsOut += 1;
    const call = new Call(callId, this.#outbox, () => this.#forget(call, () => this.#tolls.ended(trunk)));
    const route = trunkRoute(stack, this.#admission, { trunk, flow: null, place: target });
    const words = wordsOfCall({ number, presented }, { trunk, target }, this.#settings);
    const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, ids);
    const timerWish = this.#settings.timings.session;
    const { ringsFor } = this.#settings.timings;
    const departure = {
      callId,
      legId,
      trunk,
      place: target,
      route,
      timerWish,
      credentials,
      ringsFor,
      ...words,
    };
    this.#take(call, new OutboundLeg(this.#parts(), departure, call.callerHears()));
  }

  /** The call's id where it goes on, null where it does not. */
  async #resume({ callId, legId, record }: LegRecord): Promise<CallId | null> {
    const kept = readLegRecord(record);
    const trunk = kept === null ? undefined : this.#trunk(kept.trunkId);
    if (kept === null || trunk === undefined || this.#calls.has(callId)) {
      this.#ground.log.warn(
        'A caller of the earlier run can’t be taken up: their record or trunk is unknown.',
        { callId },
      );
      return null;
    }
    const call = new Call(callId, this.#outbox, () => this.#forget(call));
    const leg = this.#resumedLeg(call, { legId, kept, trunk });
    this.#take(call, leg);
    if (await leg.takeUp(kept)) {
      call.wasRecorded(record);
      this.#counted.resumed += 1;
      return callId;
    }
    this.#ground.log.warn('A caller of the earlier run can’t be taken up: their RTP port is taken.', {
      callId,
    });
    leg.end();
    this.#forget(call);
    return null;
  }

  #resumedLeg(
    call: Call,
    { legId, kept, trunk }: { legId: LegId; kept: KeptLeg; trunk: TrunkSettings },
  ): ResumedLeg {
    const { callId } = call;
    const route = trunkRoute(this.#ground.stack, this.#admission, { trunk, flow: null, place: kept.place });
    const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, this.#ground.ids);
    const timerWish = this.#settings.timings.session;
    const back = { callId, legId, trunk, kept, route, timerWish, credentials };
    return new ResumedLeg(this.#parts(), back, call.callerHears());
  }

  #take(call: Call, leg: CallerLeg): void {
    call.start(leg);
    this.#calls.set(call.callId, call);
    this.#callOfLeg.set(leg.legId, call);
  }

  #forget(call: Call, also: () => void = () => {}): void {
    this.#calls.delete(call.callId);
    for (const legId of call.legIds) {
      this.#callOfLeg.delete(legId);
      this.#silence.forget(legId);
    }
    also();
  }

  // Agents

  #offer(call: Call, leg: Parameters<Switch['offer']>[0], binding: Binding): void {
    const { legId } = leg;
    const { pageAnswersWithin, ringsFor } = this.#settings.timings;
    const station = {
      legId,
      binding,
      from: callerShown(leg.caller, this.#settings.realm),
      headers: headersForStation(leg, binding),
      within: binding.media === 'webrtc' ? pageAnswersWithin : ringsFor,
    };
    this.#callOfLeg.set(legId, call);
    call.addAgent(new AgentLeg(this.#parts(), station, call.agentHears(legId)));
  }

  #flowClosed(flow: Flow): void {
    this.#legsLost(flow);
    this.#registrar.flowClosed(flow);
  }

  #legsLost(flow: Flow): void {
    for (const call of this.#calls.values()) call.flowClosed(flow);
  }

  // Media

  #mediaSaid(event: MediaEvent): void {
    const call = this.#callOfLeg.get(event.legId);
    if (call === undefined || call.isOver) return;
    if (event.type === 'health' && call.caller?.legId === event.legId) this.#watchSilence(call, event.state);
    call.media(event);
  }

  #watchSilence(call: Call, state: 'ok' | 'silent' | 'lossy'): void {
    const leg = call.caller;
    if (leg === null) return;
    if (state !== 'silent') return this.#silence.forget(leg.legId);
    // after a restart nobody knows whether the caller is still there
    if (leg instanceof ResumedLeg) leg.session.probe();
    this.#silence.watch(leg.legId, () => leg.session?.probe());
  }

  #parts() {
    return { ground: this.#ground, dialogs: this.#dialogs, media: this.#media };
  }

  #trunk(trunkId: string): TrunkSettings | undefined {
    return this.#settings.trunks.find((trunk) => trunk.trunkId === trunkId);
  }

  #withCall(callId: CallId, act: (call: Call) => unknown): Done {
    const call = this.#calls.get(callId);
    if (call === undefined) return Promise.resolve(gone);
    act(call);
    return Promise.resolve(done);
  }

  #withAgent(callId: CallId, legId: LegId, act: (call: Call, leg: AgentLeg) => void): Done {
    const call = this.#calls.get(callId);
    const leg = call?.agent(legId);
    if (call === undefined || leg === undefined) return Promise.resolve(gone);
    act(call, leg);
    return Promise.resolve(done);
  }
}

function headersForStation(
  { callId, resume }: { callId: CallId; resume: boolean },
  { media }: Binding,
): readonly SipHeader[] {
  const headers = [
    { name: 'Ringside-Call', value: callId },
    { name: 'Alert-Info', value: '<urn:alert:source:external>' },
  ];
  if (resume) headers.push({ name: 'Answer-Mode', value: 'Auto' });
  // older desk phones know only this way of being answered for
  if (resume && media === 'rtp') headers.push({ name: 'Call-Info', value: '<sip:ringside>;answer-after=0' });
  return headers;
}

/** What RFC 4733 has events for; anything else is left out. */
const keysOf = (digits: string): string =>
  [...digits.slice(0, 64).toUpperCase()].filter((key) => '0123456789*#ABCD'.includes(key)).join('');

/** A stream's far port is the one it was opened from; only its address is worth keeping. */
const placeOf = ({ transport, remoteAddress, remotePort }: Flow): TrunkPlace => ({
  transport: transport === 'tcp' || transport === 'tls' ? transport : 'udp',
  host: remoteAddress,
  port: remotePort,
});

const prefixed = (prefix: string, counters: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counters).map(([name, value]) => [`${prefix}.${name}`, value]));
