import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type { MessageLimits } from '../message/message-limits.ts';
import { malformed, type MessageRefusal } from '../message/message-refusal.ts';
import { complete, parseHead, refusalFor, type Head, type ReadMessage } from '../message/parse-message.ts';

export type Frame =
  | { readonly type: 'message'; readonly read: Result<ReadMessage, MessageRefusal> }
  /** CRLF CRLF between messages, to be answered with CRLF (RFC 5626 section 4.4.1) */
  | { readonly type: 'ping' }
  /** where the next message starts can't be told: the connection is of no more use */
  | { readonly type: 'lost' };

const END = Buffer.from('\r\n\r\n', 'latin1');
const FIRST_CAPACITY = 4_096;

/** Cuts a stream into messages by Content-Length (RFC 3261 section 18.3). Each octet is looked at a bounded number of times. */
export class StreamFramer {
  readonly #limits: MessageLimits;
  #store: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** up to here there is no end of headers */
  #searched = 0;
  #head: Head | null = null;
  /** body of a refused message, to be passed over */
  #skip = 0;
  #blanks = 0;
  #lost = false;

  constructor(limits: MessageLimits) {
    this.#limits = limits;
  }

  /** A message has begun and is not complete. */
  get inMessage(): boolean {
    return this.#head !== null || this.#skip > 0 || this.#end > this.#start;
  }

  push(chunk: Uint8Array): readonly Frame[] {
    const frames: Frame[] = [];
    if (this.#lost) return frames;
    this.#append(chunk);
    let frame = this.#next();
    while (frame !== null) {
      this.#lost = frame.type === 'lost';
      frames.push(frame);
      if (this.#lost) return frames;
      const refused = frame.type === 'message' && !frame.read.ok ? frame.read.refusal : null;
      if (refused !== null && refused.bodyBytes === null) {
        this.#lost = true;
        frames.push({ type: 'lost' });
        return frames;
      }
      frame = this.#next();
    }
    this.#compact();
    return frames;
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#end + chunk.length;
    if (needed > this.#store.length) {
      const grown = Buffer.allocUnsafe(Math.max(FIRST_CAPACITY, needed, this.#store.length * 2));
      this.#store.copy(grown, 0, 0, this.#end);
      this.#store = grown;
    }
    this.#store.set(chunk, this.#end);
    this.#end = needed;
  }

  /** Moves what is left to the front; a store that a burst made large is given back. */
  #compact(): void {
    if (this.#start === 0) return;
    const left = this.#end - this.#start;
    if (left === 0) this.#store = Buffer.alloc(0);
    else this.#store.copyWithin(0, this.#start, this.#end);
    this.#searched = Math.max(0, this.#searched - this.#start);
    this.#start = 0;
    this.#end = left;
  }

  #next(): Frame | null {
    this.#passOver();
    if (this.#skip > 0) return null;
    if (this.#head === null) {
      if (this.#passBlanks()) return { type: 'ping' };
      const refused = this.#readHead();
      if (refused !== null) return refused;
    }
    return this.#head === null ? null : this.#readBody(this.#head);
  }

  #passOver(): void {
    const passed = Math.min(this.#skip, this.#end - this.#start);
    this.#skip -= passed;
    this.#start += passed;
  }

  /** True for each four octets of empty lines between messages. */
  #passBlanks(): boolean {
    while (this.#start < this.#end && isLineEnd(this.#store[this.#start])) {
      this.#start += 1;
      this.#blanks += 1;
      if (this.#blanks === END.length) {
        this.#blanks = 0;
        return true;
      }
    }
    if (this.#start < this.#end) this.#blanks = 0;
    return false;
  }

  #readHead(): Frame | null {
    const bytes = this.#store.subarray(0, this.#end);
    const end = bytes.indexOf(END, Math.max(this.#start, this.#searched - END.length + 1));
    const length = (end === -1 ? this.#end : end) - this.#start;
    if (length > this.#limits.messageBytes) return { type: 'lost' };
    this.#searched = this.#end;
    if (end === -1) return null;
    const parsed = parseHead(bytes.subarray(this.#start, end), this.#limits);
    this.#start = end + END.length;
    const fault = parsed.ok ? this.#framingFault(parsed.value, length) : parsed.refusal;
    if (fault !== null) {
      this.#skip = fault.bodyBytes ?? 0;
      return { type: 'message', read: refuse(fault) };
    }
    this.#head = parsed.ok ? parsed.value : null;
    return null;
  }

  /** On a stream Content-Length is mandatory (section 20.14), and a message that is too large ends it. */
  #framingFault(head: Head, headBytes: number): MessageRefusal | null {
    const { contentLength } = head.essentials;
    if (contentLength === null)
      return { ...refusalFor(malformed('Missing Content-Length'), head), bodyBytes: null };
    if (headBytes + contentLength <= this.#limits.messageBytes) return null;
    return { ...refusalFor({ status: 513, reason: 'Message Too Large' }, head), bodyBytes: null };
  }

  #readBody(head: Head): Frame | null {
    const length = head.essentials.contentLength ?? 0;
    if (this.#end - this.#start < length) return null;
    const body = new Uint8Array(this.#store.subarray(this.#start, this.#start + length));
    this.#start += length;
    this.#searched = this.#start;
    this.#head = null;
    return { type: 'message', read: ok(complete(head, body)) };
  }
}

const isLineEnd = (octet: number | undefined) => octet === 13 || octet === 10;
