import type { LegId } from '@ringside/shared/model/ids';
import type { BridgeRole, MediaFigures, Sound } from '../../ports/media-engine.ts';
import type { Bridge } from './bridge.ts';
import type { Dictation } from './dictation.ts';
import { Hearing, type Utterance } from './hearing.ts';
import type { Mixture } from './mix/mix.ts';
import type { Player } from './player.ts';
import type { StreamPosition } from './rtp/outgoing-stream.ts';
import { Reporter } from './rtp/reporter.ts';
import type { HeardDigit } from './rtp/telephone-event.ts';
import { receives, sends, type LocalSession, type RemoteSession } from './sdp/session.ts';
import { Speaking } from './speaking.ts';
import { PACKET_ROOM, type Transport } from './transport.ts';
import { Watchdog, type Health } from './watchdog.ts';

export interface LegEvents {
  digit(heard: HeardDigit): void;
  played(sound: Sound): void;
  health(state: Health): void;
}

/** One party's audio: what it says, what it hears, and the bridge between. How packets travel is the transport's business. */
export class Leg {
  readonly #hearing: Hearing;
  readonly #speaking: Speaking;
  readonly #reporter: Reporter;
  readonly #watchdog = new Watchdog();
  readonly #events: LegEvents;
  readonly #report = Buffer.allocUnsafeSlow(PACKET_ROOM);
  #id: LegId;
  #transport: Transport | null = null;
  #isConnected = false;
  #local: LocalSession | null = null;
  #remote: RemoteSession | null = null;
  #bridge: Bridge | null = null;
  #muted = false;
  /** Something was said to or by the peer; before that even silence could stop the ringing in a caller's telephone. */
  #isInUse = false;
  /** timestamp of the last telephone event of the peer's that began outside a bridge */
  #eventOutside: number | null = null;
  #talk: Int16Array | null = null;
  #dictation: Dictation | null = null;

  constructor(id: LegId, position: StreamPosition, events: LegEvents, now: number) {
    this.#id = id;
    this.#events = events;
    this.#hearing = new Hearing((heard) => events.digit(heard));
    this.#speaking = new Speaking(
      position,
      {
        send: (packet, length) => this.#transport?.sendRtp(packet, length),
        played: (sound) => events.played(sound),
      },
      now,
    );
    this.#reporter = new Reporter(now, (position.ssrc % 1_000) / 1_000);
  }

  get id(): LegId {
    return this.#id;
  }

  /** An offer made in advance finds its leg. */
  rename(id: LegId): void {
    this.#id = id;
  }

  carryOver(transport: Transport): void {
    this.#transport = transport;
  }

  connect(): void {
    this.#isConnected = true;
  }

  /** Follows an offer/answer exchange: which payload types mean what, and who may send. */
  agree(local: LocalSession, remote: RemoteSession): void {
    this.#local = local;
    this.#remote = remote;
    this.#hearing.understand(local, remote);
  }

  /** Follows our own new offer before it is answered. */
  redirect(local: LocalSession): void {
    this.#local = local;
  }

  /** Comes from another bridge, or takes another role in the one where it is. */
  join(bridge: Bridge, role: BridgeRole): void {
    if (this.#bridge !== bridge) this.leave();
    this.#isInUse = true;
    this.#bridge = bridge;
    bridge.add(this, role);
  }

  get bridge(): Bridge | null {
    return this.#bridge;
  }

  /** The bridge it was in. */
  leave(): Bridge | null {
    const bridge = this.#bridge;
    this.#bridge = null;
    bridge?.remove(this);
    return bridge;
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.forgetTalk();
  }

  play(player: Player | null): void {
    this.#isInUse = true;
    this.#speaking.play(player);
  }

  /** Ends the one before. */
  dictate(dictation: Dictation | null): void {
    this.#dictation?.end();
    this.#dictation = dictation;
  }

  dial(digits: string): void {
    this.#isInUse = true;
    this.#speaking.dial(digits);
  }

  position(): StreamPosition {
    return this.#speaking.stream.position();
  }

  /** A plain RTP packet of the peer's. */
  hear(packet: Buffer, length: number, now: number): void {
    if (!this.#local || !receives(this.#local.direction)) return;
    const said = this.#hearing.hear(packet, length, now);
    if (!said) return;
    this.#isInUse = true;
    this.#dictation?.hear(said);
    if (!this.#isOldEvent(said)) this.#bridge?.pass(this, said, now);
  }

  /** A plain RTCP packet of the peer's; `at` in ms since 1970. */
  hearReports(packet: Buffer, length: number, at: number, now: number): void {
    this.#reporter.hear(packet, length, this.#speaking.stream.ssrc, at, now);
  }

  keepTalk(said: Utterance): void {
    if (!this.#muted) this.#hearing.keepTalk(said);
  }

  /** What this leg said in this beat, for the mixtures. */
  get talk(): Int16Array | null {
    return this.#talk;
  }

  takeTalk(): void {
    this.#talk = this.#hearing.takeTalk();
  }

  forgetTalk(): void {
    this.#hearing.forgetTalk();
    this.#talk = null;
  }

  hearMixture(mixture: Mixture, now: number): void {
    const to = this.#listener();
    if (to && !this.#speaking.isBusy()) this.#speaking.speakMixture(to, mixture, now);
  }

  /** What the only leg that this one hears said. */
  hearOther(other: Leg, said: Utterance, now: number): void {
    const to = this.#listener();
    if (to && !this.#speaking.isBusy()) this.#speaking.relay(to, said, other.#muted, now);
  }

  /** A digit that one of several pressed. */
  hearEvent(said: Utterance, now: number): void {
    const to = this.#listener();
    if (to && !this.#speaking.isBusy()) this.#speaking.injectEvent(to, said, now);
  }

  /** 50 times a second. */
  tick(now: number): void {
    const to = this.#listener();
    if (to && this.#isInUse) this.#speaking.tick(to, now);
    this.#dictation?.tick();
  }

  /** Ten times a second; `at` in ms since 1970. */
  keepHouse(at: number, now: number): void {
    this.#hearing.expireDigits(now);
    this.#transport?.tick(now);
    if (this.#isConnected && this.#reporter.isDue(now)) this.#sendReport(at, now);
  }

  /** Once a second. */
  judge(): void {
    const health = this.#watchdog.judge({ ...this.#hearing.sinceLast(), isListening: this.#expectsAudio() });
    if (health) this.#events.health(health);
  }

  figures(): MediaFigures {
    const { reception } = this.#hearing;
    return {
      received: this.#hearing.packets,
      sent: this.#speaking.counts().packets,
      lost: reception.lost(),
      jitterMs: Math.round(reception.jitterMs() * 10) / 10,
      roundTripMs: this.#reporter.roundTripMs(),
      levelIn: this.#hearing.level(),
      levelOut: this.#speaking.level(),
    };
  }

  /** PHONE-5: the key that puts a leg into the bridge is told at the first of its three ends (RFC 4733 §2.5.1.4). */
  #isOldEvent({ as, header }: Utterance): boolean {
    if (as !== 'event') return false;
    if (!this.#bridge) this.#eventOutside = header.timestamp;
    return header.timestamp === this.#eventOutside;
  }

  /** The peer, if it is connected and both sides want us to send. */
  #listener(): RemoteSession | null {
    const [remote, local] = [this.#remote, this.#local];
    if (!this.#isConnected || !remote || !local) return null;
    return receives(remote.direction) && sends(local.direction) ? remote : null;
  }

  #expectsAudio(): boolean {
    const [remote, local] = [this.#remote, this.#local];
    if (!this.#isConnected || !remote || !local) return false;
    return sends(remote.direction) && receives(local.direction);
  }

  #sendReport(at: number, now: number): void {
    const { stream } = this.#speaking;
    const { ssrc, timestamp } = stream.position();
    const sent = { ssrc, timestamp, ...this.#speaking.counts() };
    const length = this.#reporter.write(this.#report, sent, this.#hearing.reception, at, now);
    this.#transport?.sendRtcp(this.#report, length);
  }
}
