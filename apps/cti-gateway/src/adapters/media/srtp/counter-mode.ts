import { createCipheriv, type Cipheriv } from 'node:crypto';

const BLOCK = 16;
const MAX_BLOCKS = 128;

/**
 * AES in counter mode, RFC 3711 §4.1.1, on one lasting OpenSSL cipher: a new cipher object a packet costs more than the
 * encryption. The packet's counter blocks go through it as one ECB update, and the key stream is xored here.
 */
export class CounterMode {
  readonly #cipher: Cipheriv;
  readonly #salt: Buffer;
  readonly #blocks = Buffer.alloc(MAX_BLOCKS * BLOCK);

  constructor(key: Buffer, salt: Buffer) {
    this.#cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    this.#salt = salt;
  }

  /** Encrypts or decrypts packet[start, end) in place; at most 2048 bytes. */
  apply(packet: Buffer, start: number, end: number, ssrc: number, index: number): void {
    const count = Math.ceil((end - start) / BLOCK);
    if (count <= 0) return;
    if (count > MAX_BLOCKS) throw new RangeError(`A packet of ${end - start} bytes is longer than any audio`);
    this.#fillCounters(count, ssrc, index);
    const stream = this.#cipher.update(this.#blocks.subarray(0, count * BLOCK));
    for (let at = start, from = 0; at < end; at++, from++)
      packet[at] = (packet[at] as number) ^ (stream[from] as number);
  }

  /** IV = (salt · 2^16) xor (SSRC · 2^64) xor (index · 2^16); the last 16 bits count blocks. */
  #fillCounters(count: number, ssrc: number, index: number): void {
    const blocks = this.#blocks;
    this.#salt.copy(blocks, 0);
    blocks.writeUInt32BE((blocks.readUInt32BE(4) ^ ssrc) >>> 0, 4);
    const high = Math.floor(index / 0x1_0000);
    blocks.writeUInt32BE((blocks.readUInt32BE(8) ^ high) >>> 0, 8);
    blocks.writeUInt16BE(blocks.readUInt16BE(12) ^ (index & 0xffff), 12);
    for (let block = 1; block < count; block++) blocks.copyWithin(block * BLOCK, 0, 14);
    for (let block = 0; block < count; block++) blocks.writeUInt16BE(block, block * BLOCK + 14);
  }
}
