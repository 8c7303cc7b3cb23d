import type { Sound } from '../../ports/media-engine.ts';
import type { Utterance } from './hearing.ts';
import type { Mixture } from './mix/mix.ts';
import type { Player } from './player.ts';
import { DigitSender } from './rtp/digit-sender.ts';
import { FRAME_SAMPLES, OutgoingStream, type Numbering, type StreamPosition } from './rtp/outgoing-stream.ts';
import { RTP_HEADER_LENGTH, writeRtpHeader } from './rtp/packet.ts';
import { readTelephoneEvent, writeTelephoneEvent, type TelephoneEvent } from './rtp/telephone-event.ts';
import type { RemoteSession } from './sdp/session.ts';
import { SILENCE, transcode } from './sound/g711.ts';
import { LevelMeter } from './sound/level.ts';
import { PACKET_ROOM } from './transport.ts';

/** How long nothing comes before silence is sent, frame by frame: keeps NATs open and jitter buffers calm. */
const IDLE_MS = 200;

export interface SpeakingEvents {
  /** The packet's room is used again for the next one. */
  send(packet: Buffer, length: number): void;
  played(sound: Sound): void;
}

/** What a peer hears: the other leg, a mixture, a sound, digits, or silence, as one continuous stream. */
export class Speaking {
  readonly stream: OutgoingStream;
  readonly #events: SpeakingEvents;
  readonly #level = new LevelMeter();
  readonly #digits = new DigitSender();
  /** Of this leg alone: a packet still waiting in the kernel's queue must never become somebody else's audio. */
  readonly #packet = Buffer.allocUnsafeSlow(PACKET_ROOM);
  #player: Player | null = null;
  #isDialling = false;
  #isFilling = false;
  #packets = 0;
  #octets = 0;

  constructor(position: StreamPosition, events: SpeakingEvents, now: number) {
    this.stream = new OutgoingStream(position, now);
    this.#events = events;
  }

  play(player: Player | null): void {
    this.#player = player;
  }

  dial(digits: string): void {
    this.#digits.add(digits);
  }

  /** Digits and sounds take the place of what the bridge says. */
  isBusy(): boolean {
    return this.#isDialling || this.#player !== null;
  }

  /** The pacer's beat: digits, else the sound, else silence when it has been quiet for long. */
  tick(to: RemoteSession, now: number): void {
    const frame = to.eventType === null ? null : this.#digits.next();
    this.#isDialling = frame !== null;
    if (frame === 'gap') return;
    if (frame) this.#sendEvent(to, this.stream.event(frame.key, now), frame.event);
    else if (this.#player) this.#playOn(this.#player, to, now);
    else if (this.#isFilling || now - this.stream.sentAt() >= IDLE_MS) this.#fillSilence(to, now);
  }

  /** Passes on what the other leg said; `muted` keeps the rhythm and takes the sound. */
  relay(to: RemoteSession, said: Utterance, muted: boolean, now: number): void {
    const numbering = this.stream.relay(said.stream, said.header, now);
    if (!numbering) return;
    this.#isFilling = false;
    if (said.as === 'event') this.#relayEvent(to, said, numbering);
    else this.#relayVoice(to, said, muted, numbering);
  }

  /** An event in a mixed bridge: the stream is of our own making, so the event gets numbers of our own too. */
  injectEvent(to: RemoteSession, said: Utterance, now: number): void {
    this.#relayEvent(to, said, this.stream.event(`${said.stream} ${said.header.timestamp}`, now));
  }

  speakMixture(to: RemoteSession, mixture: Mixture, now: number): void {
    const [payload] = to.payloads;
    if (!payload) return;
    this.#isFilling = false;
    mixture.write(this.#packet, RTP_HEADER_LENGTH, payload.codec);
    this.#sendVoice(this.stream.next(now), payload, FRAME_SAMPLES);
  }

  counts(): { readonly packets: number; readonly octets: number } {
    return { packets: this.#packets, octets: this.#octets };
  }

  level(): number {
    return this.#level.dBm0();
  }

  #fillSilence(to: RemoteSession, now: number): void {
    this.#isFilling = true;
    this.#sendFrame(null, to, now);
  }

  #playOn(player: Player, to: RemoteSession, now: number): void {
    const frame = player.next(to.payloads[0]?.codec ?? 'PCMU');
    if (frame) this.#sendFrame(frame, to, now);
    else {
      this.#player = null;
      this.#events.played(player.sound);
    }
  }

  /** A frame of our own; null is silence. */
  #sendFrame(frame: Uint8Array | null, to: RemoteSession, now: number): void {
    const [payload] = to.payloads;
    if (!payload) return;
    if (frame) this.#packet.set(frame, RTP_HEADER_LENGTH);
    else this.#packet.fill(SILENCE[payload.codec], RTP_HEADER_LENGTH, RTP_HEADER_LENGTH + FRAME_SAMPLES);
    this.#sendVoice(this.stream.next(now), payload, FRAME_SAMPLES);
  }

  #relayVoice(to: RemoteSession, said: Utterance, muted: boolean, numbering: Numbering): void {
    const { packet, header, as } = said;
    const payload = to.payloads.find(({ codec }) => codec === as) ?? to.payloads[0];
    if (!payload || as === 'event') return;
    const length = header.payloadEnd - header.payloadStart;
    const end = RTP_HEADER_LENGTH + length;
    if (muted) this.#packet.fill(SILENCE[payload.codec], RTP_HEADER_LENGTH, end);
    else {
      packet.copy(this.#packet, RTP_HEADER_LENGTH, header.payloadStart, header.payloadEnd);
      if (payload.codec !== as) transcode(this.#packet, RTP_HEADER_LENGTH, end, as);
    }
    this.#sendVoice(numbering, payload, length);
  }

  #relayEvent(to: RemoteSession, { packet, header }: Utterance, numbering: Numbering): void {
    const event = readTelephoneEvent(packet, header.payloadStart, header.payloadEnd);
    if (event) this.#sendEvent(to, numbering, event);
  }

  #sendEvent(to: RemoteSession, numbering: Numbering, event: TelephoneEvent): void {
    if (to.eventType === null) return;
    this.#send(numbering, to.eventType, writeTelephoneEvent(this.#packet, RTP_HEADER_LENGTH, event));
  }

  #sendVoice(numbering: Numbering, { type, codec }: RemoteSession['payloads'][number], length: number): void {
    const end = RTP_HEADER_LENGTH + length;
    this.#level.hear(this.#packet, RTP_HEADER_LENGTH, end, codec);
    this.#send(numbering, type, end);
  }

  #send(numbering: Numbering, payloadType: number, end: number): void {
    writeRtpHeader(this.#packet, { ...numbering, payloadType, ssrc: this.stream.ssrc });
    this.#packets++;
    this.#octets += end - RTP_HEADER_LENGTH;
    this.#events.send(this.#packet, end);
  }
}
