import { minutes, type Instant, type Milliseconds } from '@ringside/shared/model/instant';
import { formatAuthentication, parseAuthentication } from '../message/challenge.ts';
import { headers } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import { algorithmNamed, digestResponse, sameSecret, type DigestAlgorithm } from './digest.ts';
import { createNonces, createNonceUse } from './nonces.ts';
import { sameResource } from './same-resource.ts';

/** Digest credentials as a request carries them; nothing about them is proven yet. */
export interface DigestCredentials {
  readonly userName: string;
  readonly realm: string;
  readonly algorithm: DigestAlgorithm;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly cnonce: string;
  /** eight hexadecimal digits */
  readonly nc: string;
}

/** H(user:realm:password) by algorithm; null where none is kept, and credentials with it are refused. */
export interface DigestSecrets {
  readonly ha1Sha256: string | null;
  readonly ha1Md5: string | null;
}

/** `stale`: the password is right but the nonce is too old or was used; challenge again and the peer need not ask its user. */
export type DigestVerdict = 'good' | 'stale' | 'wrong';

export interface DigestServer {
  /** Values for WWW-Authenticate or Proxy-Authenticate, one header field each, strongest first (RFC 8760 section 2.4). */
  challenges(now: Instant, stale: boolean, among?: readonly ('SHA-256' | 'MD5')[]): readonly string[];
  /** The first credentials for this realm that can be read. */
  credentialsIn(request: SipRequest, name: 'Authorization' | 'Proxy-Authorization'): DigestCredentials | null;
  /** `secrets` null for an unknown user: takes as long as a wrong password. */
  judge(
    credentials: DigestCredentials,
    secrets: DigestSecrets | null,
    request: SipRequest,
    now: Instant,
  ): DigestVerdict;
}

export interface DigestServerParts {
  readonly realm: string;
  /** 32 random octets, new with each start */
  readonly key: Uint8Array;
  /** a text that no other nonce has, e.g. 96 random bits */
  readonly chance: () => string;
  readonly algorithms?: readonly ('SHA-256' | 'MD5')[];
  readonly nonceLife?: Milliseconds;
}

const MOST_NONCES = 50_000;
/** No secret has this hash, for it is not hexadecimal. */
const NOBODY = 'x'.repeat(64);

export function createDigestServer(parts: DigestServerParts): DigestServer {
  const { realm, key, chance, algorithms = ['SHA-256', 'MD5'], nonceLife = minutes(5) } = parts;
  const nonces = createNonces(key, realm);
  const nonceUse = createNonceUse(nonceLife, MOST_NONCES);

  function nonceIsFresh({ nonce, nc }: DigestCredentials, now: Instant): boolean {
    const issuedAt = nonces.issuedAt(nonce);
    // one of a time to come was issued before the clock was set back
    if (issuedAt === null || issuedAt + nonceLife < now || issuedAt > now) return false;
    return nonceUse.use(nonce, issuedAt, Number.parseInt(nc, 16), now);
  }

  return {
    challenges: (now, stale, among = algorithms) =>
      among.map((algorithm) => challenge(realm, algorithm, nonces.issue(now, chance()), stale)),
    credentialsIn: (request, name) => {
      for (const value of headers(request, name)) {
        const credentials = parseDigestCredentials(value);
        if (credentials?.realm === realm && isOneOf(algorithms, credentials.algorithm)) return credentials;
      }
      return null;
    },
    judge: (credentials, secrets, request, now) => {
      const ha1 = credentials.algorithm === 'MD5' ? secrets?.ha1Md5 : secrets?.ha1Sha256;
      const right = answers(credentials, ha1 ?? NOBODY, request);
      if (!right || !ha1 || !sameResource(credentials.uri, request.uri)) return 'wrong';
      return nonceIsFresh(credentials, now) ? 'good' : 'stale';
    },
  };
}

const isOneOf = (algorithms: readonly DigestAlgorithm[], algorithm: DigestAlgorithm) =>
  algorithms.includes(algorithm);

function challenge(realm: string, algorithm: DigestAlgorithm, nonce: string, stale: boolean): string {
  const pairs: (readonly [string, string])[] = [
    ['realm', realm],
    ['nonce', nonce],
    ['algorithm', algorithm],
    ['qop', 'auth'],
  ];
  return formatAuthentication('challenge', stale ? [...pairs, ['stale', 'true']] : pairs);
}

function answers(credentials: DigestCredentials, ha1: string, { method, body }: SipRequest): boolean {
  const { algorithm, uri, nonce, nc, cnonce, response } = credentials;
  const expected = digestResponse({
    algorithm,
    ha1,
    method,
    uri,
    nonce,
    quality: { qop: 'auth', nc, cnonce },
    body,
  });
  return sameSecret(expected, response.toLowerCase());
}

const MOST_TEXT = 256;

/** Null unless it is Digest with qop=auth and everything that needs; without a count, replays could not be told. */
export function parseDigestCredentials(value: string): DigestCredentials | null {
  const parsed = parseAuthentication(value);
  if (parsed?.scheme !== 'digest' || parsed.pairs.get('qop')?.toLowerCase() !== 'auth') return null;
  const text = (name: string) => parsed.pairs.get(name) ?? '';
  const algorithm = algorithmNamed(parsed.pairs.get('algorithm'));
  const nc = text('nc');
  const credentials = {
    userName: text('username'),
    realm: text('realm'),
    nonce: text('nonce'),
    uri: text('uri'),
    response: text('response'),
    cnonce: text('cnonce'),
  };
  const complete = Object.values(credentials).every((one) => one !== '' && one.length <= MOST_TEXT);
  return complete && algorithm !== null && isCount(nc) ? { ...credentials, algorithm, nc } : null;
}

function isCount(nc: string): boolean {
  if (nc.length !== 8) return false;
  for (const character of nc) if (!'0123456789abcdefABCDEF'.includes(character)) return false;
  return true;
}
