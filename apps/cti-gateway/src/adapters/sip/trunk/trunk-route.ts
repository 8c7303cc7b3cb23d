import { nextHop } from '../dialog/request-within.ts';
import type { SessionRoute } from '../dialog/session-parts.ts';
import { parseUri } from '../message/uri.ts';
import type { Flow, SipStack, Target } from '../stack.ts';
import type { Admission } from './admission.ts';
import type { TrunkSettings, TrunkTransport } from './trunk-settings.ts';

/** Where a trunk's end of a call was last seen; outlives the connection. */
export interface TrunkPlace {
  readonly transport: TrunkTransport;
  readonly host: string;
  readonly port: number;
}

/**
 * The way to a trunk's end of a call: its connection while that is open (RFC 5923), else the next hop that the dialog
 * names when that is the trunk's own, else where its requests came from. A Contact can't send us to anybody else.
 */
export function trunkRoute(
  stack: SipStack,
  admission: Admission,
  { trunk, flow, place }: { trunk: TrunkSettings; flow: Flow | null; place: TrunkPlace },
): SessionRoute & { first(): Target } {
  const there: Target = { to: 'address', ...place };
  const first = (): Target => (flow?.open ? { to: 'flow', flow } : there);
  return {
    first,
    target(dialog) {
      if (flow?.open && flow.transport !== 'udp') return { to: 'flow', flow };
      const hop = parseUri(nextHop(dialog));
      if (!hop.ok || hop.value.scheme === 'tel' || !admission.owns(trunk, hop.value.host)) return first();
      const { host, port } = hop.value;
      const address = unbracketed(host);
      const at = port ?? (place.transport === 'tls' ? 5_061 : 5_060);
      if (flow?.open && flow.remoteAddress === address && flow.remotePort === at) return { to: 'flow', flow };
      return { to: 'address', transport: place.transport, host: address, port: at };
    },
    contact: () => contactFor(stack, first()),
  };
}

/** Our Contact towards a target (RFC 3261 section 8.1.1.8). */
export function contactFor(stack: SipStack, target: Target): string {
  const { host, port, transport } = stack.localAddress(target);
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const parameter = transport === 'udp' ? '' : `;transport=${transport}`;
  return `<sip:ringside@${name}:${port}${parameter}>`;
}

const unbracketed = (host: string): string => (host.startsWith('[') ? host.slice(1, -1) : host);
