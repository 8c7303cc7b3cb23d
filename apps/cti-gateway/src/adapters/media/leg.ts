import type { LegId } from '@ringside/shared/model/ids';
import type { MediaFigures, Sound } from '../../ports/media-engine.ts';
import type { Bridge } from './bridge.ts';
import { JitterBuffer } from './mix/jitter-buffer.ts';
import type { Mixture } from './mix/mix.ts';
import type { Player } from './player.ts';
import { DigitSender } from './rtp/digit-sender.ts';
import { FRAME_SAMPLES, OutgoingStream, type Numbering, type StreamPosition } from './rtp/outgoing-stream.ts';
import { readRtpHeader, RTP_HEADER_LENGTH, writeRtpHeader, type RtpHeader } from './rtp/packet.ts';
import { Reception } from './rtp/reception.ts';
import { Reporter } from './rtp/reporter.ts';
import { DigitEar, readTelephoneEvent, writeTelephoneEvent, type HeardDigit } from './rtp/telephone-event.ts';
import { receives, sends, type LocalSession, type RemoteSession } from './sdp/session.ts';
import { SAMPLES, SILENCE, transcode, type Codec } from './sound/g711.ts';
import { LevelMeter } from './sound/level.ts';
import { PACKET_ROOM, TAIL_ROOM, type Transport } from './transport.ts';
import { Watchdog, type Health } from './watchdog.ts';

export interface LegEvents {
  digit(heard: HeardDigit): void;
  played(sound: Sound): void;
  health(state: Health): void;
}

/** How long a leg's peer hears nothing before silence is sent: keeps NATs open and jitter buffers calm. */
const IDLE_MS = 200;
/** While a stream is alive another SSRC is an intruder; after this it may be the successor. */
const SOURCE_SILENT_MS = 60;
const MAX_PAYLOAD = PACKET_ROOM - RTP_HEADER_LENGTH - TAIL_ROOM;

let streamCount = 0;

/** One party's audio: what it says and what it hears. Knows RTP; how packets travel is the transport's business. */
export class Leg {
  #id: LegId;
  readonly outgoing: OutgoingStream;
  readonly #events: LegEvents;
  readonly #reception = new Reception();
  readonly #reporter: Reporter;
  readonly #watchdog = new Watchdog();
  readonly #ear = new DigitEar();
  readonly #levelIn = new LevelMeter();
  readonly #levelOut = new LevelMeter();
  readonly #digits = new DigitSender();
  readonly #scratch = Buffer.allocUnsafeSlow(PACKET_ROOM);
  readonly #heardAs: (Codec | 'event' | undefined)[] = [];
  #transport: Transport | null = null;
  #isConnected = false;
  #local: LocalSession | null = null;
  #remote: RemoteSession | null = null;
  #bridge: Bridge | null = null;
  #muted = false;
  #player: Player | null = null;
  #isDialling = false;
  #talk: JitterBuffer | null = null;
  #ownTalk: Int16Array | null = null;
  #stream = 0;
  #streamSsrc: number | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #judged = { expected: 0, received: 0 };
  #packetsSent = 0;
  #octetsSent = 0;
  #packetsHeard = 0;

  constructor(id: LegId, position: StreamPosition, events: LegEvents, now: number) {
    this.#id = id;
    this.outgoing = new OutgoingStream(position, now);
    this.#reporter = new Reporter(now, (position.ssrc % 1_000) / 1_000);
    this.#events = events;
  }

  get id(): LegId {
    return this.#id;
  }

  /** An offer made in advance finds its leg. */
  rename(id: LegId): void {
    this.#id = id;
  }

  // What the session says

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
    this.#heardAs.length = 0;
    // The peer should use our payload types (RFC 3264 §5.1), yet some use their own.
    for (const session of [remote, local]) {
      if (session.eventType !== null) this.#heardAs[session.eventType] = 'event';
      for (const { codec, type } of session.payloads) this.#heardAs[type] = codec;
    }
  }

  redirect(local: LocalSession): void {
    this.#local = local;
  }

  // What the call does with it

  join(bridge: Bridge): void {
    this.leave();
    this.#bridge = bridge;
    bridge.add(this);
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

  play(player: Player): void {
    this.#player = player;
  }

  stopPlaying(): void {
    this.#player = null;
  }

  dial(digits: string): void {
    if (this.#remote?.eventType === null) return;
    this.#digits.add(digits);
  }

  // What the peer says

  hear(packet: Buffer, length: number, now: number): void {
    const header = readRtpHeader(packet, length);
    if (!header || !this.#local || !receives(this.#local.direction)) return;
    const heard = this.#heardAs[header.payloadType];
    if (!heard || header.payloadEnd - header.payloadStart > MAX_PAYLOAD || !this.#isFromPeer(header, now))
      return;
    if (this.#reception.count(header, now)) this.#stream = ++streamCount;
    this.#packetsHeard++;
    if (heard === 'event') this.#hearEvent(packet, header, now);
    else this.#levelIn.hear(packet, header.payloadStart, header.payloadEnd, heard);
    if (this.#bridge) this.#bridge.pass(this, packet, header, now);
  }

  hearReports(packet: Buffer, length: number, at: number, now: number): void {
    this.#reporter.hear(packet, length, this.outgoing.ssrc, at, now);
  }

  isEvent(header: RtpHeader): boolean {
    return this.#heardAs[header.payloadType] === 'event';
  }

  #isFromPeer(header: RtpHeader, now: number): boolean {
    const isSame = header.ssrc === this.#streamSsrc;
    if (!isSame && now - this.#heardAt < SOURCE_SILENT_MS) return false;
    this.#streamSsrc = header.ssrc;
    this.#heardAt = now;
    return true;
  }

  #hearEvent(packet: Buffer, header: RtpHeader, now: number): void {
    const event = readTelephoneEvent(packet, header.payloadStart, header.payloadEnd);
    if (event) for (const heard of this.#ear.hear(event, header.timestamp, now)) this.#events.digit(heard);
  }

  // What the mixer takes and gives

  keepTalk(packet: Buffer, header: RtpHeader): void {
    const codec = this.#heardAs[header.payloadType];
    if (this.#muted || codec === undefined || codec === 'event') return;
    this.#talk ??= new JitterBuffer();
    this.#talk.put(header.timestamp, packet, header.payloadStart, header.payloadEnd, SAMPLES[codec]);
  }

  takeTalk(): Int16Array | null {
    this.#ownTalk = this.#talk?.take() ?? null;
    return this.#ownTalk;
  }

  forgetTalk(): void {
    this.#talk = null;
    this.#ownTalk = null;
  }

  hearMixture(mixture: Mixture, now: number): void {
    const payload = this.#voice();
    if (!payload || this.#isBusy()) return;
    mixture.write(this.#scratch, RTP_HEADER_LENGTH, payload.codec, this.#ownTalk);
    this.#sendVoice(this.outgoing.next(now), payload.type, payload.codec, FRAME_SAMPLES);
  }

  // What its peer hears

  /** A packet of the other leg of the bridge. */
  hearOther(other: Leg, packet: Buffer, header: RtpHeader, now: number): void {
    if (this.#isBusy() || !this.#maySend()) return;
    const heard = other.#heardAs[header.payloadType];
    if (heard === 'event') this.#relayEvent(other, packet, header, now);
    else if (heard) this.#relayVoice(other, packet, header, heard, now);
  }

  /** The pacer's beat, 50 times a second: digits, else the sound, else silence when it has been quiet for long. */
  tick(now: number): void {
    if (!this.#maySend()) return;
    const frame = this.#digits.next();
    this.#isDialling = frame !== null;
    if (frame && frame !== 'gap') this.#sendEvent(this.outgoing.event(frame.key, now), frame.event);
    else if (frame === 'gap') return;
    else if (this.#player) this.#playOn(this.#player, now);
    else if (now - this.outgoing.sentAt() >= IDLE_MS) this.#sendFrame(null, now);
  }

  #isBusy(): boolean {
    return this.#isDialling || this.#player !== null;
  }

  #maySend(): boolean {
    const { remote, local } = { remote: this.#remote, local: this.#local };
    return (
      this.#isConnected &&
      remote !== null &&
      local !== null &&
      receives(remote.direction) &&
      sends(local.direction)
    );
  }

  #voice(): RemoteSession['payloads'][number] | null {
    return this.#maySend() ? (this.#remote?.payloads[0] ?? null) : null;
  }

  #playOn(player: Player, now: number): void {
    const frame = player.next(this.#voice()?.codec ?? 'PCMU');
    if (frame) this.#sendFrame(frame, now);
    else {
      this.#player = null;
      this.#events.played(player.sound);
    }
  }

  /** A frame of our own; null is silence. */
  #sendFrame(frame: Uint8Array | null, now: number): void {
    const payload = this.#voice();
    if (!payload) return;
    const end = RTP_HEADER_LENGTH + FRAME_SAMPLES;
    if (frame) this.#scratch.set(frame, RTP_HEADER_LENGTH);
    else this.#scratch.fill(SILENCE[payload.codec], RTP_HEADER_LENGTH, end);
    this.#sendVoice(this.outgoing.next(now), payload.type, payload.codec, FRAME_SAMPLES);
  }

  #relayVoice(other: Leg, packet: Buffer, header: RtpHeader, codec: Codec, now: number): void {
    const numbering = this.outgoing.relay(other.#stream, header, now);
    const payloads = this.#remote!.payloads;
    const payload = payloads.find((known) => known.codec === codec) ?? payloads[0];
    if (!numbering || !payload) return;
    const length = header.payloadEnd - header.payloadStart;
    const end = RTP_HEADER_LENGTH + length;
    if (other.#muted) this.#scratch.fill(SILENCE[payload.codec], RTP_HEADER_LENGTH, end);
    else {
      packet.copy(this.#scratch, RTP_HEADER_LENGTH, header.payloadStart, header.payloadEnd);
      if (payload.codec !== codec) transcode(this.#scratch, RTP_HEADER_LENGTH, end, codec);
    }
    this.#sendVoice(numbering, payload.type, payload.codec, length);
  }

  /** In a mixed bridge the stream is of our own making, so the event gets numbers of our own too. */
  #relayEvent(other: Leg, packet: Buffer, header: RtpHeader, now: number): void {
    const event = readTelephoneEvent(packet, header.payloadStart, header.payloadEnd);
    if (!event || this.#remote?.eventType === null) return;
    const numbering = this.#bridge?.isMixing
      ? this.outgoing.event(`${other.#stream} ${header.timestamp}`, now)
      : this.outgoing.relay(other.#stream, header, now);
    if (numbering) this.#sendEvent(numbering, event);
  }

  #sendEvent(numbering: Numbering, event: Parameters<typeof writeTelephoneEvent>[2]): void {
    const type = this.#remote?.eventType ?? null;
    if (type === null) return;
    this.#send(numbering, type, writeTelephoneEvent(this.#scratch, RTP_HEADER_LENGTH, event));
  }

  #sendVoice(numbering: Numbering, type: number, codec: Codec, length: number): void {
    const end = RTP_HEADER_LENGTH + length;
    this.#levelOut.hear(this.#scratch, RTP_HEADER_LENGTH, end, codec);
    this.#send(numbering, type, end);
  }

  #send(numbering: Numbering, payloadType: number, end: number): void {
    writeRtpHeader(this.#scratch, { ...numbering, payloadType, ssrc: this.outgoing.ssrc });
    this.#packetsSent++;
    this.#octetsSent += end - RTP_HEADER_LENGTH;
    this.#transport?.sendRtp(this.#scratch, end);
  }

  // What is kept an eye on

  /** Ten times a second. */
  keepHouse(at: number, now: number): void {
    for (const heard of this.#ear.expire(now)) this.#events.digit(heard);
    this.#transport?.tick(now);
    if (this.#isConnected && this.#reporter.isDue(now)) this.#report(at, now);
  }

  /** Once a second. */
  judge(): void {
    const counts = this.#reception.counts();
    const health = this.#watchdog.judge({
      expected: counts.expected - this.#judged.expected,
      received: counts.received - this.#judged.received,
      isListening: this.#isListening(),
    });
    this.#judged = counts;
    if (health) this.#events.health(health);
  }

  figures(): MediaFigures {
    return {
      received: this.#packetsHeard,
      sent: this.#packetsSent,
      lost: this.#reception.lost(),
      jitterMs: Math.round(this.#reception.jitterMs() * 10) / 10,
      roundTripMs: this.#reporter.roundTripMs(),
      levelIn: this.#levelIn.dBm0(),
      levelOut: this.#levelOut.dBm0(),
    };
  }

  #isListening(): boolean {
    const [remote, local] = [this.#remote, this.#local];
    return (
      this.#isConnected &&
      remote !== null &&
      local !== null &&
      sends(remote.direction) &&
      receives(local.direction)
    );
  }

  #report(at: number, now: number): void {
    const { ssrc, timestamp } = this.outgoing.position();
    const sent = { ssrc, timestamp, packets: this.#packetsSent, octets: this.#octetsSent };
    const length = this.#reporter.write(this.#scratch, sent, this.#reception, at, now);
    this.#transport?.sendRtcp(this.#scratch, length);
  }
}
