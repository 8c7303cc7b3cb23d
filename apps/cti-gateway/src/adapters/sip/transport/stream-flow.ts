import type { Socket } from 'node:net';
import type { LiveFlow } from './live-flow.ts';
import type { HostPort } from './listener.ts';
import { StreamFramer, type Frame } from './stream-framer.ts';
import { CLOSE_WITHIN_MS } from './transport-limits.ts';
import type { TransportParts, Watched } from './transport-parts.ts';

const PONG = Buffer.from('\r\n', 'latin1');
const MESSAGES_A_TURN = 16;

export interface StreamFlowParts {
  readonly transport: 'tcp' | 'tls';
  readonly socket: Socket;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly local: () => HostPort;
  /** a peer that connects must soon say something; one that we connected to need not */
  readonly accepted: boolean;
}

/** A TCP or TLS connection, accepted or opened by us. It may end at any moment; that is told once, by `hearing.closed`. */
export class StreamFlow implements LiveFlow, Watched {
  readonly reliable = true;
  readonly id: string;
  readonly transport: 'tcp' | 'tls';
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly #socket: Socket;
  readonly #localNow: () => HostPort;
  #local: HostPort | null = null;
  readonly #parts: TransportParts;
  readonly #framer: StreamFramer;
  #open = true;
  #refused = 0;
  #heardAt: number;
  /** since when a message, or the first one, is awaited; null between messages */
  #waitingSince: number | null;

  constructor(
    { transport, socket, remoteAddress, remotePort, local, accepted }: StreamFlowParts,
    parts: TransportParts,
  ) {
    this.id = `${transport}:${parts.nextNumber()}`;
    this.transport = transport;
    this.remoteAddress = remoteAddress;
    this.remotePort = remotePort;
    this.#socket = socket;
    this.#localNow = local;
    this.#parts = parts;
    this.#framer = new StreamFramer(parts.messageLimits);
    this.#heardAt = parts.clock.now();
    this.#waitingSince = accepted ? this.#heardAt : null;
    this.#watch();
  }

  #watch(): void {
    this.#parts.counters.flowsOpened += 1;
    this.#parts.watched.add(this);
    this.#socket.setNoDelay(true);
    this.#socket.setKeepAlive(true, 60_000);
    this.#socket.on('data', (chunk) => this.#receive(chunk));
    // what went wrong is told by the close that follows
    this.#socket.on('error', () => {});
    // the peer has said its last; half-open connections are of no use to SIP
    this.#socket.on('end', () => this.close());
    this.#socket.on('close', () => this.#ended());
  }

  get open(): boolean {
    return this.#open;
  }

  get local(): HostPort {
    this.#local ??= this.#localNow();
    return this.#local;
  }

  send(bytes: Uint8Array, failed: () => void): void {
    if (!this.#open) return queueMicrotask(failed);
    this.#socket.write(bytes, (fault) => {
      if (fault) failed();
    });
    if (this.#socket.writableLength > this.#parts.limits.unsentBytes)
      this.#drop('the peer does not read what is sent to it');
  }

  close(): void {
    if (!this.#open) return;
    this.#socket.end();
    this.#ended();
  }

  check(now: number): void {
    const { limits } = this.#parts;
    if (this.#waitingSince !== null && now - this.#waitingSince > limits.messageWithin)
      this.#drop('no complete message in time');
    else if (now - this.#heardAt > limits.idle) this.close();
    else if (this.#socket.destroyed) this.#ended();
  }

  #receive(chunk: Buffer): void {
    if (!this.#open) return;
    this.#heardAt = this.#parts.clock.now();
    const frames = this.#framer.push(chunk);
    if (frames.some(({ type }) => type === 'ping')) this.#pong();
    this.#hearFrom(frames, 0);
  }

  /** Hears some messages in each turn of the event loop, so that a burst on one connection does not delay all others. */
  #hearFrom(frames: readonly Frame[], first: number): void {
    for (const frame of frames.slice(first, first + MESSAGES_A_TURN)) {
      if (this.#open) this.#hear(frame);
    }
    if (!this.#open) return;
    const next = first + MESSAGES_A_TURN;
    if (next < frames.length) {
      this.#socket.pause();
      setImmediate(() => this.#hearFrom(frames, next));
      return;
    }
    this.#socket.resume();
    if (!this.#framer.inMessage) this.#waitingSince = null;
    else this.#waitingSince ??= this.#heardAt;
  }

  #hear(frame: Frame): void {
    if (frame.type === 'lost') return this.#drop('what comes is no SIP');
    if (frame.type === 'ping') return;
    this.#waitingSince = null;
    this.#refused += frame.read.ok ? 0 : 1;
    this.#parts.hearing.message(frame.read, this);
    if (this.#refused > this.#parts.limits.refusedMessages) this.#drop('too many malformed messages');
  }

  /** One answer for all pings that came together. */
  #pong(): void {
    this.#waitingSince = null;
    this.#parts.counters.keepAlives += 1;
    this.send(PONG, () => {});
  }

  /** Ends it for a fault of the peer; what was answered still goes out. */
  #drop(why: string): void {
    const { transport, remoteAddress: address } = this;
    this.#parts.warnSeldom('SIP connection closed', { transport, address, why });
    if (this.#socket.writableLength > this.#parts.limits.unsentBytes) this.#socket.destroy();
    this.close();
  }

  #ended(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#parts.watched.delete(this);
    this.#parts.counters.flowsClosed += 1;
    this.#letGo();
    this.#parts.hearing.closed(this);
  }

  /** What was written still goes out, but a peer that neither reads nor closes can't keep the socket. */
  #letGo(): void {
    this.#socket.destroySoon();
    const late = this.#parts.clock.after(CLOSE_WITHIN_MS, () => void this.#socket.destroy());
    if (this.#socket.closed) late();
    else this.#socket.once('close', late);
  }
}
