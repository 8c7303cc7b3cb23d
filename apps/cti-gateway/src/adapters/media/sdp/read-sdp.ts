import { isIP } from 'node:net';
import type { Direction } from '../../../ports/media-engine.ts';
import type { Fingerprint } from '../dtls/identity.ts';
import type { IceCredentials } from '../ice/ice-lite.ts';

/** What the engine takes from a session description (RFC 8866). Anything else in it is passed over. */
export interface SessionDescription {
  readonly media: readonly MediaSection[];
  /** members of a=group:BUNDLE (RFC 9143) */
  readonly bundle: readonly string[];
}

export interface MediaSection {
  readonly kind: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  /** c=, the section's own or the session's */
  readonly address: string | null;
  readonly direction: Direction;
  /** "PCMU/8000" by payload type */
  readonly codecs: ReadonlyMap<number, string>;
  readonly mid: string | null;
  readonly rtcpPort: number | null;
  readonly rtcpMux: boolean;
  readonly ice: IceCredentials | null;
  readonly fingerprints: readonly Fingerprint[];
  readonly setup: string | null;
}

const MAX_LENGTH = 32_768;
const MAX_LINES = 1_024;
const MAX_LINE = 2_048;
const MAX_SECTIONS = 16;
const MAX_FORMATS = 64;
const MAX_FINGERPRINTS = 8;

/** RFC 3551 table 4: payload types that need no a=rtpmap. */
const STATIC_CODECS: ReadonlyMap<number, string> = new Map([
  [0, 'PCMU/8000'],
  [8, 'PCMA/8000'],
]);

interface Attributes {
  address: string | null;
  direction: Direction | null;
  fragment: string | null;
  password: string | null;
  readonly fingerprints: Fingerprint[];
  setup: string | null;
}

interface Section extends Attributes {
  readonly kind: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly codecs: Map<number, string>;
  mid: string | null;
  rtcpPort: number | null;
  rtcpMux: boolean;
}

const noAttributes = (): Attributes => ({
  address: null,
  direction: null,
  fragment: null,
  password: null,
  fingerprints: [],
  setup: null,
});

/** Digits only, at most `max`; null for anything else. */
export const readNumber = (text: string | undefined, max: number): number | null => {
  if (!text || text.length > 10) return null;
  for (const letter of text) if (letter < '0' || letter > '9') return null;
  const value = Number(text);
  return value <= max ? value : null;
};

/** m=audio 49170 RTP/AVP 0 8; null when it can't be understood. */
const readMediaLine = (value: string): Section | null => {
  const [kind, portText, protocol, ...formats] = value.split(' ').filter((word) => word !== '');
  const port = readNumber(portText?.split('/')[0], 65_535);
  if (!kind || port === null || !protocol || formats.length > MAX_FORMATS) return null;
  return {
    ...noAttributes(),
    kind,
    port,
    protocol,
    formats,
    codecs: new Map(),
    mid: null,
    rtcpPort: null,
    rtcpMux: false,
  };
};

/** c=IN IP4 192.0.2.1; null when it is not an address (names are not looked up). */
const readConnection = (value: string): string | null => {
  const [network, , address = ''] = value.split(' ');
  const [bare = ''] = address.split('/');
  return network === 'IN' && isIP(bare) ? bare : null;
};

const readFingerprint = (value: string): Fingerprint | null => {
  const [hash = '', digits = ''] = value.split(' ');
  const name = hash.toLowerCase();
  if (name !== 'sha-256' && name !== 'sha-384' && name !== 'sha-512') return null;
  return { hash: name, value: digits.toUpperCase() };
};

const readSharedAttribute = (into: Attributes, name: string, value: string): void => {
  switch (name) {
    case 'sendrecv':
    case 'sendonly':
    case 'recvonly':
    case 'inactive':
      into.direction = name;
      return;
    case 'ice-ufrag':
      into.fragment = value;
      return;
    case 'ice-pwd':
      into.password = value;
      return;
    case 'setup':
      into.setup = value;
      return;
    case 'fingerprint': {
      const fingerprint = readFingerprint(value);
      if (fingerprint && into.fingerprints.length < MAX_FINGERPRINTS) into.fingerprints.push(fingerprint);
      return;
    }
    default:
  }
};

const readCodec = (into: Section, value: string): void => {
  const [typeText, encoding = ''] = value.split(' ');
  const type = readNumber(typeText, 127);
  if (type === null) return;
  const [name = '', clock = '', channels = '1'] = encoding.split('/');
  if (channels === '1') into.codecs.set(type, `${name.toUpperCase()}/${clock}`);
};

const readSectionAttribute = (into: Section, name: string, value: string): void => {
  if (name === 'rtpmap') readCodec(into, value);
  else if (name === 'mid') into.mid = value;
  else if (name === 'rtcp-mux') into.rtcpMux = true;
  else if (name === 'rtcp') into.rtcpPort = readNumber(value.split(' ')[0], 65_535);
  else readSharedAttribute(into, name, value);
};

const finish = (section: Section, session: Attributes): MediaSection => {
  const fragment = section.fragment ?? session.fragment;
  const password = section.password ?? session.password;
  const { kind, port, protocol, formats, mid, rtcpPort, rtcpMux } = section;
  return {
    kind,
    port,
    protocol,
    formats,
    mid,
    rtcpPort,
    rtcpMux,
    address: section.address ?? session.address,
    direction: section.direction ?? session.direction ?? 'sendrecv',
    codecs: new Map([...STATIC_CODECS, ...section.codecs]),
    ice: fragment && password ? { fragment, password } : null,
    fingerprints: section.fingerprints.length > 0 ? section.fingerprints : session.fingerprints,
    setup: section.setup ?? session.setup,
  };
};

const splitLines = (text: string): readonly string[] | null => {
  if (text.length > MAX_LENGTH) return null;
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return lines.length <= MAX_LINES && lines.every((line) => line.length <= MAX_LINE) ? lines : null;
};

/** Null for text that is no session description or goes beyond the limits. */
export const readSdp = (text: string): SessionDescription | null => {
  const lines = splitLines(text);
  if (!lines || lines[0] !== 'v=0') return null;
  const session = noAttributes();
  const sections: Section[] = [];
  let bundle: readonly string[] = [];
  for (const line of lines) {
    const section = sections.at(-1);
    const value = line.slice(2);
    const [name, rest] = splitOnce(value, ':');
    if (line.startsWith('m=')) {
      const next = readMediaLine(value);
      if (!next || sections.length >= MAX_SECTIONS) return null;
      sections.push(next);
    } else if (line.startsWith('c=')) {
      (section ?? session).address = readConnection(value);
    } else if (line.startsWith('a=')) {
      if (section) readSectionAttribute(section, name, rest);
      else if (name === 'group' && rest.startsWith('BUNDLE ')) bundle = rest.split(' ').slice(1);
      else readSharedAttribute(session, name, rest);
    }
  }
  return sections.length > 0 ? { media: sections.map((section) => finish(section, session)), bundle } : null;
};

const splitOnce = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};
