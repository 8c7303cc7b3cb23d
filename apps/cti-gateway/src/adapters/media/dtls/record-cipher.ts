import { createCipheriv, createDecipheriv } from 'node:crypto';
import { DTLS_1_2, type DtlsRecord } from './record.ts';

const EXPLICIT_NONCE = 8;
const TAG = 16;

/** AES-128-GCM for one direction's records, RFC 5288 §3 with RFC 6347 §4.1.2.1's epoch and sequence as the nonce. */
export interface RecordKey {
  readonly key: Buffer;
  /** the implicit part of the nonce, 4 bytes */
  readonly salt: Buffer;
}

const position = (epoch: number, sequence: number): Buffer => {
  const bytes = Buffer.alloc(EXPLICIT_NONCE);
  bytes.writeUInt16BE(epoch, 0);
  bytes.writeUIntBE(sequence, 2, 6);
  return bytes;
};

const additionalData = (type: number, at: Buffer, length: number): Buffer => {
  const rest = Buffer.alloc(5);
  rest[0] = type;
  rest.writeUInt16BE(DTLS_1_2, 1);
  rest.writeUInt16BE(length, 3);
  return Buffer.concat([at, rest]);
};

export const sealRecord = (
  key: RecordKey,
  type: number,
  epoch: number,
  sequence: number,
  plain: Buffer,
): Buffer => {
  const nonce = position(epoch, sequence);
  const cipher = createCipheriv('aes-128-gcm', key.key, Buffer.concat([key.salt, nonce]));
  cipher.setAAD(additionalData(type, nonce, plain.length));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Null when the record was not made with this key. */
export const openRecord = (key: RecordKey, record: DtlsRecord): Buffer | null => {
  const length = record.body.length - EXPLICIT_NONCE - TAG;
  if (length < 0) return null;
  const nonce = record.body.subarray(0, EXPLICIT_NONCE);
  const cipher = createDecipheriv('aes-128-gcm', key.key, Buffer.concat([key.salt, nonce]), {
    authTagLength: TAG,
  });
  cipher.setAAD(additionalData(record.type, position(record.epoch, record.sequence), length));
  cipher.setAuthTag(record.body.subarray(EXPLICIT_NONCE + length));
  try {
    const plain = cipher.update(record.body.subarray(EXPLICIT_NONCE, EXPLICIT_NONCE + length));
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return null;
  }
};
