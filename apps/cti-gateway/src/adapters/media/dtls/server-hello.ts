import { sign } from 'node:crypto';
import { uint16, vector } from './byte-reader.ts';
import {
  CIPHER_SUITE,
  ECDSA_SHA256,
  EXTENSION,
  SECP256R1,
  SRTP_PROFILE,
  type ClientHello,
} from './client-hello.ts';
import { HANDSHAKE } from './handshake-message.ts';
import type { Identity } from './identity.ts';
import { DTLS_1_2 } from './record.ts';

/** A handshake message before it has its place in the sequence. */
export interface Draft {
  readonly type: number;
  readonly body: Buffer;
}

const extension = (type: number, body: Buffer): Buffer => Buffer.concat([uint16(type), vector(2, body)]);

/** Extensions a server answers: only ones the client offered (RFC 5246 §7.4.1.4). */
const serverExtensions = (hello: ClientHello): Buffer => {
  const answers = [
    extension(EXTENSION.useSrtp, Buffer.concat([vector(2, uint16(SRTP_PROFILE)), vector(1)])),
    extension(EXTENSION.extendedMasterSecret, Buffer.alloc(0)),
    extension(EXTENSION.renegotiation, vector(1)),
  ];
  if (hello.extensions.has(EXTENSION.pointFormats)) {
    answers.push(extension(EXTENSION.pointFormats, vector(1, Buffer.from([0]))));
  }
  return vector(2, ...answers);
};

const serverHello = (hello: ClientHello, random: Buffer): Buffer =>
  Buffer.concat([
    uint16(DTLS_1_2),
    random,
    vector(1),
    uint16(CIPHER_SUITE),
    Buffer.from([0]),
    serverExtensions(hello),
  ]);

/** RFC 8422 §5.4: our point on the curve, signed together with both randoms. */
const serverKeyExchange = (hello: ClientHello, random: Buffer, point: Buffer, identity: Identity): Buffer => {
  const parameters = Buffer.concat([Buffer.from([3]), uint16(SECP256R1), vector(1, point)]);
  const signature = sign('sha256', Buffer.concat([hello.random, random, parameters]), identity.privateKey);
  return Buffer.concat([parameters, uint16(ECDSA_SHA256), vector(2, signature)]);
};

/** Certificate types ecdsa_sign (64) and rsa_sign (1), and the signatures verifyClient knows. */
const certificateRequest = (): Buffer =>
  Buffer.concat([
    vector(1, Buffer.from([64, 1])),
    vector(2, uint16(ECDSA_SHA256, 0x0804, 0x0401)),
    vector(2),
  ]);

/** Flight 4 of RFC 6347 §4.2.4, without a cookie exchange: ICE has proven the client's address. */
export const serverFlight = (
  hello: ClientHello,
  random: Buffer,
  point: Buffer,
  identity: Identity,
): readonly Draft[] => [
  { type: HANDSHAKE.serverHello, body: serverHello(hello, random) },
  { type: HANDSHAKE.certificate, body: vector(3, vector(3, identity.certificate)) },
  { type: HANDSHAKE.serverKeyExchange, body: serverKeyExchange(hello, random, point, identity) },
  { type: HANDSHAKE.certificateRequest, body: certificateRequest() },
  { type: HANDSHAKE.serverHelloDone, body: Buffer.alloc(0) },
];
