import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { startPacer } from '../pacer.ts';
import { readRtpHeader, writeRtpHeader, type RtpHeader } from '../rtp/packet.ts';
import { writeTelephoneEvent } from '../rtp/telephone-event.ts';
import { BYTES, SAMPLES, type Codec } from '../sound/g711.ts';
import { bindUdp } from '../udp-socket.ts';

export interface Heard {
  readonly header: RtpHeader;
  readonly payload: Buffer;
  readonly at: number;
}

export interface PeerOptions {
  readonly codec?: Codec;
  readonly eventType?: number;
  readonly address?: string;
  readonly port?: number;
}

const TYPES: Readonly<Record<Codec, number>> = { PCMU: 0, PCMA: 8 };

/** A telephone that we wrote: speaks a tone, keeps all it hears, sends digits. */
export class RtpPeer {
  readonly heard: Heard[] = [];
  readonly codec: Codec;
  readonly eventType: number;
  readonly port: number;
  readonly address: string;
  readonly socket: Socket;
  ssrc = 0x1234_5678;
  sequence = 1_000;
  timestamp = 50_000;
  #to: { address: string; port: number } | null = null;
  #stop: () => void = () => {};

  constructor(socket: Socket, options: PeerOptions) {
    this.socket = socket;
    this.codec = options.codec ?? 'PCMU';
    this.eventType = options.eventType ?? 101;
    this.address = socket.address().address;
    this.port = socket.address().port;
    socket.on('message', (packet) => {
      const header = readRtpHeader(packet);
      if (header) {
        this.heard.push({
          header,
          payload: packet.subarray(header.payloadStart, header.payloadEnd),
          at: performance.now(),
        });
      }
    });
  }

  static async open(options: PeerOptions = {}): Promise<RtpPeer> {
    const socket = await bindUdp(options.address ?? '127.0.0.1', options.port ?? 0);
    if (!socket) throw new Error('no port for the test peer');
    return new RtpPeer(socket, options);
  }

  /** An offer or answer of this telephone. */
  sdp(direction = 'sendrecv', version = 1): string {
    const type = TYPES[this.codec];
    return [
      'v=0',
      `o=- 77 ${version} IN IP4 ${this.address}`,
      's=-',
      `c=IN IP4 ${this.address}`,
      't=0 0',
      `m=audio ${this.port} RTP/AVP ${type} ${this.eventType}`,
      `a=rtpmap:${type} ${this.codec}/8000`,
      `a=rtpmap:${this.eventType} telephone-event/8000`,
      `a=${direction}`,
      '',
    ].join('\r\n');
  }

  /** Where the engine's description says it listens. */
  follow(sdp: string): void {
    this.#to = { address: addressIn(sdp), port: portIn(sdp) };
  }

  /** Speaks a sine in frames of 20 ms until hush(). */
  speak(hertz: number, amplitude = 10_000): void {
    this.hush();
    let phase = 0;
    this.#stop = startPacer(
      () => {
        const payload = Buffer.alloc(160);
        for (let at = 0; at < 160; at++, phase++) {
          const sample = Math.round(Math.sin((2 * Math.PI * hertz * phase) / 8_000) * amplitude);
          payload[at] = BYTES[this.codec][sample & 0xffff] ?? 0;
        }
        this.timestamp = (this.timestamp + 160) >>> 0;
        this.sendPayload(TYPES[this.codec], payload);
      },
      () => {},
    );
  }

  hush(): void {
    this.#stop();
    this.#stop = () => {};
  }

  /** One RFC 4733 event of 60 ms: three packets and its end three times. */
  pressDigit(code: number): void {
    this.timestamp = (this.timestamp + 160) >>> 0;
    for (let step = 1; step <= 6; step++) {
      const payload = Buffer.alloc(4);
      writeTelephoneEvent(payload, 0, { code, isEnd: step > 3, duration: Math.min(step, 3) * 160 });
      this.sendPayload(this.eventType, payload, step === 1);
    }
    this.timestamp = (this.timestamp + 480) >>> 0;
  }

  sendPayload(payloadType: number, payload: Buffer, marker = false): void {
    this.sequence = (this.sequence + 1) & 0xffff;
    const packet = Buffer.alloc(12 + payload.length);
    const { sequence, timestamp, ssrc } = this;
    writeRtpHeader(packet, { payloadType, marker, sequence, timestamp, ssrc });
    payload.copy(packet, 12);
    this.sendRaw(packet);
  }

  sendRaw(packet: Buffer): void {
    if (this.#to) this.socket.send(packet, this.#to.port, this.#to.address);
  }

  /** The last `ms` of audio heard. */
  listen(ms: number): Int16Array {
    const frames = this.heard
      .filter(({ header }) => header.payloadType !== this.eventType)
      .slice(-Math.ceil(ms / 20));
    return Int16Array.from(
      frames.flatMap(({ payload }) => Array.from(payload, (byte) => SAMPLES[this.codec][byte] ?? 0)),
    );
  }

  /** Resolves once `count` more packets came. */
  async hears(count: number): Promise<void> {
    const until = this.heard.length + count;
    while (this.heard.length < until)
      await once(this.socket, 'message', { signal: AbortSignal.timeout(5_000) });
  }

  close(): void {
    this.hush();
    this.socket.close();
  }
}

export const portIn = (sdp: string): number => Number(lineOf(sdp, 'm=audio ').split(' ')[0]);
const addressIn = (sdp: string): string => lineOf(sdp, 'c=IN IP4 ');
const lineOf = (sdp: string, start: string): string => {
  const line = sdp.split('\r\n').find((known) => known.startsWith(start));
  if (!line) throw new Error(`no ${start} in ${sdp}`);
  return line.slice(start.length);
};
