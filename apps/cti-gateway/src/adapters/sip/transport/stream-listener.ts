import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { ListenFault } from './listen-fault.ts';
import { hostText, plainAddress, type HostPort, type ListenerSpec } from './listener.ts';
import { isWildcard, localHostTowards } from './local-host.ts';
import { StreamFlow } from './stream-flow.ts';
import type { TransportParts } from './transport-parts.ts';

const HANDSHAKE_MS = 10_000;

export type StreamListenerSpec = ListenerSpec & { readonly transport: 'tcp' | 'tls' };

/** Accepts TCP or TLS connections on one address. */
export class StreamListener {
  readonly spec: StreamListenerSpec;
  readonly #parts: TransportParts;
  #server: Server | null = null;
  readonly #handshaking = new Set<Socket>();
  #port: number;

  constructor(spec: StreamListenerSpec, parts: TransportParts) {
    this.spec = spec;
    this.#parts = parts;
    this.#port = spec.port;
  }

  get port(): number {
    return this.#port;
  }

  listen(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (cause: unknown) => reject(new ListenFault(this.spec, cause));
    try {
      this.#server = this.#createServer();
    } catch (cause) {
      fail(cause);
      return promise;
    }
    const server = this.#server;
    server.once('error', fail);
    server.listen({ host: this.spec.address, port: this.spec.port, backlog: 1_024, exclusive: true }, () => {
      server.off('error', fail);
      server.on('error', (cause) =>
        this.#parts.log.error('SIP listener failed', {
          transport: this.spec.transport,
          port: this.#port,
          cause,
        }),
      );
      this.#port = (server.address() as AddressInfo).port;
      resolve();
    });
    return promise;
  }

  #createServer(): Server {
    const { spec } = this;
    if (spec.transport === 'tcp') return createTcpServer((socket) => this.#enter(socket, socket));
    const options = { ...spec.tls, minVersion: 'TLSv1.2', handshakeTimeout: HANDSHAKE_MS } as const;
    const server = createTlsServer(options, (socket) => this.#secured(socket));
    // the place is taken before the handshake, for that costs the most
    server.on('connection', (socket) => this.#admit(socket));
    server.on('tlsClientError', (_fault, socket) => socket.destroy());
    return server;
  }

  close(): Promise<void> {
    const server = this.#server;
    if (server === null || !server.listening) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    for (const socket of this.#handshaking) socket.destroy();
    return promise;
  }

  /** Takes a place for a connection until it ends; false and destroyed when there is none. */
  #admit(socket: Socket): boolean {
    socket.on('error', () => {});
    const { remoteAddress, remotePort } = socket;
    const { census, counters } = this.#parts;
    if (remoteAddress === undefined || !remotePort || !census.enter(plainAddress(remoteAddress))) {
      counters.flowsRefused += 1;
      socket.destroy();
      return false;
    }
    this.#handshaking.add(socket);
    socket.once('close', () => {
      this.#handshaking.delete(socket);
      census.leave(plainAddress(remoteAddress));
    });
    return true;
  }

  #enter(connection: Socket, socket: Socket): void {
    if (this.#admit(connection)) this.#open(socket);
  }

  #secured(socket: TLSSocket): void {
    socket.on('error', () => {});
    if (socket.destroyed || socket.remoteAddress === undefined) return;
    this.#open(socket);
  }

  #open(socket: Socket): void {
    this.#handshaking.delete(socket);
    const { remoteAddress = '', remotePort = 0, localAddress = this.spec.address } = socket;
    const local = { host: this.spec.advertise ?? hostText(localAddress), port: this.#port };
    const { transport } = this.spec;
    void new StreamFlow(
      {
        transport,
        socket,
        remoteAddress: plainAddress(remoteAddress),
        remotePort,
        local: () => local,
        accepted: true,
      },
      this.#parts,
    );
  }

  /** Where peers reach this listener, as seen from a host we connect to. */
  localTowards(address: string): HostPort {
    const { advertise, address: bound } = this.spec;
    return {
      host: advertise ?? (isWildcard(bound) ? localHostTowards(address) : hostText(bound)),
      port: this.#port,
    };
  }
}
