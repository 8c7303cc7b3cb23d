import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** The certificate the gateway shows in DTLS; its fingerprint in the SDP is what makes it trusted (RFC 8122). */
export interface Identity {
  readonly privateKey: KeyObject;
  readonly certificate: Buffer;
  readonly fingerprint: Fingerprint;
}

export interface Fingerprint {
  readonly hash: 'sha-256' | 'sha-384' | 'sha-512';
  /** pairs of upper-case hexadecimal digits with colons between */
  readonly value: string;
}

export const fingerprintOf = (certificate: Buffer, hash: Fingerprint['hash']): Fingerprint => {
  const digits = createHash(hash.replace('-', '')).update(certificate).digest('hex').toUpperCase();
  return {
    hash,
    value: Array.from({ length: digits.length / 2 }, (_, at) => digits.slice(at * 2, at * 2 + 2)).join(':'),
  };
};

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  if (body.length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, body.length]), body]);
  return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 0xff]), body]);
};

const SEQUENCE = 0x30;
const SET = 0x31;
/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256 (RFC 5758 §3.2) */
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
/** 2.5.4.3, common name */
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'));

const name = (text: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(text)))));

const utcTime = (at: Date): Buffer => {
  const digits = at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
};

const YEAR_MS = 365 * 86_400_000;
const DAY_MS = 86_400_000;

/** A new P-256 key and a certificate signed with it (RFC 5280 §4.1), good from a day before `now` for ten years. */
export const makeIdentity = (now: Date): Identity => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = randomBytes(8);
  serial[0] = (serial.readUInt8(0) & 0x7f) | 0x40;
  const toBeSigned = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ECDSA_WITH_SHA256,
    name('Ringside'),
    der(SEQUENCE, utcTime(new Date(now.getTime() - DAY_MS)), utcTime(new Date(now.getTime() + 10 * YEAR_MS))),
    name('Ringside'),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]);
  const certificate = der(SEQUENCE, toBeSigned, ECDSA_WITH_SHA256, der(0x03, signature));
  return { privateKey, certificate, fingerprint: fingerprintOf(certificate, 'sha-256') };
};
