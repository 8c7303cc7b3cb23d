import { isAscii } from 'node:buffer';
import { ok, refuse, type Result } from '@ringside/shared/model/result';
import { decimal } from './characters.ts';
import { readEssentials, type Essentials } from './essentials.ts';
import { header, headers as allHeaders } from './header.ts';
import { readHeaderBlock, type HeaderBlock } from './header-block.ts';
import type { MessageLimits } from './message-limits.ts';
import { malformed, type Fault, type MessageRefusal } from './message-refusal.ts';
import type { SipHeader, SipMessage, SipRequest } from './message.ts';
import { parseNameAddress } from './name-address.ts';
import { parseStartLine, type StartLine } from './start-line.ts';
import { parseVia } from './via.ts';

/** A message with what its transaction is found by. */
export interface ReadMessage<Message extends SipMessage = SipMessage> {
  readonly message: Message;
  readonly essentials: Essentials;
}

/** Everything but the body. */
export interface Head {
  readonly startLine: StartLine;
  readonly headers: readonly SipHeader[];
  readonly essentials: Essentials;
}

const END_OF_HEADERS = '\r\n\r\n';
const NOTHING = new Uint8Array(0);
/** Nobody waits for more behind a message that is refused. */
const MOST_BODY_BYTES = 65_535;

/** Reads what came in one datagram or WebSocket frame (RFC 3261 sections 7 and 18.3). Never throws; linear in its length. */
export function parseMessage(bytes: Buffer, limits: MessageLimits): Result<ReadMessage, MessageRefusal> {
  const start = afterLeadingLines(bytes);
  const end = bytes.indexOf(END_OF_HEADERS, start, 'latin1');
  const head = parseHead(bytes.subarray(start, end === -1 ? bytes.length : end), limits);
  if (!head.ok) return head;
  const body = end === -1 ? NOTHING : bytes.subarray(end + END_OF_HEADERS.length);
  const fault =
    end === -1 ? malformed('No Empty Line') : sizeFault(bytes.length, head.value, body.length, limits);
  if (fault !== null) return refuse(refusalFor(fault, head.value));
  return ok(complete(head.value, body.subarray(0, head.value.essentials.contentLength ?? body.length)));
}

/** Empty lines in front of a message are ignored (section 7.5). */
export function afterLeadingLines(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at += 1;
  return at;
}

function sizeFault(total: number, head: Head, bodyBytes: number, limits: MessageLimits): Fault | null {
  if (total > limits.messageBytes) return { status: 513, reason: 'Message Too Large' };
  return (head.essentials.contentLength ?? 0) > bodyBytes
    ? malformed('Body Shorter Than Content-Length')
    : null;
}

/** Reads the octets before the empty line. */
export function parseHead(bytes: Buffer, limits: MessageLimits): Result<Head, MessageRefusal> {
  const block = readHeaderBlock(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'), limits);
  const startLine = parseStartLine(block.startLine, limits);
  if (!startLine.ok) return refuse(refusalFor(startLine.refusal, block));
  if (block.fault !== null) return refuse(refusalFor(block.fault, block));
  const essentials = readEssentials(block.headers);
  if (!essentials.ok) return refuse(refusalFor(essentials.refusal, block));
  const head = { startLine: startLine.value, headers: block.headers, essentials: essentials.value };
  const fault = requestFault(head);
  return fault === null ? ok(head) : refuse(refusalFor(fault, block));
}

export function complete({ startLine, headers, essentials }: Head, body: Uint8Array): ReadMessage {
  return { message: { ...startLine, headers, body }, essentials };
}

const ADDRESS_HEADERS = new Set(['Contact', 'Route', 'Record-Route']);

function requestFault({ startLine, headers, essentials }: Head): Fault | null {
  if (startLine.kind === 'response') return null;
  if (startLine.method !== essentials.cSeq.method) return malformed('CSeq Method Differs From Request');
  if (startLine.method === 'ACK') return null;
  for (const { name, value } of headers) {
    if (!ADDRESS_HEADERS.has(name) || (name === 'Contact' && value === '*')) continue;
    if (parseNameAddress(value) === null) return malformed(`Bad ${name}`);
  }
  return null;
}

/** Finds out whether a fault can be answered: by Via and CSeq, for those bring a response home; the rest is copied where it is there. */
export function refusalFor(
  fault: Fault,
  block: Pick<HeaderBlock, 'headers'> & { readonly startLine: string | StartLine },
): MessageRefusal {
  const { startLine, headers } = block;
  const topVia = header(block, 'Via');
  const via = topVia === undefined ? null : parseVia(topVia);
  const method = methodOf(startLine);
  const lengths = allHeaders(block, 'Content-Length');
  const bodyBytes = lengths.length === 1 ? decimal(lengths[0] ?? '', MOST_BODY_BYTES) : null;
  const answered = method !== null && method !== 'ACK' && header(block, 'CSeq') !== undefined;
  if (via === null || !answered) return { ...fault, bodyBytes, answerable: null };
  const request: SipRequest = { kind: 'request', method, uri: '', headers, body: NOTHING };
  return { ...fault, bodyBytes, answerable: { request, via } };
}

/** The method of a request; null for a response, which nobody answers. */
function methodOf(startLine: string | StartLine): string | null {
  if (typeof startLine !== 'string') return startLine.kind === 'request' ? startLine.method : null;
  return startLine.slice(0, 4).toUpperCase() === 'SIP/' ? null : startLine.split(' ', 1).join();
}
