import { createHash, timingSafeEqual } from 'node:crypto';
import type { MasterKey } from '../srtp/derive-keys.ts';
import { prf } from './prf.ts';
import type { RecordKey } from './record-cipher.ts';

const MASTER_LENGTH = 48;
const VERIFY_LENGTH = 12;
const KEY = 16;
const RECORD_SALT = 4;
const SRTP_SALT = 14;

export const transcriptHash = (transcript: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const message of transcript) hash.update(message);
  return hash.digest();
};

/** What follows from the premaster secret: record keys, Finished messages and the SRTP keys. */
export class SessionSecrets {
  readonly clientKey: RecordKey;
  readonly serverKey: RecordKey;
  readonly #master: Buffer;
  readonly #randoms: { readonly client: Buffer; readonly server: Buffer };

  /** `transcript` up to and including ClientKeyExchange: the extended master secret of RFC 7627 §4. */
  constructor(premaster: Buffer, transcript: readonly Buffer[], randoms: { client: Buffer; server: Buffer }) {
    this.#master = prf(premaster, 'extended master secret', transcriptHash(transcript), MASTER_LENGTH);
    this.#randoms = randoms;
    const block = prf(
      this.#master,
      'key expansion',
      Buffer.concat([randoms.server, randoms.client]),
      2 * (KEY + RECORD_SALT),
    );
    this.clientKey = { key: block.subarray(0, 16), salt: block.subarray(32, 36) };
    this.serverKey = { key: block.subarray(16, 32), salt: block.subarray(36, 40) };
  }

  /** RFC 5246 §7.4.9. */
  isClientFinished(body: Buffer, transcript: readonly Buffer[]): boolean {
    const right = prf(this.#master, 'client finished', transcriptHash(transcript), VERIFY_LENGTH);
    return body.length === VERIFY_LENGTH && timingSafeEqual(body, right);
  }

  serverFinished(transcript: readonly Buffer[]): Buffer {
    return prf(this.#master, 'server finished', transcriptHash(transcript), VERIFY_LENGTH);
  }

  /** RFC 5764 §4.2: keys of both directions, exported (RFC 5705) from the session. */
  srtpKeys(): { readonly client: MasterKey; readonly server: MasterKey } {
    const seed = Buffer.concat([this.#randoms.client, this.#randoms.server]);
    const block = prf(this.#master, 'EXTRACTOR-dtls_srtp', seed, 2 * (KEY + SRTP_SALT));
    return {
      client: { key: block.subarray(0, 16), salt: block.subarray(32, 46) },
      server: { key: block.subarray(16, 32), salt: block.subarray(46, 60) },
    };
  }
}
