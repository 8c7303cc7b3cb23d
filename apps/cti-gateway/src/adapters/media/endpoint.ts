import { randomInt } from 'node:crypto';
import type { Direction, EndpointKind } from '../../ports/media-engine.ts';
import type { Leg } from './leg.ts';
import type { RtpTransport } from './rtp/rtp-transport.ts';
import type { StreamPosition } from './rtp/outgoing-stream.ts';
import type { Negotiated } from './sdp/negotiate.ts';
import {
  common,
  mirrored,
  type LocalSession,
  type RemoteSession,
  type Secure,
  type Slot,
} from './sdp/session.ts';
import { writeSdp } from './sdp/write-sdp.ts';
import type { WebRtcTransport } from './webrtc-transport.ts';

export type Carrier =
  | { readonly kind: 'rtp'; readonly transport: RtpTransport }
  | { readonly kind: 'webrtc'; readonly transport: WebRtcTransport };

/** A leg with its session and the way its packets go. */
export interface Endpoint {
  readonly leg: Leg;
  readonly carrier: Carrier;
  /** what the switch wants, before the peer's wish narrows it */
  readonly wanted: Direction;
  readonly local: LocalSession;
  readonly remote: RemoteSession | null;
}

const OFFERED_EVENT = 101;

const PROTOCOL: Readonly<Record<EndpointKind, string>> = { rtp: 'RTP/AVP', webrtc: 'UDP/TLS/RTP/SAVPF' };

/** RFC 3550 §5.1: SSRC, first sequence number and first timestamp are random. */
export const randomPosition = (): StreamPosition => ({
  ssrc: randomInt(1, 2 ** 32 - 1),
  sequence: randomInt(0, 2 ** 15),
  timestamp: randomInt(0, 2 ** 32 - 1),
});

const offeredSlots = (kind: EndpointKind): readonly Slot[] => [
  { use: 'audio', protocol: PROTOCOL[kind], mid: kind === 'webrtc' ? '0' : null },
];

/** The session before anything has been agreed: both laws, one event type. */
export const firstSession = (
  kind: EndpointKind,
  place: { readonly address: string; readonly port: number },
  ssrc: number,
  secure: Secure | null,
): LocalSession => ({
  id: String(randomInt(1, 2 ** 47)),
  version: 0,
  ...place,
  direction: 'sendrecv',
  slots: offeredSlots(kind),
  payloads: [
    { codec: 'PCMU', type: 0 },
    { codec: 'PCMA', type: 8 },
  ],
  eventType: OFFERED_EVENT,
  ssrc,
  secure,
  bundled: kind === 'webrtc',
});

/** What both sides could speak is what a leg goes on offering. */
const agreedPayloads = (kind: EndpointKind, remote: RemoteSession): LocalSession['payloads'] =>
  // A trunk gets one law, so that it never has to follow a change in mid-call; browsers take both.
  kind === 'rtp' ? remote.payloads.slice(0, 1) : remote.payloads;

/** Our session after the peer's offer: its m-lines, its payload types, its direction seen from here. */
export const answering = (endpoint: Endpoint, negotiated: Negotiated): Endpoint => {
  const { remote, slots, bundled } = negotiated;
  const { local, carrier, wanted } = endpoint;
  const secure =
    local.secure && carrier.kind === 'webrtc' ? securedBy(carrier.transport, local.secure, 'passive') : null;
  return {
    ...endpoint,
    remote,
    local: {
      ...local,
      version: local.version + 1,
      direction: common(wanted, mirrored(remote.direction)),
      slots,
      bundled,
      payloads: agreedPayloads(carrier.kind, remote),
      eventType: remote.eventType,
      secure,
    },
  };
};

/** Our session when we offer anew. */
export const offering = (endpoint: Endpoint, wanted: Direction): Endpoint => {
  const { local, carrier } = endpoint;
  const secure =
    local.secure && carrier.kind === 'webrtc' ? securedBy(carrier.transport, local.secure, 'actpass') : null;
  return { ...endpoint, wanted, local: { ...local, version: local.version + 1, direction: wanted, secure } };
};

/** Our session once the peer answered our offer. */
export const answered = (endpoint: Endpoint, { remote }: Negotiated): Endpoint => ({
  ...endpoint,
  remote,
  local: { ...endpoint.local, direction: common(endpoint.wanted, mirrored(remote.direction)) },
});

const securedBy = (transport: WebRtcTransport, secure: Secure, setup: Secure['setup']): Secure => ({
  ...secure,
  ice: transport.credentials(),
  setup,
});

/** Lets leg and transport follow what was agreed. */
export const follow = ({ leg, carrier, local, remote }: Endpoint): void => {
  if (!remote) return;
  leg.agree(local, remote);
  carrier.transport.follow(remote);
};

export const describe = ({ local }: Endpoint): string => writeSdp(local);
