import { connect, isIP } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { HostPort } from './listener.ts';
import { withoutBrackets } from './listener.ts';
import { StreamFlow } from './stream-flow.ts';
import type { TransportParts } from './transport-parts.ts';

/** Connections that we open, one for each peer, used again as long as they are open (RFC 3261 section 18.1.1). */
export interface OutgoingConnections {
  /** Null when there are as many as may be. What is sent on a connection that is being opened waits for it. */
  to(transport: 'tcp' | 'tls', host: string, port: number): StreamFlow | null;
}

export interface OutgoingParts extends TransportParts {
  /** what the peer is told about where we listen */
  readonly localTowards: (transport: 'tcp' | 'tls', address: string) => HostPort;
  /** certificates of authorities, PEM, trusted instead of the system's */
  readonly trustedAuthorities?: readonly string[];
}

export function createOutgoingConnections(parts: OutgoingParts): OutgoingConnections {
  const opened = new Map<string, StreamFlow>();

  function open(transport: 'tcp' | 'tls', address: string, port: number, forget: () => void): StreamFlow {
    const socket =
      transport === 'tls'
        ? connectSecurely(secureOptions(address, port))
        : connect({ host: address, port, lookup: parts.lookUp });
    const late = parts.clock.after(parts.limits.connectWithin, () => void socket.destroy());
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', late);
    socket.once('close', () => {
      late();
      forget();
    });
    const local = () => parts.localTowards(transport, address);
    return new StreamFlow(
      { transport, socket, remoteAddress: address, remotePort: port, local, accepted: false },
      parts,
    );
  }

  function secureOptions(host: string, port: number) {
    const { trustedAuthorities, lookUp } = parts;
    const name = isIP(host) === 0 ? { servername: host } : {};
    const trust = trustedAuthorities === undefined ? {} : { ca: [...trustedAuthorities] };
    return { host, port, lookup: lookUp, minVersion: 'TLSv1.2', ...name, ...trust } as const;
  }

  return {
    to(transport, host, port) {
      const key = `${transport} ${host} ${port}`;
      const known = opened.get(key);
      if (known?.open) return known;
      if (opened.size >= parts.limits.connections) return null;
      const flow = open(transport, withoutBrackets(host), port, () => {
        if (opened.get(key) === flow) opened.delete(key);
      });
      opened.set(key, flow);
      return flow;
    },
  };
}
