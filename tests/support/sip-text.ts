import { createHash, randomBytes } from 'node:crypto';

/** Just enough SIP for a well-behaved test peer; it shares no code with the gateway, so that neither hides the other's faults. */
export interface Received {
  readonly start: string;
  /** status of a response, 0 for a request */
  readonly status: number;
  readonly method: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

export function readSip(text: string): Received {
  const split = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, split < 0 ? undefined : split).split('\r\n');
  const start = lines[0] ?? '';
  const headers = new Map<string, string[]>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = canonical(line.slice(0, colon).trim().toLowerCase());
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  const response = start.startsWith('SIP/2.0 ');
  const cseq = headers.get('cseq')?.[0] ?? '';
  return {
    start,
    status: response ? Number(start.slice(8, 11)) : 0,
    method: response ? (cseq.split(' ')[1] ?? '') : start.slice(0, start.indexOf(' ')),
    headers,
    body: split < 0 ? '' : text.slice(split + 4),
  };
}

const compact: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
  c: 'content-type',
};
const canonical = (name: string): string => compact[name] ?? name;

export const first = (message: Received, name: string): string => message.headers.get(name)?.[0] ?? '';

export function writeSip(start: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  if (body) lines.push('Content-Type: application/sdp');
  return `${start}\r\n${lines.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A response that copies what must be copied (RFC 3261 section 8.2.6). */
export function replyTo(
  request: Received,
  status: string,
  toTag: string,
  more: readonly (readonly [string, string])[] = [],
  body = '',
): string {
  const copy = ['via', 'record-route', 'from', 'call-id', 'cseq'].flatMap((name) =>
    (request.headers.get(name) ?? []).map((value) => [name, value] as const),
  );
  const to = first(request, 'to');
  return writeSip(
    `SIP/2.0 ${status}`,
    [...copy, ['To', to.includes(';tag=') ? to : `${to};tag=${toTag}`], ...more],
    body,
  );
}

export const token = (): string => randomBytes(8).toString('hex');
export const branch = (): string => `z9hG4bK${token()}`;
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Answers the MD5 challenge among those given (RFC 2617 with qop=auth). */
export function authorization(
  challenges: readonly string[],
  login: { userName: string; secret: string; method: string; uri: string },
): string {
  const challenge = challenges.find((text) => !/algorithm=(?!"?MD5\b)/i.test(text));
  if (!challenge) throw new Error(`No MD5 challenge among: ${challenges.join(' | ')}`);
  const value = (name: string): string => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1] ?? '';
  const [realm, nonce, cnonce] = [value('realm'), value('nonce'), token()];
  const ha1 = md5(`${login.userName}:${realm}:${login.secret}`);
  const ha2 = md5(`${login.method}:${login.uri}`);
  const response = md5(`${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}`);
  const opaque = value('opaque');
  return `Digest username="${login.userName}", realm="${realm}", nonce="${nonce}", uri="${login.uri}", response="${response}", algorithm=MD5, cnonce="${cnonce}", qop=auth, nc=00000001${opaque ? `, opaque="${opaque}"` : ''}`;
}

/** A G.711 description that sends to and listens at one port. */
export const sdpAt = (port: number): string =>
  [
    'v=0',
    `o=- ${port} 1 IN IP4 127.0.0.1`,
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP 0 8 101`,
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-15',
    'a=sendrecv',
    '',
  ].join('\r\n');
