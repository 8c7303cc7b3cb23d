import { createCipheriv, createSecretKey, type KeyObject } from 'node:crypto';

/** One direction's master key (16 bytes) and salt (14 bytes), RFC 5764 §4.2. */
export interface MasterKey {
  readonly key: Buffer;
  readonly salt: Buffer;
}

export interface SessionKeys {
  readonly encryption: Buffer;
  readonly salt: Buffer;
  readonly authentication: KeyObject;
}

/** RFC 3711 §4.3.2: labels 0-2 make SRTP's keys, 3-5 SRTCP's. */
const LABELS = { srtp: 0, srtcp: 3 } as const;

/** RFC 3711 §4.3.1 and §4.3.3 with a key derivation rate of zero: AES in counter mode from (label ‖ 0) xor salt. */
export const deriveKey = (master: MasterKey, label: number, length: number): Buffer => {
  const start = Buffer.alloc(16);
  master.salt.copy(start);
  start[7] = start.readUInt8(7) ^ label;
  return createCipheriv('aes-128-ctr', master.key, start).update(Buffer.alloc(length));
};

export const deriveSessionKeys = (master: MasterKey, protocol: keyof typeof LABELS): SessionKeys => {
  const first = LABELS[protocol];
  return {
    encryption: deriveKey(master, first, 16),
    authentication: createSecretKey(deriveKey(master, first + 1, 20)),
    salt: deriveKey(master, first + 2, 14),
  };
};
