import type { ListenerSpec } from './listener.ts';

/** A listener could not be opened; the message says which, why, and what to do. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault';
  readonly transport: string;
  readonly address: string;
  readonly port: number;
  /** the system's code, e.g. EADDRINUSE */
  readonly code: string;

  constructor(
    { transport, address, port }: Pick<ListenerSpec, 'transport' | 'address' | 'port'>,
    cause: unknown,
  ) {
    const code = codeOf(cause);
    const where = `${transport.toUpperCase()} ${address} port ${port}`;
    super(`SIP can't listen on ${where}: ${reasonFor(code, port)}`, { cause });
    this.transport = transport;
    this.address = address;
    this.port = port;
    this.code = code;
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';
}

function reasonFor(code: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'another program uses that port (EADDRINUSE), so no trunk can reach the gateway there. Stop that program, or give this listener another port in the configuration.';
    case 'EACCES':
      return `this user may not open port ${port} (EACCES); ports under 1024 need a privilege. Choose a port from 1024 on, or grant the service CAP_NET_BIND_SERVICE.`;
    case 'EADDRNOTAVAIL':
      return 'this machine does not have that address (EADDRNOTAVAIL). Set the address of this listener to one of its own, or to 0.0.0.0 for all.';
    case 'EAFNOSUPPORT':
      return 'this machine has no such kind of address, IPv6 perhaps being off (EAFNOSUPPORT). Set the address of this listener to an IPv4 one.';
    default:
      return `the system refused (${code}). Check the address and port of this listener, and for TLS its key and certificate.`;
  }
}
