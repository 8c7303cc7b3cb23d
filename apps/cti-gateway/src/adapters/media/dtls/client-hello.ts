import { ByteReader } from './byte-reader.ts';

/** The only suite spoken: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, which RFC 8827 §6.5 makes every browser support. */
export const CIPHER_SUITE = 0xc02b;
export const SECP256R1 = 0x0017;
export const ECDSA_SHA256 = 0x0403;
/** AES128_CM_HMAC_SHA1_80, RFC 5764 §4.1.2. */
export const SRTP_PROFILE = 0x0001;

export const EXTENSION = {
  supportedGroups: 10,
  pointFormats: 11,
  signatureAlgorithms: 13,
  useSrtp: 14,
  extendedMasterSecret: 23,
  renegotiation: 0xff01,
} as const;

export interface ClientHello {
  readonly random: Buffer;
  readonly suites: readonly number[];
  readonly extensions: ReadonlyMap<number, Buffer>;
}

const numbers = (bytes: Buffer | null): readonly number[] =>
  bytes ? Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2)) : [];

const readExtensions = (bytes: Buffer | null): ReadonlyMap<number, Buffer> => {
  const extensions = new Map<number, Buffer>();
  const reader = new ByteReader(bytes ?? Buffer.alloc(0));
  while (reader.left > 0) {
    const type = reader.number(2);
    const body = reader.vector(2);
    if (type === null || body === null) break;
    if (!extensions.has(type)) extensions.set(type, body);
  }
  return extensions;
};

/** RFC 5246 §7.4.1.2 with RFC 6347 §4.2.1's cookie; null when cut short. */
export const readClientHello = (body: Buffer): ClientHello | null => {
  const reader = new ByteReader(body);
  const version = reader.number(2);
  const random = reader.take(32);
  const session = reader.vector(1);
  const cookie = reader.vector(1);
  const suites = reader.vector(2);
  const compressions = reader.vector(1);
  if (version === null || !random || !session || !cookie || !suites || !compressions) return null;
  return { random, suites: numbers(suites), extensions: readExtensions(reader.vector(2)) };
};

/** Why we can't go on with this client, or null. */
export const objectionTo = (hello: ClientHello): string | null => {
  const list = (type: number): readonly number[] => {
    const body = hello.extensions.get(type);
    return body ? numbers(new ByteReader(body).vector(2)) : [];
  };
  if (!hello.suites.includes(CIPHER_SUITE)) return 'no common cipher suite';
  if (!list(EXTENSION.supportedGroups).includes(SECP256R1)) return 'no common curve';
  if (!list(EXTENSION.signatureAlgorithms).includes(ECDSA_SHA256)) return 'no common signature algorithm';
  if (!list(EXTENSION.useSrtp).includes(SRTP_PROFILE)) return 'no common SRTP profile';
  // RFC 7627 §5.2: without it a man in the middle can make two sessions share their secret.
  if (!hello.extensions.has(EXTENSION.extendedMasterSecret)) return 'no extended master secret';
  return null;
};
