import type { IncomingMessage } from 'node:http';
import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { afterLeadingLines, parseMessage } from '../message/parse-message.ts';
import type { LiveFlow } from './live-flow.ts';
import { hostText, plainAddress, type HostPort } from './listener.ts';
import type { TransportParts, Watched } from './transport-parts.ts';

/** SIP over WebSocket (RFC 7118). The HTTP server owns the port and hands upgrades over. */
export interface WebSocketListener {
  /** Takes an upgrade request whose path and Origin the HTTP server has checked. Refuses it with a readable status when it is not for SIP. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

const SUBPROTOCOL = 'sip';
const PONG = '\r\n';

export function createWebSocketListener(parts: TransportParts): WebSocketListener {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // one frame a turn of the event loop: a burst on one connection does not delay all others
    allowSynchronousEvents: false,
    maxPayload: parts.messageLimits.messageBytes,
    handleProtocols: () => SUBPROTOCOL,
  });
  return {
    accept(request, socket, head) {
      const address = plainAddress(request.socket.remoteAddress ?? '');
      if (!offersSip(request))
        return turnAway(
          socket,
          parts,
          '400 Bad Request',
          'This WebSocket speaks SIP: offer the subprotocol "sip".',
        );
      if (!parts.census.enter(address))
        return turnAway(socket, parts, '503 Service Unavailable', 'Too many connections. Try again later.');
      socket.once('close', () => parts.census.leave(address));
      server.handleUpgrade(
        request,
        socket,
        head,
        (webSocket) => void new WebSocketFlow(webSocket, request.socket, parts),
      );
    },
  };
}

function offersSip(request: IncomingMessage): boolean {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  return offered.split(',').some((one) => one.trim().toLowerCase() === SUBPROTOCOL);
}

function turnAway(socket: Duplex, parts: TransportParts, status: string, sentence: string): void {
  parts.counters.flowsRefused += 1;
  socket.on('error', () => {});
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${sentence.length}\r\n\r\n${sentence}`,
  );
}

/** One message a frame, text or binary (RFC 7118 section 5). */
class WebSocketFlow implements LiveFlow, Watched {
  readonly reliable = true;
  readonly id: string;
  readonly transport: 'ws' | 'wss';
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly local: HostPort;
  readonly #webSocket: WebSocket;
  readonly #parts: TransportParts;
  #open = true;
  #refused = 0;
  #heardAt: number;
  #pingedAt: number | null = null;

  constructor(webSocket: WebSocket, socket: Socket, parts: TransportParts) {
    this.transport = 'encrypted' in socket ? 'wss' : 'ws';
    this.id = `${this.transport}:${parts.nextNumber()}`;
    this.remoteAddress = plainAddress(socket.remoteAddress ?? '');
    this.remotePort = socket.remotePort ?? 0;
    this.local = { host: hostText(socket.localAddress ?? '127.0.0.1'), port: socket.localPort ?? 0 };
    this.#webSocket = webSocket;
    this.#parts = parts;
    this.#heardAt = parts.clock.now();
    this.#watch();
  }

  #watch(): void {
    this.#parts.counters.flowsOpened += 1;
    this.#parts.watched.add(this);
    this.#webSocket.on('message', (data) => this.#receive(data));
    this.#webSocket.on('pong', () => this.#heard());
    // ws closes by itself behind a protocol error
    this.#webSocket.on('error', () => {});
    this.#webSocket.on('close', () => this.#ended());
  }

  get open(): boolean {
    return this.#open;
  }

  send(bytes: Uint8Array, failed: () => void): void {
    if (!this.#open || this.#webSocket.readyState !== this.#webSocket.OPEN) return queueMicrotask(failed);
    // browsers' SIP stacks expect text; a body that is no UTF-8 can only go as binary
    this.#webSocket.send(bytes, { binary: !isUtf8(bytes) }, (fault) => {
      if (fault) failed();
    });
    if (this.#webSocket.bufferedAmount > this.#parts.limits.unsentBytes)
      this.#drop('the peer does not read what is sent to it');
  }

  close(): void {
    if (!this.#open) return;
    this.#webSocket.close(1000);
    this.#ended();
  }

  check(now: number): void {
    const silence = now - this.#heardAt;
    const { webSocketPing } = this.#parts.limits;
    if (silence > 2 * webSocketPing) return this.#drop('the peer does not answer pings');
    if (silence < webSocketPing || (this.#pingedAt !== null && now - this.#pingedAt < webSocketPing)) return;
    this.#pingedAt = now;
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#webSocket.ping();
  }

  #heard(): void {
    this.#heardAt = this.#parts.clock.now();
    this.#pingedAt = null;
  }

  #receive(data: RawData): void {
    if (!this.#open) return;
    this.#heard();
    const bytes = Buffer.isBuffer(data)
      ? data
      : Array.isArray(data)
        ? Buffer.concat(data)
        : Buffer.from(data);
    if (afterLeadingLines(bytes) === bytes.length) return this.#keepAlive(bytes.length);
    const read = parseMessage(bytes, this.#parts.messageLimits);
    this.#refused += read.ok ? 0 : 1;
    this.#parts.hearing.message(read, this);
    if (this.#refused > this.#parts.limits.refusedMessages) this.#drop('too many malformed messages');
  }

  #keepAlive(octets: number): void {
    this.#parts.counters.keepAlives += 1;
    if (octets === 4) this.#webSocket.send(PONG, () => {});
  }

  #drop(why: string): void {
    const { transport, remoteAddress: address } = this;
    this.#parts.warnSeldom('SIP connection closed', { transport, address, why });
    this.#webSocket.terminate();
    this.#ended();
  }

  #ended(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#parts.watched.delete(this);
    this.#parts.counters.flowsClosed += 1;
    this.#parts.hearing.closed(this);
  }
}
