import { createHmac, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { crc32 } from 'node:zlib';

/** STUN as far as an ICE lite agent needs it: binding requests in, responses out (RFC 8489, RFC 8445 §7.3). */
const MAGIC_COOKIE = 0x2112_a442;
const HEADER_LENGTH = 20;
const MAX_MESSAGE = 548;
const FINGERPRINT_XOR = 0x5354_554e;
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const BINDING_ERROR = 0x0111;

const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  xorMappedAddress: 0x0020,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  iceControlled: 0x8029,
} as const;

const INTEGRITY_LENGTH = 20;
const INTEGRITY_ATTRIBUTE = 4 + INTEGRITY_LENGTH;
const FINGERPRINT_ATTRIBUTE = 8;

export interface BindingRequest {
  readonly transaction: Buffer;
  readonly username: string;
  /** the controlling side chose this path */
  readonly nominates: boolean;
  /** the peer believes itself controlled, as we always are */
  readonly conflicts: boolean;
  /** where MESSAGE-INTEGRITY stands */
  readonly integrityAt: number;
}

/** RFC 7983: first byte 0-3 is STUN. */
export const looksLikeStun = (packet: Buffer): boolean =>
  packet.length >= HEADER_LENGTH && packet.readUInt8(0) < 4 && packet.readUInt32BE(4) === MAGIC_COOKIE;

const isWhole = (packet: Buffer): boolean =>
  packet.length <= MAX_MESSAGE &&
  packet.length % 4 === 0 &&
  packet.readUInt16BE(2) === packet.length - HEADER_LENGTH;

const hasFingerprint = (packet: Buffer, at: number): boolean =>
  at + FINGERPRINT_ATTRIBUTE === packet.length &&
  packet.readUInt32BE(at + 4) === (crc32(packet.subarray(0, at)) ^ FINGERPRINT_XOR) >>> 0;

/** Null for anything that is not a whole binding request with user name, integrity and (if present) a right fingerprint. */
export const readBindingRequest = (packet: Buffer): BindingRequest | null => {
  if (!isWhole(packet) || packet.readUInt16BE(0) !== BINDING_REQUEST) return null;
  const found = { username: '', nominates: false, conflicts: false, integrityAt: 0 };
  for (let at = HEADER_LENGTH; at + 4 <= packet.length;) {
    const type = packet.readUInt16BE(at);
    const length = packet.readUInt16BE(at + 2);
    if (at + 4 + length > packet.length) return null;
    if (type === ATTRIBUTE.fingerprint && !hasFingerprint(packet, at)) return null;
    // Nothing behind MESSAGE-INTEGRITY but the fingerprint is protected, so nothing else there counts.
    if (found.integrityAt === 0) {
      if (type === ATTRIBUTE.username) found.username = packet.toString('utf8', at + 4, at + 4 + length);
      if (type === ATTRIBUTE.useCandidate) found.nominates = true;
      if (type === ATTRIBUTE.iceControlled) found.conflicts = true;
      if (type === ATTRIBUTE.integrity && length === INTEGRITY_LENGTH) found.integrityAt = at;
    }
    at += 4 + Math.ceil(length / 4) * 4;
  }
  if (found.username === '' || found.integrityAt === 0) return null;
  return { transaction: packet.subarray(8, HEADER_LENGTH), ...found };
};

/** HMAC-SHA1 over the message up to `end`, its length field counting the integrity attribute that follows. */
const integrityOf = (message: Buffer, end: number, password: string): Buffer => {
  const header = Buffer.from(message.subarray(0, HEADER_LENGTH));
  header.writeUInt16BE(end - HEADER_LENGTH + INTEGRITY_ATTRIBUTE, 2);
  return createHmac('sha1', password).update(header).update(message.subarray(HEADER_LENGTH, end)).digest();
};

export const isSignedWith = (packet: Buffer, request: BindingRequest, password: string): boolean => {
  const at = request.integrityAt + 4;
  return timingSafeEqual(
    integrityOf(packet, request.integrityAt, password),
    packet.subarray(at, at + INTEGRITY_LENGTH),
  );
};

const attribute = (type: number, value: Buffer): Buffer => {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
};

const ipv6Bytes = (address: string): Buffer => {
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const words = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = words(head);
  const right = tail === undefined ? [] : words(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const all = [...left, ...zeros, ...right].map((word) => Number.parseInt(word, 16));
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 0xff]));
};

const addressBytes = (address: string): Buffer =>
  isIPv6(address) ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number));

/** RFC 8489 §14.2: port and address xored with the cookie (and, for IPv6, the transaction). */
const xorMappedAddress = (address: string, port: number, transaction: Buffer): Buffer => {
  const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transaction]);
  const bytes = addressBytes(address);
  const value = Buffer.alloc(4 + bytes.length);
  value[1] = bytes.length === 4 ? 1 : 2;
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2);
  bytes.forEach((byte, at) => (value[4 + at] = byte ^ mask.readUInt8(at)));
  return value;
};

const respond = (type: number, transaction: Buffer, body: Buffer, password: string): Buffer => {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt16BE(type, 0);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  transaction.copy(header, 8);
  const unsigned = Buffer.concat([header, body]);
  const integrity = attribute(ATTRIBUTE.integrity, integrityOf(unsigned, unsigned.length, password));
  const signed = Buffer.concat([unsigned, integrity]);
  signed.writeUInt16BE(signed.length - HEADER_LENGTH + FINGERPRINT_ATTRIBUTE, 2);
  const check = Buffer.alloc(4);
  check.writeUInt32BE((crc32(signed) ^ FINGERPRINT_XOR) >>> 0);
  return Buffer.concat([signed, attribute(ATTRIBUTE.fingerprint, check)]);
};

export interface Peer {
  readonly address: string;
  readonly port: number;
}

export const bindingSuccess = (transaction: Buffer, from: Peer, password: string): Buffer =>
  respond(
    BINDING_SUCCESS,
    transaction,
    attribute(ATTRIBUTE.xorMappedAddress, xorMappedAddress(from.address, from.port, transaction)),
    password,
  );

/** 487 Role Conflict (RFC 8445 §7.3.1.1): we can't be the controlling side. */
export const roleConflict = (transaction: Buffer, password: string): Buffer =>
  respond(
    BINDING_ERROR,
    transaction,
    attribute(ATTRIBUTE.errorCode, Buffer.concat([Buffer.from([0, 0, 4, 87]), Buffer.from('Role Conflict')])),
    password,
  );
