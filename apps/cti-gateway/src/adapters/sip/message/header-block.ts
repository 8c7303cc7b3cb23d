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
  let fault = end.clean ? null : malformed('Bad Line End');
  for (let at = end.next; at < text.length;) {
    const line = unfoldedLine(text, at);
    at = line.next;
    const lineFault = line.clean ? addHeader(headers, line.text, limits) : malformed('Bad Line End');
    fault ??= lineFault;
    if (headers.length > limits.headerCount)
      return { startLine: text.slice(0, end.at), headers, fault: TOO_MANY };
  }
  return { startLine: text.slice(0, end.at), headers, fault };
}

const TOO_MANY = malformed('Too Many Header Fields');
const TOO_LONG = malformed('Header Field Too Long');

function addHeader(headers: SipHeader[], line: string, limits: MessageLimits): Fault | null {
  if (line.length > limits.headerLength) return TOO_LONG;
  const colon = line.indexOf(':');
  const name = colon < 1 ? null : canonicalName(trimmed(line.slice(0, colon)));
  if (name === null || isSpaceCode(line.charCodeAt(0))) return malformed('Bad Header Field');
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

/** A header line joined with the folded ones behind it (section 7.3.1): a fold counts as one space. */
function unfoldedLine(
  text: string,
  from: number,
): { readonly text: string; readonly next: number; readonly clean: boolean } {
  const first = lineEnd(text, from);
  if (!isSpaceCode(text.charCodeAt(first.next)))
    return { text: text.slice(from, first.at), next: first.next, clean: first.clean };
  const pieces = [text.slice(from, first.at)];
  let { next, clean } = first;
  while (isSpaceCode(text.charCodeAt(next))) {
    const folded = lineEnd(text, next);
    pieces.push(trimmed(text.slice(next, folded.at)));
    next = folded.next;
    clean &&= folded.clean;
  }
  return { text: pieces.join(' '), next, clean };
}
