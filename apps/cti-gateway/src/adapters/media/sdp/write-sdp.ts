import { isIPv6 } from 'node:net';
import type { LocalSession, Slot } from './session.ts';

const PTIME_MS = 20;
/** RFC 8445 §5.1.2.1: a host candidate (126), the only one, component 1. */
const HOST_PRIORITY = 126 * 2 ** 24 + 65_535 * 2 ** 8 + 255;

const network = (address: string): string => `IN ${isIPv6(address) ? 'IP6' : 'IP4'} ${address}`;

const codecLines = (session: LocalSession): readonly string[] => [
  ...session.payloads.map(({ codec, type }) => `a=rtpmap:${type} ${codec}/8000`),
  ...(session.eventType === null
    ? []
    : [`a=rtpmap:${session.eventType} telephone-event/8000`, `a=fmtp:${session.eventType} 0-15`]),
  `a=ptime:${PTIME_MS}`,
];

/** RFC 8829 §5.2.1 as far as one audio section over ICE lite and DTLS-SRTP needs it. */
const secureLines = (session: LocalSession): readonly string[] => {
  const { secure, address, port, ssrc } = session;
  if (!secure) return [];
  return [
    `a=ice-ufrag:${secure.ice.fragment}`,
    `a=ice-pwd:${secure.ice.password}`,
    `a=fingerprint:${secure.fingerprint.hash} ${secure.fingerprint.value}`,
    `a=setup:${secure.setup}`,
    'a=rtcp-mux',
    'a=msid:ringside audio',
    `a=ssrc:${ssrc} cname:ringside`,
    `a=candidate:1 1 udp ${HOST_PRIORITY} ${address} ${port} typ host`,
    'a=end-of-candidates',
  ];
};

const midLine = (mid: string | null): readonly string[] => (mid === null ? [] : [`a=mid:${mid}`]);

const audioLines = (session: LocalSession, protocol: string, mid: string | null): readonly string[] => {
  const types = session.payloads.map(({ type }) => type);
  const formats = session.eventType === null ? types : [...types, session.eventType];
  return [
    `m=audio ${session.port} ${protocol} ${formats.join(' ')}`,
    `c=${network(session.address)}`,
    ...midLine(mid),
    ...codecLines(session),
    `a=${session.direction}`,
    ...secureLines(session),
  ];
};

const slotLines = (session: LocalSession, slot: Slot): readonly string[] => {
  if (slot.use === 'audio') return audioLines(session, slot.protocol, slot.mid);
  const formats = slot.formats.length > 0 ? slot.formats : ['0'];
  return [`m=${slot.kind} 0 ${slot.protocol} ${formats.join(' ')}`, ...midLine(slot.mid)];
};

const bundleLine = ({ bundled, slots }: LocalSession): readonly string[] => {
  const mid = slots.find((slot) => slot.use === 'audio')?.mid;
  return bundled && mid ? [`a=group:BUNDLE ${mid}`] : [];
};

/** The session as text (RFC 8866), lines ended by CRLF. */
export const writeSdp = (session: LocalSession): string =>
  [
    'v=0',
    `o=- ${session.id} ${session.version} ${network(session.address)}`,
    's=-',
    `c=${network(session.address)}`,
    't=0 0',
    ...(session.secure ? ['a=ice-lite', 'a=msid-semantic: WMS *'] : []),
    ...bundleLine(session),
    ...session.slots.flatMap((slot) => slotLines(session, slot)),
    '',
  ].join('\r\n');
