import type { RemoteInfo, Socket } from 'node:dgram';
import type { RemoteAddress, RemoteSession } from '../sdp/session.ts';
import type { Transport, TransportEvents } from '../transport.ts';
import { bindUdp, hearUdp } from '../udp-socket.ts';
import { looksLikeRtcp, RTP_HEADER_LENGTH } from './packet.ts';
import { PeerAddress } from './peer-address.ts';

/** Plain RTP and RTCP on a pair of ports, as trunks speak it. */
export class RtpTransport implements Transport {
  readonly port: number;
  readonly #rtp: Socket;
  readonly #rtcp: Socket;
  readonly #events: TransportEvents;
  readonly #peer = new PeerAddress();
  #rtcpTo: RemoteAddress | null = null;
  #isConnected = false;

  constructor(port: number, rtp: Socket, rtcp: Socket, events: TransportEvents) {
    this.port = port;
    this.#rtp = rtp;
    this.#rtcp = rtcp;
    this.#events = events;
    hearUdp(rtp, (packet, from) => this.#hear(packet, from), events.fault);
    hearUdp(rtcp, (packet, from) => this.#hearRtcp(packet, from), events.fault);
  }

  /** Null when one of the two ports is in somebody else's hands. */
  static async open(address: string, port: number, events: TransportEvents): Promise<RtpTransport | null> {
    const [rtp, rtcp] = await Promise.all([bindUdp(address, port), bindUdp(address, port + 1)]);
    if (rtp && rtcp) return new RtpTransport(port, rtp, rtcp, events);
    rtp?.close();
    rtcp?.close();
    return null;
  }

  follow(remote: RemoteSession): void {
    this.#rtcpTo = remote.rtcp;
    if (remote.direction !== 'inactive' || !this.#peer.signalled()) this.#peer.signal(remote.rtp);
    this.#connect();
  }

  resume(signalled: RemoteAddress, current: RemoteAddress, rtcp: RemoteAddress): void {
    this.#peer.resume(signalled, current);
    this.#rtcpTo = rtcp;
    this.#connect();
  }

  addresses(): {
    readonly signalled: RemoteAddress;
    readonly current: RemoteAddress;
    readonly rtcp: RemoteAddress;
  } | null {
    const signalled = this.#peer.signalled();
    const current = this.#peer.current();
    return signalled && current && this.#rtcpTo ? { signalled, current, rtcp: this.#rtcpTo } : null;
  }

  sendRtp(packet: Buffer, length: number): void {
    const to = this.#peer.current();
    if (to && to.port !== 0) this.#rtp.send(packet, 0, length, to.port, to.address);
  }

  sendRtcp(packet: Buffer, length: number): void {
    const to = this.#rtcpTo;
    if (!to || to.port === 0 || to.port > 65_535) return;
    // RTCP follows RTP to the host it was found at.
    const address = this.#peer.current()?.address ?? to.address;
    const socket = to.port === this.#peer.signalled()?.port ? this.#rtp : this.#rtcp;
    socket.send(packet, 0, length, to.port, address);
  }

  tick(): void {}

  close(): void {
    this.#rtp.close();
    this.#rtcp.close();
  }

  #connect(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#events.connected();
  }

  #hear(packet: Buffer, from: RemoteInfo): void {
    if (packet.length < RTP_HEADER_LENGTH || packet.readUInt8(0) >> 6 !== 2 || from.port === 0) return;
    if (looksLikeRtcp(packet)) this.#hearRtcp(packet, from);
    else if (this.#peer.admits(from.address, from.port)) this.#events.rtp(packet, packet.length);
  }

  #hearRtcp(packet: Buffer, from: RemoteInfo): void {
    if (from.address === this.#peer.current()?.address) this.#events.rtcp(packet, packet.length);
  }
}
