import { isIP } from 'node:net';
import { join } from 'node:path';
import type { CallId, LegId, RecordingId } from '@ringside/shared/model/ids';
import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type {
  BridgeRole,
  Direction,
  EndpointKind,
  MediaFigures,
  MediaRefusal,
  Sound,
} from '../../ports/media-engine.ts';
import { Bridge } from './bridge.ts';
import { Dictation, type DictationLimits } from './dictation.ts';
import { makeIdentity } from './dtls/identity.ts';
import {
  answered,
  answering,
  describe,
  firstSession,
  follow,
  offering,
  randomPosition,
  type Carrier,
  type Endpoint,
} from './endpoint.ts';
import { Leg } from './leg.ts';
import { startPacer } from './pacer.ts';
import { Player } from './player.ts';
import { PortRange } from './port-range.ts';
import { positionAt, readRecord, writeRecord, type ResumeRecord } from './resume-record.ts';
import { RtpTransport } from './rtp/rtp-transport.ts';
import type { StreamPosition } from './rtp/outgoing-stream.ts';
import { readAnswer, readOffer } from './sdp/negotiate.ts';
import { isStem, SoundShelf } from './sound/recording.ts';
import { mendRecordings, openRecordingFile, recordingFolder, recordingPath } from './sound/recording-file.ts';
import { TONES } from './sound/tones.ts';
import type { TransportEvents } from './transport.ts';
import { WebRtcTransport } from './webrtc-transport.ts';
import type { EngineSettings, Note, WorkerCalls, WorkerEvent } from './worker-calls.ts';

const BEATS_A_HOUSEKEEPING = 5;
const BEATS_A_SECOND = 50;
/** Ports that other programs hold are passed over, so many at most for one endpoint. */
const MAX_TRIES = 64;
/** Whoever finds a packet we stumble over must not be able to fill the log with it. */
const MAX_FAULTS_TOLD = 100;

type Gone = Result<never, 'gone'>;
const GONE: Gone = refuse('gone');
const DONE = ok(undefined);

/** All endpoints and bridges of one worker, and the beat they live by. */
export class Engine implements WorkerCalls {
  readonly #settings: EngineSettings;
  readonly #tell: (note: Note) => void;
  readonly #family: 4 | 6;
  readonly #ports: PortRange;
  readonly #shelf: SoundShelf;
  readonly #identity = makeIdentity(new Date());
  readonly #endpoints = new Map<LegId, Endpoint>();
  readonly #bridges = new Map<CallId, Bridge>();
  readonly #ready = new Map<number, Endpoint>();
  readonly #stopPacer: () => void;
  #readyKey = 0;
  #filling = 0;
  #beats = 0;
  #lateBeats = 0;
  #faults = 0;
  #past = { received: 0, sent: 0, lost: 0 };

  constructor(settings: EngineSettings, tell: (note: Note) => void) {
    this.#settings = settings;
    this.#tell = tell;
    this.#family = isIP(settings.addresses.listen) === 6 ? 6 : 4;
    this.#ports = new PortRange(settings.ports);
    this.#shelf = new SoundShelf(soundFolders(settings));
    if (settings.dataFolder !== undefined) void mendRecordings(recordingFolder(settings.dataFolder));
    this.#stopPacer = startPacer(
      (now) => this.#beat(now),
      () => this.#lateBeats++,
    );
  }

  // Sessions

  async offer(legId: LegId, kind: EndpointKind): Promise<Result<string, 'noPorts'>> {
    const endpoint = await this.#open(legId, kind, randomPosition());
    return endpoint ? ok(describe(this.#keep(offering(endpoint, 'sendrecv')))) : refuse('noPorts');
  }

  async answer(legId: LegId, kind: EndpointKind, offer: string): Promise<Result<string, MediaRefusal>> {
    const negotiated = readOffer(offer, kind, this.#family);
    if (!negotiated.ok) return negotiated;
    const opened = await this.#open(legId, kind, randomPosition());
    if (!opened) return refuse('noPorts');
    const endpoint = this.#keep(answering(opened, negotiated.value));
    follow(endpoint);
    return ok(describe(endpoint));
  }

  accept(legId: LegId, answer: string): Result<void, MediaRefusal | 'gone'> {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint) return GONE;
    const negotiated = readAnswer(answer, endpoint.local.slots, endpoint.carrier.kind, this.#family);
    if (!negotiated.ok) return negotiated;
    follow(this.#keep(answered(endpoint, negotiated.value)));
    return DONE;
  }

  reoffer(legId: LegId, direction: Direction): Result<string, 'gone'> {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint) return GONE;
    const next = this.#keep(offering(endpoint, direction));
    next.leg.redirect(next.local);
    return ok(describe(next));
  }

  reanswer(legId: LegId, offer: string): Result<string, MediaRefusal | 'gone'> {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint) return GONE;
    const negotiated = readOffer(offer, endpoint.carrier.kind, this.#family);
    if (!negotiated.ok) return negotiated;
    // First the transport: an ICE restart changes the credentials that the answer gives.
    endpoint.carrier.transport.follow(negotiated.value.remote);
    const next = this.#keep(answering(endpoint, negotiated.value));
    follow(next);
    return ok(describe(next));
  }

  close(legId: LegId): void {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint) return;
    this.#endpoints.delete(legId);
    this.#forget(endpoint);
  }

  // Bridges and sounds

  join(legId: LegId, bridgeId: CallId, role: BridgeRole): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => {
      const bridge = this.#bridges.get(bridgeId) ?? new Bridge();
      if (leg.bridge !== bridge) this.#leaveBridge(leg);
      this.#bridges.set(bridgeId, bridge);
      leg.join(bridge, role);
    });
  }

  leave(legId: LegId): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => this.#leaveBridge(leg));
  }

  async play(
    legId: LegId,
    sound: Sound,
    how: 'once' | 'loop',
  ): Promise<Result<void, 'gone' | 'noSuchSound'>> {
    const recording = 'tone' in sound ? TONES[sound.tone] : await this.#shelf.take(sound.file);
    if (!recording) return refuse('noSuchSound');
    return this.#with(legId, ({ leg }) => leg.play(new Player(sound, recording, how)));
  }

  stop(legId: LegId): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => leg.play(null));
  }

  mute(legId: LegId, muted: boolean): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => leg.mute(muted));
  }

  sendDigits(legId: LegId, digits: string): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => leg.dial(digits));
  }

  async dictate(
    legId: LegId,
    recordingId: RecordingId,
    limits: DictationLimits,
  ): Promise<Result<void, 'gone' | 'noRoom'>> {
    const { dataFolder } = this.#settings;
    if (dataFolder === undefined || !isStem(recordingId)) return refuse('noRoom');
    if (!this.#endpoints.has(legId)) return GONE;
    const folder = recordingFolder(dataFolder);
    const file = await openRecordingFile(folder, recordingPath(folder, recordingId));
    if (!file) return refuse('noRoom');
    const begun = this.#with(legId, ({ leg }) => {
      const told = (length: number): void => this.#emit({ type: 'dictated', legId, recordingId, length });
      leg.dictate(new Dictation(file, limits, told));
      leg.play(new Player({ tone: 'beep' }, TONES.beep, 'once'));
    });
    if (!begun.ok) await file.close(false);
    return begun;
  }

  endDictation(legId: LegId): Result<void, 'gone'> {
    return this.#with(legId, ({ leg }) => leg.dictate(null));
  }

  // After a restart

  record(legId: LegId): string | null {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint?.remote || endpoint.carrier.kind !== 'rtp') return null;
    const addresses = endpoint.carrier.transport.addresses();
    const { leg, local, remote } = endpoint;
    const stream = leg.position();
    return addresses && writeRecord({ at: Date.now(), stream, local, remote, current: addresses.current });
  }

  async resume(legId: LegId, text: string): Promise<Result<void, 'noPorts'>> {
    const record = readRecord(text);
    if (!record || !this.#ports.takeThis(record.local.port)) return refuse('noPorts');
    const endpoint = await this.#reopen(legId, record);
    return endpoint ? DONE : refuse('noPorts');
  }

  // Figures

  measure(legId: LegId): MediaFigures | null {
    return this.#endpoints.get(legId)?.leg.figures() ?? null;
  }

  figures(): Readonly<Record<string, number>> {
    const sums = { ...this.#past };
    for (const { leg } of this.#endpoints.values()) addFigures(sums, leg.figures());
    return {
      endpoints: this.#endpoints.size,
      bridges: this.#bridges.size,
      freePorts: this.#ports.freeCount,
      readyOffers: this.#ready.size,
      packetsIn: sums.received,
      packetsOut: sums.sent,
      packetsLost: sums.lost,
      lateFrames: this.#lateBeats,
      packetFaults: this.#faults,
    };
  }

  // Offers made in advance

  stock(count: number): void {
    for (let missing = count - this.#ready.size - this.#filling; missing > 0; missing--) {
      this.#filling++;
      void this.#makeReady().finally(() => this.#filling--);
    }
  }

  claim(key: number, legId: LegId): void {
    const endpoint = this.#ready.get(key);
    this.#ready.delete(key);
    if (!endpoint) return;
    endpoint.leg.rename(legId);
    this.close(legId);
    this.#keep(endpoint);
  }

  discard(key: number): void {
    const endpoint = this.#ready.get(key);
    this.#ready.delete(key);
    if (endpoint) this.#forget(endpoint);
  }

  /** Closes everything; for the end of the worker. */
  end(): void {
    this.#stopPacer();
    for (const legId of this.#endpoints.keys()) this.close(legId);
    for (const key of this.#ready.keys()) this.discard(key);
  }

  async #makeReady(): Promise<void> {
    const key = ++this.#readyKey;
    const opened = await this.#open(`ready ${key}` as LegId, 'webrtc', randomPosition());
    if (!opened) return;
    const endpoint = offering(opened, 'sendrecv');
    this.#ready.set(key, endpoint);
    this.#tell({ type: 'ready', key, offer: describe(endpoint) });
  }

  #keep(endpoint: Endpoint): Endpoint {
    this.#endpoints.set(endpoint.leg.id, endpoint);
    return endpoint;
  }

  #with(legId: LegId, act: (endpoint: Endpoint) => void): Result<void, 'gone'> {
    const endpoint = this.#endpoints.get(legId);
    if (!endpoint) return GONE;
    act(endpoint);
    return DONE;
  }

  #leaveBridge(leg: Leg): void {
    const bridge = leg.leave();
    if (bridge?.size !== 0) return;
    for (const [id, known] of this.#bridges) if (known === bridge) this.#bridges.delete(id);
  }

  #forget({ leg, carrier }: Endpoint): void {
    this.#leaveBridge(leg);
    leg.dictate(null);
    addFigures(this.#past, leg.figures());
    carrier.transport.close();
    this.#ports.giveBack(carrier.transport.port);
  }

  async #open(legId: LegId, kind: EndpointKind, position: StreamPosition): Promise<Endpoint | null> {
    const leg = this.#newLeg(legId, position);
    const carrier = await this.#openCarrier(leg, kind);
    if (!carrier) return null;
    // An id that comes a second time replaces the first.
    this.close(legId);
    leg.carryOver(carrier.transport);
    const place = { address: this.#settings.addresses.advertised, port: carrier.transport.port };
    const secure =
      carrier.kind === 'webrtc'
        ? {
            ice: carrier.transport.credentials(),
            fingerprint: this.#identity.fingerprint,
            setup: 'actpass' as const,
          }
        : null;
    const local = firstSession(kind, place, position.ssrc, secure);
    return { leg, carrier, wanted: 'sendrecv', local, remote: null };
  }

  async #openCarrier(leg: Leg, kind: EndpointKind): Promise<Carrier | null> {
    const { listen } = this.#settings.addresses;
    const events = this.#eventsOf(leg);
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const port = this.#ports.take();
      if (port === null) return null;
      if (kind === 'rtp') {
        const transport = await RtpTransport.open(listen, port, events);
        if (transport) return { kind, transport };
      } else {
        const transport = await WebRtcTransport.open(listen, port, this.#identity, events);
        if (transport) return { kind, transport };
      }
      this.#ports.giveBack(port);
    }
    return null;
  }

  async #reopen(legId: LegId, record: ResumeRecord): Promise<Endpoint | null> {
    const { local, remote, current } = record;
    const leg = this.#newLeg(legId, positionAt(record, Date.now()));
    const transport = await RtpTransport.open(
      this.#settings.addresses.listen,
      local.port,
      this.#eventsOf(leg),
    );
    if (!transport) {
      this.#ports.giveBack(local.port);
      return null;
    }
    this.close(legId);
    leg.carryOver(transport);
    leg.agree(local, remote);
    const endpoint = this.#keep({
      leg,
      carrier: { kind: 'rtp', transport },
      wanted: local.direction,
      local,
      remote,
    });
    transport.resume(remote.rtp, current, remote.rtcp);
    return endpoint;
  }

  #newLeg(legId: LegId, position: StreamPosition): Leg {
    const leg: Leg = new Leg(
      legId,
      position,
      {
        digit: ({ digit, length }) => this.#emit({ type: 'digit', legId: leg.id, digit, length }),
        played: (sound) => this.#emit({ type: 'played', legId: leg.id, sound }),
        health: (state) => this.#emit({ type: 'health', legId: leg.id, state }),
      },
      performance.now(),
    );
    return leg;
  }

  #eventsOf(leg: Leg): TransportEvents {
    return {
      connected: () => {
        leg.connect();
        this.#emit({ type: 'connected', legId: leg.id });
      },
      failed: (why) => this.#emit({ type: 'failed', legId: leg.id, why }),
      fault: (cause) => {
        if (++this.#faults > MAX_FAULTS_TOLD) return;
        const stack = cause instanceof Error ? cause.stack : String(cause);
        this.#tell({
          type: 'warning',
          what: 'A packet could not be handled',
          facts: { legId: leg.id, cause: stack },
        });
      },
      rtp: (packet, length) => leg.hear(packet, length, performance.now()),
      rtcp: (packet, length) => leg.hearReports(packet, length, Date.now(), performance.now()),
    };
  }

  #emit(event: WorkerEvent): void {
    this.#tell({ type: 'event', event });
  }

  #beat(now: number): void {
    this.#beats++;
    for (const { leg } of this.#endpoints.values()) leg.tick(now);
    for (const bridge of this.#bridges.values()) bridge.tick(now);
    if (this.#beats % BEATS_A_HOUSEKEEPING === 0) this.#keepHouse(now);
    if (this.#beats % BEATS_A_SECOND === 0) this.#judge();
  }

  #judge(): void {
    for (const { leg } of this.#endpoints.values()) leg.judge();
    this.#tell({ type: 'figures', figures: this.figures() });
  }

  #keepHouse(now: number): void {
    const at = Date.now();
    for (const { leg } of this.#endpoints.values()) leg.keepHouse(at, now);
  }
}

/** Own recordings go before those that came with Ringside. */
const soundFolders = ({ soundsFolder, dataFolder }: EngineSettings): readonly string[] =>
  dataFolder === undefined ? [soundsFolder] : [join(dataFolder, 'prompts'), soundsFolder];

const addFigures = (sums: { received: number; sent: number; lost: number }, figures: MediaFigures): void => {
  sums.received += figures.received;
  sums.sent += figures.sent;
  sums.lost += figures.lost;
};
