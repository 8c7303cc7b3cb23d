/** DTLS handshake messages and their fragments, RFC 6347 §4.2. */
export const HANDSHAKE = {
  clientHello: 1,
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  clientKeyExchange: 16,
  finished: 20,
} as const;

const HEADER_LENGTH = 12;
/** Longer than any certificate a browser makes for a call. */
const MAX_MESSAGE = 16_384;
/** How far ahead of the next expected message fragments are kept. */
const MAX_AHEAD = 8;

export interface HandshakeMessage {
  readonly type: number;
  readonly sequence: number;
  readonly body: Buffer;
}

/** As it enters the transcript: header and body as if never fragmented (RFC 6347 §4.2.6). */
export const writeMessage = (message: HandshakeMessage): Buffer => {
  const header = Buffer.alloc(HEADER_LENGTH);
  header[0] = message.type;
  header.writeUIntBE(message.body.length, 1, 3);
  header.writeUInt16BE(message.sequence, 4);
  header.writeUIntBE(message.body.length, 9, 3);
  return Buffer.concat([header, message.body]);
};

interface Fragment {
  readonly type: number;
  readonly length: number;
  readonly sequence: number;
  readonly offset: number;
  readonly body: Buffer;
}

/** The fragments in one record, as far as they are whole and within limits. */
export const readFragments = (record: Buffer): readonly Fragment[] => {
  const fragments: Fragment[] = [];
  for (let at = 0; at + HEADER_LENGTH <= record.length;) {
    const length = record.readUIntBE(at + 1, 3);
    const offset = record.readUIntBE(at + 6, 3);
    const size = record.readUIntBE(at + 9, 3);
    const end = at + HEADER_LENGTH + size;
    if (end > record.length || offset + size > length || length > MAX_MESSAGE) break;
    const body = record.subarray(at + HEADER_LENGTH, end);
    fragments.push({
      type: record.readUInt8(at),
      length,
      sequence: record.readUInt16BE(at + 4),
      offset,
      body,
    });
    at = end;
  }
  return fragments;
};

interface Partial {
  readonly type: number;
  readonly body: Buffer;
  /** which bytes have come */
  readonly have: Uint8Array;
  missing: number;
}

/** Puts fragments together and gives messages in order, whatever order and however often they come. */
export class Reassembly {
  #next = 0;
  readonly #partials = new Map<number, Partial>();

  /** Messages that became whole and are next in order; 'repeat' for a fragment of one already given. */
  add(fragment: Fragment): readonly HandshakeMessage[] | 'repeat' {
    if (fragment.sequence < this.#next) return 'repeat';
    if (fragment.sequence >= this.#next + MAX_AHEAD) return [];
    const partial = this.#partials.get(fragment.sequence) ?? this.#begin(fragment);
    if (partial.type !== fragment.type || partial.body.length !== fragment.length) return [];
    fragment.body.copy(partial.body, fragment.offset);
    for (let at = fragment.offset; at < fragment.offset + fragment.body.length; at++) {
      if (partial.have[at] === 0) partial.missing--;
      partial.have[at] = 1;
    }
    return this.#takeWhole();
  }

  #begin(fragment: Fragment): Partial {
    const { type, length } = fragment;
    const partial = { type, body: Buffer.alloc(length), have: new Uint8Array(length), missing: length };
    this.#partials.set(fragment.sequence, partial);
    return partial;
  }

  #takeWhole(): readonly HandshakeMessage[] {
    const messages: HandshakeMessage[] = [];
    for (;;) {
      const partial = this.#partials.get(this.#next);
      if (!partial || partial.missing > 0) return messages;
      this.#partials.delete(this.#next);
      messages.push({ type: partial.type, sequence: this.#next, body: partial.body });
      this.#next++;
    }
  }
}
