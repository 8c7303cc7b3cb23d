import { createHash, timingSafeEqual } from 'node:crypto';

/** Algorithms of RFC 8760 that the gateway speaks, strongest first. */
export type DigestAlgorithm = 'SHA-256' | 'SHA-512-256' | 'MD5';

const HASHES: Readonly<Record<DigestAlgorithm, string>> = {
  'SHA-256': 'sha256',
  'SHA-512-256': 'sha512-256',
  MD5: 'md5',
};

/** Lower-case hexadecimal digest of a UTF-8 text or of octets. */
export function hashHex(algorithm: DigestAlgorithm, text: string | Uint8Array): string {
  return createHash(HASHES[algorithm]).update(text).digest('hex');
}

/** The algorithm of a challenge or of credentials; none named means MD5 (RFC 7616 section 3.3). */
export function algorithmNamed(name: string | undefined): DigestAlgorithm | null {
  const upper = (name ?? 'MD5').toUpperCase();
  return upper === 'SHA-256' || upper === 'SHA-512-256' || upper === 'MD5' ? upper : null;
}

export function ha1Of(algorithm: DigestAlgorithm, userName: string, realm: string, password: string): string {
  return hashHex(algorithm, `${userName}:${realm}:${password}`);
}

/** What a response is computed over (RFC 7616 section 3.4.1). */
export interface DigestQuestion {
  readonly algorithm: DigestAlgorithm;
  readonly ha1: string;
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  /** null for a peer of RFC 2069 */
  readonly quality: {
    readonly qop: 'auth' | 'auth-int';
    readonly nc: string;
    readonly cnonce: string;
  } | null;
  /** read for auth-int only */
  readonly body: Uint8Array;
}

export function digestResponse(question: DigestQuestion): string {
  const { algorithm, ha1, method, uri, nonce, quality, body } = question;
  const overBody = quality?.qop === 'auth-int' ? `:${hashHex(algorithm, body)}` : '';
  const ha2 = hashHex(algorithm, `${method}:${uri}${overBody}`);
  if (quality === null) return hashHex(algorithm, `${ha1}:${nonce}:${ha2}`);
  return hashHex(algorithm, `${ha1}:${nonce}:${quality.nc}:${quality.cnonce}:${quality.qop}:${ha2}`);
}

/** Compares without telling by its duration where the texts differ. */
export function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(one, 'utf8');
  const right = Buffer.from(other, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}
