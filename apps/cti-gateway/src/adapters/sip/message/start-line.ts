import { ok, refuse, type Result } from '@ringside/shared/model/result';
import { decimal, isSpaceCode, isToken } from './characters.ts';
import { malformed, type Fault } from './message-refusal.ts';
import type { MessageLimits } from './message-limits.ts';
import { parseUri, type Uri } from './uri.ts';

export type StartLine =
  | { readonly kind: 'request'; readonly method: string; readonly uri: string }
  | { readonly kind: 'response'; readonly status: number; readonly reason: string };

const VERSION = 'SIP/2.0';

/** Request-Line or Status-Line (RFC 3261 sections 7.1 and 7.2): single spaces, nothing before or behind. */
export function parseStartLine(line: string, limits: MessageLimits): Result<StartLine, Fault> {
  const first = line.indexOf(' ');
  const head = first === -1 ? line : line.slice(0, first);
  return head.slice(0, 4).toUpperCase() === 'SIP/'
    ? parseStatusLine(head, line.slice(first + 1))
    : parseRequestLine(line, limits);
}

function parseStatusLine(version: string, rest: string): Result<StartLine, Fault> {
  if (version.toUpperCase() !== VERSION) return refuse({ status: 505, reason: 'Version Not Supported' });
  const space = rest.indexOf(' ');
  const status = decimal(space === -1 ? rest : rest.slice(0, space), 699);
  if (status === null || status < 100) return refuse(malformed('Bad Status Code'));
  return ok({ kind: 'response', status, reason: space === -1 ? '' : rest.slice(space + 1) });
}

function parseRequestLine(line: string, limits: MessageLimits): Result<StartLine, Fault> {
  const first = line.indexOf(' ');
  const last = line.lastIndexOf(' ');
  const method = line.slice(0, Math.max(first, 0));
  if (first === last || !isToken(method)) return refuse(malformed('Bad Request Line'));
  const fault = versionFault(line.slice(last + 1)) ?? uriFault(line.slice(first + 1, last), limits);
  return fault === null ? ok({ kind: 'request', method, uri: line.slice(first + 1, last) }) : refuse(fault);
}

function versionFault(version: string): Fault | null {
  if (version.toUpperCase() === VERSION) return null;
  const isSip = version.slice(0, 4).toUpperCase() === 'SIP/';
  return isSip ? { status: 505, reason: 'Version Not Supported' } : malformed('Bad Request Line');
}

function uriFault(uri: string, limits: MessageLimits): Fault | null {
  if (uri.length > limits.uriLength) return { status: 414, reason: 'Request-URI Too Long' };
  for (let at = 0; at < uri.length; at += 1)
    if (isSpaceCode(uri.charCodeAt(at))) return malformed('White Space In Request-URI');
  const parsed = parseUri(uri);
  if (parsed.ok) return hasHeaders(parsed.value) ? malformed('Header Fields In Request-URI') : null;
  return parsed.refusal === 'scheme'
    ? { status: 416, reason: 'Unsupported URI Scheme' }
    : malformed('Bad Request-URI');
}

/** Section 19.1.1 allows them in links to click on, never in a request. */
const hasHeaders = (uri: Uri): boolean => uri.scheme !== 'tel' && uri.headers.length > 0;
