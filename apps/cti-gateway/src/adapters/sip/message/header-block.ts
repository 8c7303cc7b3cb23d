import { isSpaceCode, trimmed } from './characters.ts';
import { canonicalName, isListHeader } from './header-name.ts';
import type { MessageLimits } from './message-limits.ts';
import { malformed, type Fault } from './message-refusal.ts';
import type { SipHeader } from './message.ts';
import { splitList } from './split-list.ts';

/** The start line and headers as far as they can be read, with the first thing that is wrong. */
export interface HeaderBlock {
  readonly startLine: string;
  readonly headers: readonly SipHeader[];
  readonly fault: Fault | null;
}

/** Reads the text before the empty line (RFC 3261 section 7.3). Reading goes on behind a fault, so that it can be answered. */
export function readHeaderBlock(text: string, limits: MessageLimits): HeaderBlock {
  const headers: SipHeader[] = [];
  const end = lineEnd(text, 0);
  let fault = end.clean ? null : BAD_LINE_END;
  let lines = 0;
  for (let at = end.next; at < text.length;) {
    const line = unfoldedLine(text, at);
    at = line.next;
    const lineFault = line.fault ?? addHeader(headers, line.text, limits);
    fault ??= lineFault;
    lines += 1;
    if (Math.max(lines, headers.length) > limits.headerCount)
      return { startLine: text.slice(0, end.at), headers, fault: TOO_MANY };
  }
  return { startLine: text.slice(0, end.at), headers, fault };
}

const TOO_MANY = malformed('Too Many Header Fields');
const TOO_LONG = malformed('Header Field Too Long');
const BAD_LINE_END = malformed('Bad Line End');
const BAD_HEADER = malformed('Bad Header Field');
/** Nobody folds more; a flood of folds is not read to its end. */
const MOST_FOLDS = 256;

function addHeader(headers: SipHeader[], line: string, limits: MessageLimits): Fault | null {
  if (line.length > limits.headerLength) return TOO_LONG;
  const colon = line.indexOf(':');
  const name = colon < 1 ? null : canonicalName(trimmed(line.slice(0, colon)));
  if (name === null || isSpaceCode(line.charCodeAt(0))) return BAD_HEADER;
  const value = trimmed(line.slice(colon + 1));
  if (!isListHeader(name) || !value.includes(',')) headers.push({ name, value });
  else for (const element of splitList(value)) headers.push({ name, value: element });
  return null;
}

/** Where the line that starts at `from` ends; `clean` when that is CRLF (or the end) and no other CR is in it. */
function lineEnd(
  text: string,
  from: number,
): { readonly at: number; readonly next: number; readonly clean: boolean } {
  const feed = text.indexOf('\n', from);
  const before = feed === -1 ? text.length : feed - 1;
  const clean = feed === -1 || (feed > from && text.charCodeAt(before) === 13);
  const at = clean ? before : feed;
  return { at, next: feed === -1 ? text.length : feed + 1, clean: clean && !hasReturn(text, from, at) };
}

function hasReturn(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 13) return true;
  return false;
}

interface UnfoldedLine {
  readonly text: string;
  readonly next: number;
  readonly fault: Fault | null;
}

/** A header line joined with the folded ones behind it (section 7.3.1): a fold counts as one space. */
function unfoldedLine(text: string, from: number): UnfoldedLine {
  const first = lineEnd(text, from);
  const start = text.slice(from, first.at);
  const fault = first.clean ? null : BAD_LINE_END;
  return isSpaceCode(text.charCodeAt(first.next))
    ? withFolds(text, start, first.next, fault)
    : { text: start, next: first.next, fault };
}

function withFolds(text: string, start: string, from: number, startFault: Fault | null): UnfoldedLine {
  const pieces = [start];
  let next = from;
  let fault = startFault;
  while (isSpaceCode(text.charCodeAt(next))) {
    if (pieces.length > MOST_FOLDS) return { text: start, next: text.length, fault: TOO_LONG };
    const folded = lineEnd(text, next);
    pieces.push(trimmed(text.slice(next, folded.at)));
    next = folded.next;
    if (!folded.clean) fault = BAD_LINE_END;
  }
  return { text: pieces.join(' '), next, fault };
}
