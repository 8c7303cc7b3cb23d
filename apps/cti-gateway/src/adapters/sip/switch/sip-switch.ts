import type { CallId, LegId, RecordingId, StationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { MediaEngine, MediaEvent } from '../../../ports/media-engine.ts';
import type {
  LegRecord,
  PhoneOffer,
  RefusalCause,
  StationDigest,
  Switch,
  SwitchEvent,
  SwitchStatus,
} from '../../../ports/switch.ts';
import { createDigestServer } from '../authentication/digest-server.ts';
import { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { SipHeader } from '../message/message.ts';
import type { Binding } from '../registrar/binding.ts';
import { Registrar } from '../registrar/registrar.ts';
import type { Flow } from '../stack.ts';
import { admission } from '../trunk/admission.ts';
import { TrunkWatch } from '../trunk/trunk-watch.ts';
import type { AgentLeg } from './agent-leg.ts';
import { createArrivals, newKey } from './arrivals.ts';
import type { Call } from './call.ts';
import type { Announcement } from './caller-ear.ts';
import { callerShown } from './caller-shown.ts';
import { InboundLeg } from './inbound-leg.ts';
import { Outbox } from './outbox.ts';
import { rateLimit } from './rate-limit.ts';
import { ResumedLeg } from './resumed-leg.ts';
import { SilenceWatch } from './silence-watch.ts';
import { StationLeg } from './station-leg.ts';
import { Switchboard } from './switchboard.ts';
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
  readonly #board: Switchboard;
  readonly #admission;
  readonly #registrar: Registrar;
  readonly #arrivals;
  readonly #trunkWatch: TrunkWatch;
  readonly #silence: SilenceWatch;
  readonly #mayArrive;
  /** what is being recorded, also of callers who have just left */
  readonly #recordings = new Map<RecordingId, CallId>();
  readonly #counted = { offers: 0, supervisions: 0 };
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
        arrived: (trunk, incoming, dialog) => this.#board.arrived(trunk, incoming, dialog),
      },
    );
    this.#trunkWatch = new TrunkWatch(ground, settings);
    this.#silence = new SilenceWatch(ground.clock, settings.timings.probeAfter);
    const parts = { ground, dialogs: this.#dialogs, media, admission: this.#admission, settings };
    const legOver = (legId: LegId) => this.#silence.forget(legId);
    this.#board = new Switchboard({ ...parts, outbox: this.#outbox, legOver });
    media.listen((event) => this.#mediaSaid(event));
    ground.stack.onRequest((incoming) => this.#arrivals.receive(incoming));
    ground.stack.onFlowClosed((flow) => this.#flowClosed(flow));
  }

  /** Opens the listeners, registers at carriers, starts keep-alives. Rejects when an address can't be listened on. */
  async start(): Promise<void> {
    await this.#ground.stack.listen();
    this.#board.started();
    this.#trunkWatch.start();
  }

  /** Leaves callers as they are for the next start, ends everything else, closes the listeners. No event comes any more. */
  async stop(): Promise<void> {
    this.#outbox.stop();
    this.#draining = true;
    this.#board.leave();
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
    const leg = this.#board.call(callId)?.caller;
    if (leg === undefined || leg === null) return Promise.resolve(gone);
    if (leg instanceof InboundLeg) leg.admit(how);
    return Promise.resolve(done);
  }

  refuse(callId: CallId, why: RefusalCause): Done {
    const call = this.#board.call(callId);
    const leg = call?.caller;
    if (!(leg instanceof InboundLeg) || !leg.isDelivered) return Promise.resolve(gone);
    leg.refuse(why);
    call?.release();
    return Promise.resolve(done);
  }

  offer(leg: Parameters<Switch['offer']>[0]): Promise<Result<void, 'gone' | 'stationGone'>> {
    const call = this.#board.call(leg.callId);
    if (call === undefined) return Promise.resolve(gone);
    const known = this.#board.callOfLeg(leg.legId);
    if (known !== undefined) return Promise.resolve(known === call && call.agent(leg.legId) ? done : gone);
    const binding = this.#openBinding(leg.stationId);
    if (binding === null) return Promise.resolve(refuse('stationGone'));
    this.#counted.offers += 1;
    call.addAgent(this.#ring(call, leg, binding, headersForStation(leg, binding)));
    return Promise.resolve(done);
  }

  offerByPhone(leg: PhoneOffer): Promise<Result<void, 'gone' | 'noTrunk'>> {
    const call = this.#board.call(leg.callId);
    if (call === undefined) return Promise.resolve(gone);
    const known = this.#board.callOfLeg(leg.legId);
    if (known !== undefined) return Promise.resolve(known === call && call.agent(leg.legId) ? done : gone);
    const trunk = this.#board.trunk(leg.trunkId);
    const target = trunk?.outbound;
    if (trunk === undefined || !target) return Promise.resolve(refuse('noTrunk'));
    this.#board.ringPhone(call, leg, { trunk, target });
    return Promise.resolve(done);
  }

  connect(callId: CallId, legId: LegId): Done {
    return this.#withLeg(
      callId,
      (call) => call.agent(legId),
      (call, leg) => call.connect(leg),
    );
  }

  drop(callId: CallId, legId: LegId): Done {
    return this.#withLeg(
      callId,
      (call) => call.station(legId),
      (call, leg) => call.drop(leg),
    );
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

  announce(callId: CallId, announcement: Announcement): Done {
    return this.#withCall(callId, (call) => call.caller?.ear.announce(announcement));
  }

  async record(
    callId: CallId,
    { recordingId, longest, silence }: Parameters<Switch['record']>[1],
  ): Promise<Result<void, 'gone' | 'noRoom'>> {
    const ear = this.#board.call(callId)?.caller?.ear;
    if (ear === undefined) return gone;
    this.#recordings.set(recordingId, callId);
    const taken = await ear.record(recordingId, { longest, silence });
    if (!taken.ok) this.#recordings.delete(recordingId);
    return taken;
  }

  supervise(leg: Parameters<Switch['supervise']>[0]): Promise<Result<void, 'gone' | 'stationGone'>> {
    const call = this.#board.call(leg.callId);
    if (call === undefined) return Promise.resolve(gone);
    const known = this.#board.callOfLeg(leg.legId);
    if (known !== undefined)
      return Promise.resolve(known === call && call.supervisor(leg.legId) ? done : gone);
    const binding = this.#openBinding(leg.stationId);
    if (binding === null) return Promise.resolve(refuse('stationGone'));
    this.#counted.supervisions += 1;
    const headers = [...headersForStation({ ...leg, resume: false }, binding), supervisionHeader(leg.mode)];
    call.addSupervisor(this.#ring(call, leg, binding, headers), leg.mode);
    return Promise.resolve(done);
  }

  setSupervision(callId: CallId, legId: LegId, mode: SupervisionMode): Done {
    return this.#withLeg(
      callId,
      (call) => call.supervisor(legId),
      (call, leg) => call.setSupervision(leg, mode),
    );
  }

  promote(callId: CallId, legId: LegId): Done {
    return this.#withLeg(
      callId,
      (call) => call.station(legId),
      (call, leg) => call.promote(leg),
    );
  }

  release(callId: CallId): Done {
    return this.#withCall(callId, (call) => call.release());
  }

  dial(call: Parameters<Switch['dial']>[0]): Promise<Result<void, 'noTrunk'>> {
    const trunk = this.#board.trunk(call.trunkId);
    const target = trunk?.outbound;
    if (trunk === undefined || !target) return Promise.resolve(refuse('noTrunk'));
    if (this.#board.callOfLeg(call.legId) !== undefined) return Promise.resolve(done);
    if (this.#board.call(call.callId) !== undefined) return Promise.resolve(refuse('noTrunk'));
    this.#board.dial(call, { trunk, target, open: !this.#draining });
    return Promise.resolve(done);
  }

  resume(records: readonly LegRecord[]): Promise<readonly CallId[]> {
    return this.#board.resume(records);
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
      calls: this.#board.size,
      stations: this.#registrar.size,
      listening: stack.listening,
      trunks: this.#trunkWatch.status(),
      counters: {
        ...stack.counters,
        ...prefixed('arrivals', { ...this.#arrivals.counters }),
        ...prefixed('registrar', this.#registrar.counters),
        ...prefixed('calls', { ...this.#board.counters, ...this.#counted }),
      },
    };
  }

  #hasRoom(): boolean {
    if (this.#draining || this.#board.size >= this.#settings.callsAtOnce) return false;
    return this.#mayArrive(this.#ground.clock.now());
  }

  // Stations

  #openBinding(stationId: StationId): Binding | null {
    const binding = this.#registrar.bindingOf(stationId);
    return binding?.flow.open ? binding : null;
  }

  #ring(
    call: Call,
    { legId, caller }: Pick<Parameters<Switch['offer']>[0], 'legId' | 'caller'>,
    binding: Binding,
    headers: readonly SipHeader[],
  ): StationLeg {
    const { pageAnswersWithin, ringsFor } = this.#settings.timings;
    const station = {
      legId,
      binding,
      from: callerShown(caller, this.#settings.realm),
      headers,
      within: binding.media === 'webrtc' ? pageAnswersWithin : ringsFor,
    };
    this.#board.knowLeg(legId, call);
    return new StationLeg(this.#parts(), station, call.stationHears(legId));
  }

  #flowClosed(flow: Flow): void {
    this.#legsLost(flow);
    this.#registrar.flowClosed(flow);
  }

  #legsLost(flow: Flow): void {
    for (const call of this.#board.calls) call.flowClosed(flow);
  }

  // Media

  #mediaSaid(event: MediaEvent): void {
    if (event.type === 'dictated') return this.#recorded(event);
    const call = this.#board.callOfLeg(event.legId);
    if (call === undefined || call.isOver) return;
    if (event.type === 'health') this.#watchSilence(call, event);
    call.media(event);
  }

  #recorded({ recordingId, length }: Extract<MediaEvent, { type: 'dictated' }>): void {
    const callId = this.#recordings.get(recordingId);
    if (callId === undefined) return;
    this.#recordings.delete(recordingId);
    this.#board.call(callId)?.caller?.ear.recorded(recordingId);
    this.#outbox.put({ type: 'recorded', callId, recordingId, length });
  }

  #watchSilence(call: Call, { legId, state }: Extract<MediaEvent, { type: 'health' }>): void {
    const probe = call.probeOf(legId);
    if (probe === null) return;
    if (state !== 'silent') return this.#silence.forget(legId);
    // after a restart nobody knows whether they are still there
    if (call.caller instanceof ResumedLeg) probe();
    this.#silence.watch(legId, probe);
  }

  #parts() {
    return { ground: this.#ground, dialogs: this.#dialogs, media: this.#media };
  }

  #withCall(callId: CallId, act: (call: Call) => unknown): Done {
    const call = this.#board.call(callId);
    if (call === undefined) return Promise.resolve(gone);
    act(call);
    return Promise.resolve(done);
  }

  #withLeg(
    callId: CallId,
    find: (call: Call) => AgentLeg | undefined,
    act: (call: Call, leg: AgentLeg) => void,
  ): Done {
    const call = this.#board.call(callId);
    const leg = call && find(call);
    if (call === undefined || leg === undefined) return Promise.resolve(gone);
    act(call, leg);
    return Promise.resolve(done);
  }
}

/** For the page, which may take the microphone's sound away from somebody who only listens. */
const supervisionHeader = (mode: SupervisionMode): SipHeader => ({
  name: 'Ringside-Supervision',
  value: mode,
});

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

const prefixed = (prefix: string, counters: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counters).map(([name, value]) => [`${prefix}.${name}`, value]));
