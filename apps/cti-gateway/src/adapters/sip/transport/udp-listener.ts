import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIP } from 'node:net';
import { parseMessage, afterLeadingLines } from '../message/parse-message.ts';
import type { LiveFlow } from './live-flow.ts';
import { ListenFault } from './listen-fault.ts';
import { hostText, withoutBrackets, type HostPort, type ListenerSpec } from './listener.ts';
import { isLoopback, isWildcard, localHostTowards } from './local-host.ts';
import type { TransportParts } from './transport-parts.ts';

/** With the system's default of about 200 kB, bursts of 800 calls a second are lost before they are read. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;
const SEND_BUFFER_BYTES = 1024 * 1024;
/** Peers remembered, so that one flow object serves many messages. */
const MOST_FLOWS = 10_000;

/** SIP over UDP on one address (RFC 3261 section 18.1 and 18.2). */
export class UdpListener {
  readonly spec: ListenerSpec;
  readonly #parts: TransportParts;
  readonly #socket: Socket;
  readonly #flows = new Map<string, UdpFlow>();
  #open = false;
  #port: number;

  constructor(spec: ListenerSpec, parts: TransportParts) {
    this.spec = spec;
    this.#parts = parts;
    this.#port = spec.port;
    this.#socket = createSocket({
      type: isIP(spec.address) === 6 ? 'udp6' : 'udp4',
      recvBufferSize: RECEIVE_BUFFER_BYTES,
      sendBufferSize: SEND_BUFFER_BYTES,
      lookup: parts.lookUp as never,
    });
  }

  get port(): number {
    return this.#port;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Whether it can send to this host; names are looked up in the socket's own family. */
  reaches(host: string): boolean {
    const { address: ours } = this.spec;
    const address = withoutBrackets(host);
    if (isIP(address) === 0) return true;
    if (isIP(address) !== isIP(ours)) return false;
    return isWildcard(ours) || isLoopback(ours) === isLoopback(address);
  }

  listen(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (cause: Error) => reject(new ListenFault(this.spec, cause));
    this.#socket.once('error', fail);
    this.#socket.bind({ address: this.spec.address, port: this.spec.port, exclusive: true }, () => {
      this.#socket.off('error', fail);
      this.#socket.on('error', (cause) =>
        this.#parts.log.error('SIP over UDP failed', { address: this.spec.address, port: this.#port, cause }),
      );
      this.#socket.on('message', (bytes, from) => this.receive(bytes, from));
      this.#port = this.#socket.address().port;
      this.#open = true;
      this.#warnOfSmallBuffer();
      resolve();
    });
    return promise;
  }

  /** The system may grant less than was asked for, and then bursts of calls are lost unseen. */
  #warnOfSmallBuffer(): void {
    const grantedBytes = this.#socket.getRecvBufferSize();
    if (grantedBytes >= RECEIVE_BUFFER_BYTES) return;
    this.#parts.log.warn('The UDP receive buffer is smaller than SIP needs, so bursts of calls may be lost', {
      port: this.#port,
      grantedBytes,
      remedy: `sysctl -w net.core.rmem_max=${RECEIVE_BUFFER_BYTES}`,
    });
  }

  close(): Promise<void> {
    if (!this.#open) return Promise.resolve();
    this.#open = false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#socket.close(() => resolve());
    return promise;
  }

  flowTo(host: string, port: number): LiveFlow {
    const address = withoutBrackets(host);
    const key = `${address} ${port}`;
    const known = this.#flows.get(key);
    if (known !== undefined) return known;
    if (this.#flows.size >= MOST_FLOWS) this.#forgetOldest();
    const flow = new UdpFlow(this, address, port);
    this.#flows.set(key, flow);
    return flow;
  }

  #forgetOldest(): void {
    for (const key of this.#flows.keys()) {
      this.#flows.delete(key);
      return;
    }
  }

  receive(bytes: Buffer, from: Pick<RemoteInfo, 'address' | 'port'>): void {
    // nobody can be answered at port 0, and sending there throws
    if (from.port === 0) return void (this.#parts.counters.dropped += 1);
    // blank lines or a few octets keep a NAT open (RFC 5626 section 3.5.2 calls for STUN, devices send this)
    if (bytes.length <= 4 || afterLeadingLines(bytes) === bytes.length)
      return void (this.#parts.counters.keepAlives += 1);
    this.#parts.hearing.message(
      parseMessage(bytes, this.#parts.messageLimits),
      this.flowTo(from.address, from.port),
    );
  }

  send(bytes: Uint8Array, address: string, port: number, failed: () => void): void {
    if (!this.#open) return queueMicrotask(failed);
    this.#socket.send(bytes, port, address, (fault) => {
      if (fault !== null) failed();
    });
  }

  localTowards(address: string): HostPort {
    const { advertise, address: bound } = this.spec;
    const host = advertise ?? (isWildcard(bound) ? localHostTowards(address) : hostText(bound));
    return { host, port: this.#port };
  }
}

/** A peer behind a UDP socket. It is open as long as the socket is; there is nothing to close. */
export class UdpFlow implements LiveFlow {
  readonly transport = 'udp';
  readonly reliable = false;
  readonly id: string;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly #listener: UdpListener;
  #local: HostPort | null = null;

  constructor(listener: UdpListener, address: string, port: number) {
    this.#listener = listener;
    this.remoteAddress = address;
    this.remotePort = port;
    this.id = `udp:${listener.port}:${address}:${port}`;
  }

  get open(): boolean {
    return this.#listener.open;
  }

  get local(): HostPort {
    this.#local ??= this.#listener.localTowards(this.remoteAddress);
    return this.#local;
  }

  send(bytes: Uint8Array, failed: () => void): void {
    this.#listener.send(bytes, this.remoteAddress, this.remotePort, failed);
  }

  close(): void {}

  /** The same peer at another port of its own, from the same socket. */
  atPort(port: number): LiveFlow {
    return this.#listener.flowTo(this.remoteAddress, port);
  }
}
