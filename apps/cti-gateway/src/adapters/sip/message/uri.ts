import { isIPv6 } from 'node:net';
import { refuse, ok, type Result } from '@ringside/shared/model/result';
import {
  isDigitCode,
  isHexCode,
  isHostCode,
  isParameterCode,
  isTokenCode,
  isUserCode,
  portNumber,
} from './characters.ts';
import { escapeText, unescapeText } from './escape.ts';
import type { Parameter } from './parameter.ts';

/** A SIP or SIPS URI (RFC 3261 section 19.1), escapes resolved. */
export interface SipUri {
  readonly scheme: 'sip' | 'sips';
  readonly user: string | null;
  readonly password: string | null;
  /** lower case; an IPv6 address keeps its brackets */
  readonly host: string;
  readonly port: number | null;
  readonly parameters: readonly Parameter[];
  readonly headers: readonly Parameter[];
}

/** A telephone number (RFC 3966), visual separators removed. */
export interface TelUri {
  readonly scheme: 'tel';
  readonly number: string;
  readonly parameters: readonly Parameter[];
}

export type Uri = SipUri | TelUri;
/** `scheme`: a well-formed URI of a kind that SIP routing can't follow (416). */
export type UriRefusal = 'malformed' | 'scheme';

const MOST_PARTS = 64;

export function parseUri(text: string): Result<Uri, UriRefusal> {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > 32) return refuse('malformed');
  const scheme = text.slice(0, colon).toLowerCase();
  if (scheme === 'sip' || scheme === 'sips') return parseSip(scheme, text.slice(colon + 1));
  if (scheme === 'tel') return parseTel(text.slice(colon + 1));
  return isAbsoluteUri(scheme, text, colon + 1) ? refuse('scheme') : refuse('malformed');
}

function parseSip(scheme: 'sip' | 'sips', text: string): Result<SipUri, UriRefusal> {
  const at = text.indexOf('@');
  const userInfo = at === -1 ? null : parseUserInfo(text.slice(0, at));
  if (userInfo === undefined) return refuse('malformed');
  // the host can contain neither, so the first one ends it
  const hostAndParts = text.slice(at + 1);
  const question = hostAndParts.indexOf('?');
  const beforeHeaders = question === -1 ? hostAndParts : hostAndParts.slice(0, question);
  const [hostPort = '', ...pieces] = beforeHeaders.split(';', MOST_PARTS + 2);
  const where = parseHostPort(hostPort);
  const parameters = parseParts(pieces, false);
  const headers =
    question === -1 ? [] : parseParts(hostAndParts.slice(question + 1).split('&', MOST_PARTS + 2), true);
  if (where === null || parameters === null || headers === null) return refuse('malformed');
  return ok({
    scheme,
    user: userInfo?.user ?? null,
    password: userInfo?.password ?? null,
    host: where.host.toLowerCase(),
    port: where.port,
    parameters,
    headers,
  });
}

function parseUserInfo(text: string): { user: string; password: string | null } | undefined {
  const colon = text.indexOf(':');
  const user = unescapeText(colon === -1 ? text : text.slice(0, colon), isUserCode);
  const password = colon === -1 ? null : unescapeText(text.slice(colon + 1), isUserCode);
  if (user === null || user === '' || (colon !== -1 && password === null)) return undefined;
  return { user, password };
}

/** `host[:port]`, as in URIs and in Via, in the case it was written; null when it is none. */
export function parseHostPort(text: string): { readonly host: string; readonly port: number | null } | null {
  const bracket = text.startsWith('[') ? text.indexOf(']') : -1;
  const colon = text.indexOf(':', bracket + 1);
  const host = colon === -1 ? text : text.slice(0, colon);
  const port = colon === -1 ? null : portNumber(text.slice(colon + 1));
  if (!isHost(host) || (colon !== -1 && port === null)) return null;
  return { host, port };
}

function isHost(host: string): boolean {
  if (host === '' || host.length > 255) return false;
  if (host.startsWith('[')) return host.length <= 47 && host.endsWith(']') && isIPv6(host.slice(1, -1));
  for (let at = 0; at < host.length; at += 1) if (!isHostCode(host.charCodeAt(at))) return false;
  return true;
}

function parseParts(pieces: readonly string[], areHeaders: boolean): readonly Parameter[] | null {
  if (pieces.length > MOST_PARTS) return null;
  const parts: Parameter[] = [];
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    const name = unescapeText(equals === -1 ? piece : piece.slice(0, equals), isPartCode);
    const value =
      equals === -1
        ? null
        : unescapeText(piece.slice(equals + 1), areHeaders ? isHeaderValueCode : isPartCode);
    if (name === null || name === '' || (equals !== -1 && value === null)) return null;
    const lower = name.toLowerCase();
    if (!areHeaders && parts.some((known) => known.name === lower)) return null;
    parts.push({ name: lower, value });
  }
  return parts;
}
const isPartCode = (code: number) => isParameterCode(code);
const isHeaderValueCode = (code: number) => isParameterCode(code) || code === 63;

function parseTel(text: string): Result<TelUri, UriRefusal> {
  const [digits = '', ...pieces] = text.split(';', MOST_PARTS + 2);
  const number = plainNumber(digits);
  const parameters = parseParts(pieces, false);
  return number === null || parameters === null
    ? refuse('malformed')
    : ok({ scheme: 'tel', number, parameters });
}

/** RFC 3966 section 5.1.1: `-.()` are there for the eye. */
function plainNumber(text: string): string | null {
  let number = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code) || isHexCode(code) || code === 42 || code === 35 || (code === 43 && at === 0))
      number += text[at];
    else if (code !== 45 && code !== 46 && code !== 40 && code !== 41) return null;
  }
  return number === '' || number === '+' ? null : number;
}

function isAbsoluteUri(scheme: string, text: string, from: number): boolean {
  for (let at = 0; at < scheme.length; at += 1) if (!isTokenCode(scheme.charCodeAt(at))) return false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 34 || code === 60 || code === 62 || code === 127) return false;
  }
  return from < text.length;
}

export function formatUri(uri: Uri): string {
  if (uri.scheme === 'tel') return `tel:${uri.number}${formatParts(uri.parameters)}`;
  const password = uri.password === null ? '' : `:${escapeText(uri.password, isPasswordCode)}`;
  const user = uri.user === null ? '' : `${escapeText(uri.user, isUserCode)}${password}@`;
  const port = uri.port === null ? '' : `:${uri.port}`;
  return `${uri.scheme}:${user}${uri.host}${port}${formatParts(uri.parameters)}${formatHeaders(uri.headers)}`;
}
const isPasswordCode = (code: number) => isUserCode(code) && code !== 59 && code !== 63 && code !== 47;

function formatParts(parts: readonly Parameter[]): string {
  let text = '';
  for (const part of parts) text += `;${formatPart(part)}`;
  return text;
}

const formatHeaders = (headers: readonly Parameter[]) =>
  headers.length === 0 ? '' : `?${headers.map(formatPart).join('&')}`;

function formatPart({ name, value }: Parameter): string {
  const written = escapeText(name, isWrittenPartCode);
  return value === null ? written : `${written}=${escapeText(value, isWrittenPartCode)}`;
}
/** `&` separates headers, so it is always escaped. */
const isWrittenPartCode = (code: number) => isParameterCode(code) && code !== 38;
