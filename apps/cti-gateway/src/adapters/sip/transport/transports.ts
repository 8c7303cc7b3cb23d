import { seconds } from '@ringside/shared/model/instant';
import { parameter } from '../message/parameter.ts';
import type { Via } from '../message/via.ts';
import type { Target, Transport } from '../stack.ts';
import { defaultPort, type HostPort, type ListenerSpec } from './listener.ts';
import { liveFlow, type LiveFlow } from './live-flow.ts';
import { withoutBrackets } from './listener.ts';
import { localHostTowards } from './local-host.ts';
import { createOutgoingConnections } from './outgoing-connections.ts';
import { StreamListener, type StreamListenerSpec } from './stream-listener.ts';
import type { TransportParts } from './transport-parts.ts';
import { UdpFlow, UdpListener } from './udp-listener.ts';

export interface Transports {
  listen(): Promise<void>;
  close(): Promise<void>;
  /** The flow to send to; a connection is opened when there is none. Null when no listener of that transport can reach it. */
  flowTo(target: Target): LiveFlow | null;
  localAddress(target: Target): HostPort & { readonly transport: Transport };
  /** Sends a response to where its request came from (RFC 3261 section 18.2.2, RFC 3581 section 4). */
  sendResponse(flow: LiveFlow, via: Via, bytes: Uint8Array, failed: () => void): void;
  readonly listening: readonly string[];
}

export interface TransportsParts extends TransportParts {
  readonly listeners: readonly ListenerSpec[];
  /** certificates of authorities, PEM, trusted for TLS to trunks instead of the system's */
  readonly trustedAuthorities?: readonly string[];
}

const CHECK_EVERY = seconds(1);

export function createTransports(parts: TransportsParts): Transports {
  const udp = parts.listeners
    .filter(({ transport }) => transport === 'udp')
    .map((spec) => new UdpListener(spec, parts));
  const streams = parts.listeners.filter(isStream).map((spec) => new StreamListener(spec, parts));
  const outgoing = createOutgoingConnections({ ...parts, localTowards: streamLocal });
  let stopChecking = () => {};
  let closed = false;

  function checkConnections(): void {
    const now = parts.clock.now();
    for (const one of parts.watched) one.check(now);
    stopChecking = parts.clock.after(CHECK_EVERY, checkConnections);
  }

  function udpFlow(host: string, port: number): LiveFlow | null {
    return udp.find((listener) => listener.reaches(host))?.flowTo(host, port) ?? null;
  }

  function streamFlow(transport: 'tcp' | 'tls', host: string, port: number): LiveFlow | null {
    return closed ? null : outgoing.to(transport, host, port);
  }

  /** A peer that must connect back (section 18.2.2) finds us at our listener, so that is what we say even on a connection of our own. */
  function streamLocal(transport: 'tcp' | 'tls', address: string): HostPort {
    const listener = streams.find(({ spec }) => spec.transport === transport);
    return (
      listener?.localTowards(address) ?? { host: localHostTowards(address), port: defaultPort(transport) }
    );
  }

  function flowTo(target: Target): LiveFlow | null {
    if (target.to === 'flow') return liveFlow(target.flow);
    return target.transport === 'udp'
      ? udpFlow(target.host, target.port)
      : streamFlow(target.transport, target.host, target.port);
  }

  return {
    async listen() {
      const results = await Promise.allSettled([...udp, ...streams].map((listener) => listener.listen()));
      const fault = results.find((result) => result.status === 'rejected');
      if (fault === undefined) return checkConnections();
      await this.close();
      throw fault.reason;
    },
    async close() {
      closed = true;
      stopChecking();
      for (const one of parts.watched) one.close();
      await Promise.all([...udp, ...streams].map((listener) => listener.close()));
    },
    flowTo,
    localAddress(target) {
      if (target.to === 'flow') return { ...liveFlow(target.flow).local, transport: target.flow.transport };
      const { transport, host, port } = target;
      const local =
        transport === 'udp' ? udpFlow(host, port)?.local : streamLocal(transport, withoutBrackets(host));
      return { ...(local ?? { host: localHostTowards(host), port: defaultPort(transport) }), transport };
    },
    sendResponse(flow, via, bytes, failed) {
      const way = responseFlow(flow, via);
      if (way === null) queueMicrotask(failed);
      else way.send(bytes, failed);
    },
    get listening() {
      return [...udp, ...streams].map(({ spec, port }) => `${spec.transport}:${spec.address}:${port}`);
    },
  };

  function responseFlow(flow: LiveFlow, via: Via): LiveFlow | null {
    if (flow.transport === 'udp') return udpResponseFlow(flow, via);
    if (flow.open || flow.transport === 'ws' || flow.transport === 'wss') return flow;
    return streamFlow(flow.transport, flow.remoteAddress, via.port ?? defaultPort(flow.transport));
  }

  /** Without rport the answer goes to the port in Via, at the address that the request came from; maddr would let anybody point us at others. */
  function udpResponseFlow(flow: LiveFlow, via: Via): LiveFlow | null {
    const port = via.port ?? defaultPort('udp');
    if (parameter(via, 'rport') !== undefined || port === flow.remotePort) return flow;
    return flow instanceof UdpFlow ? flow.atPort(port) : flow;
  }
}

const isStream = (spec: ListenerSpec): spec is StreamListenerSpec => spec.transport !== 'udp';
