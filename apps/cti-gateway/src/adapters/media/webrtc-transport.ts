import type { RemoteInfo, Socket } from 'node:dgram';
import { DtlsServer, type DtlsOutcome } from './dtls/dtls-server.ts';
import { fingerprintOf, type Fingerprint, type Identity } from './dtls/identity.ts';
import { looksLikeDtls } from './dtls/record.ts';
import { IceLite, makeCredentials, type IceCredentials } from './ice/ice-lite.ts';
import { looksLikeStun } from './ice/stun.ts';
import { looksLikeRtcp } from './rtp/packet.ts';
import type { RemoteSession } from './sdp/session.ts';
import { SrtpSender } from './srtp/protect.ts';
import { SrtpReceiver } from './srtp/unprotect.ts';
import type { Transport, TransportEvents } from './transport.ts';
import { bindUdp, hearUdp } from './udp-socket.ts';

/** An agent whose browser has not connected half a minute after its answer will not. */
const CONNECT_MS = 30_000;

const isOf = (fingerprint: Fingerprint, certificate: Buffer): boolean =>
  fingerprintOf(certificate, fingerprint.hash).value === fingerprint.value;

/**
 *  handshaking ─DTLS done and fingerprint as signalled─▶ connected ─goodbye, no consent─▶ over
 *
 * The browser may finish DTLS before its SDP answer is here; its certificate then waits for the fingerprint.
 */
type State = 'handshaking' | 'connected' | 'over';

/** ICE lite, DTLS-SRTP and SRTP on one port (RFC 7983 tells them apart), as browsers speak it. */
export class WebRtcTransport implements Transport {
  readonly port: number;
  readonly #socket: Socket;
  readonly #events: TransportEvents;
  readonly #ice: IceLite;
  readonly #dtls: DtlsServer;
  #state: State = 'handshaking';
  #outcome: DtlsOutcome | null = null;
  #remote: RemoteSession | null = null;
  #answeredAt: number | null = null;
  #sender: SrtpSender | null = null;
  #receiver: SrtpReceiver | null = null;

  constructor(port: number, socket: Socket, identity: Identity, events: TransportEvents) {
    this.port = port;
    this.#socket = socket;
    this.#events = events;
    this.#ice = new IceLite(makeCredentials(), performance.now());
    this.#dtls = new DtlsServer(identity, {
      send: (datagram) => this.#send(datagram, datagram.length),
      connected: (outcome) => this.#takeOutcome(outcome),
      failed: (why) => this.#fail(why),
      closed: () => this.#fail('the peer closed DTLS'),
    });
    hearUdp(socket, (packet, from) => this.#hear(packet, from), events.fault);
  }

  static async open(
    address: string,
    port: number,
    identity: Identity,
    events: TransportEvents,
  ): Promise<WebRtcTransport | null> {
    const socket = await bindUdp(address, port);
    return socket && new WebRtcTransport(port, socket, identity, events);
  }

  credentials(): IceCredentials {
    return this.#ice.credentials();
  }

  follow(remote: RemoteSession): void {
    const before = this.#remote?.ice;
    if (before && remote.ice && before.fragment !== remote.ice.fragment) this.#ice.restart(makeCredentials());
    this.#remote = remote;
    this.#answeredAt ??= performance.now();
    this.#admit();
  }

  sendRtp(packet: Buffer, length: number): void {
    const protectedLength = this.#sender?.protect(packet, length);
    if (protectedLength) this.#send(packet, protectedLength);
  }

  sendRtcp(packet: Buffer, length: number): void {
    if (this.#sender) this.#send(packet, this.#sender.protectRtcp(packet, length));
  }

  tick(now: number): void {
    if (this.#state === 'over') return;
    this.#dtls.tick(now);
    if (this.#answeredAt === null) return;
    if (this.#state === 'connected' && !this.#ice.hasConsent(now))
      this.#fail('the peer stopped its ICE checks');
    const isLate = now - this.#answeredAt > CONNECT_MS;
    if (this.#state === 'handshaking' && isLate) this.#fail(this.#whyNotConnected());
  }

  close(): void {
    this.#dtls.close();
    this.#state = 'over';
    this.#socket.close();
  }

  #hear(packet: Buffer, from: RemoteInfo): void {
    if (from.port === 0 || this.#state === 'over') return;
    const now = performance.now();
    if (looksLikeStun(packet)) {
      const response = this.#ice.check(packet, from, now);
      if (response) this.#socket.send(response, from.port, from.address);
    } else if (!this.#ice.isProven(from)) return;
    else if (looksLikeDtls(packet)) this.#dtls.receive(packet, now);
    else if (packet.length > 12 && packet.readUInt8(0) >> 6 === 2) this.#hearMedia(packet);
  }

  #hearMedia(packet: Buffer): void {
    if (!this.#receiver) return;
    if (looksLikeRtcp(packet)) {
      const length = this.#receiver.unprotectRtcp(packet);
      if (length !== null) this.#events.rtcp(packet, length);
      return;
    }
    const length = this.#receiver.unprotect(packet);
    if (length !== null) this.#events.rtp(packet, length);
  }

  #takeOutcome(outcome: DtlsOutcome): void {
    this.#outcome = outcome;
    this.#admit();
  }

  #admit(): void {
    const outcome = this.#outcome;
    if (this.#state === 'over' || !outcome || !this.#remote) return;
    if (!this.#remote.fingerprints.some((fingerprint) => isOf(fingerprint, outcome.certificate))) {
      this.#fail('the certificate is not the one in the SDP');
    } else if (this.#state === 'handshaking') this.#connect(outcome);
  }

  #connect(outcome: DtlsOutcome): void {
    this.#sender = new SrtpSender(outcome.local);
    this.#receiver = new SrtpReceiver(outcome.remote);
    this.#state = 'connected';
    this.#events.connected();
  }

  #whyNotConnected(): string {
    return this.#ice.selected() ? 'the DTLS handshake did not end' : 'no ICE check of the peer arrived';
  }

  #send(packet: Buffer, length: number): void {
    const to = this.#ice.selected();
    if (to) this.#socket.send(packet, 0, length, to.port, to.address);
  }

  #fail(why: string): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#events.failed(why);
  }
}
