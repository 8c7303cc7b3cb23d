/** One address that SIP listens on. WebSockets come in through the HTTP server instead. */
export type ListenerSpec = {
  /** IP address; 0.0.0.0 or :: for all */
  readonly address: string;
  /** 0 lets the system choose (tests) */
  readonly port: number;
  /** what peers are told in Via and Contact when it is not `address`, e.g. the public side of a NAT */
  readonly advertise?: string;
} & (
  | { readonly transport: 'udp' | 'tcp' }
  | { readonly transport: 'tls'; readonly tls: { readonly key: string; readonly cert: string } }
);

/** Host and port as they stand in Via and Contact; an IPv6 host has brackets. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** An IP address as a host in SIP: IPv6 in brackets, IPv4 over an IPv6 socket as IPv4. */
export function hostText(address: string): string {
  const plain = plainAddress(address);
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]` : plain;
}

/** Without the IPv6 wrapping of an IPv4 address and without a zone. */
export function plainAddress(address: string): string {
  const zone = address.indexOf('%');
  const bare = zone === -1 ? address : address.slice(0, zone);
  return bare.startsWith('::ffff:') && bare.includes('.') ? bare.slice(7) : bare;
}

/** `[::1]` as ::1, for sockets. */
export const withoutBrackets = (host: string): string => (host.startsWith('[') ? host.slice(1, -1) : host);

export const defaultPort = (transport: string): number => (transport.toLowerCase() === 'tls' ? 5061 : 5060);
