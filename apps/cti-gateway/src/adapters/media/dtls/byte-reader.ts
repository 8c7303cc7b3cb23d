/** Reads length-prefixed TLS structures; reading past the end gives null from then on. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(width: 1 | 2 | 3): number | null {
    if (this.left < width) return null;
    const value = this.#bytes.readUIntBE(this.#at, width);
    this.#at += width;
    return value;
  }

  take(length: number): Buffer | null {
    if (this.left < length) return null;
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  /** A vector: its length in `width` bytes, then as many bytes. */
  vector(width: 1 | 2 | 3): Buffer | null {
    const length = this.number(width);
    return length === null ? null : this.take(length);
  }
}

/** A vector as TLS writes it. */
export const vector = (width: 1 | 2 | 3, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(width);
  length.writeUIntBE(body.length, 0, width);
  return Buffer.concat([length, body]);
};

export const uint16 = (...values: readonly number[]): Buffer =>
  Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
