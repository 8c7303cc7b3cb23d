import type { SipRequest } from '../message/message.ts';

const MOST_HEADERS = 16;
const MOST_CHARACTERS = 256;

/** What a trunk hands on about a call: User-to-User (RFC 7433) and X- headers, the first of each name. */
export function passedHeaders(request: SipRequest): Readonly<Record<string, string>> {
  const passed: Record<string, string> = {};
  let count = 0;
  for (const { name, value } of request.headers) {
    const lower = name.toLowerCase();
    if (lower !== 'user-to-user' && !lower.startsWith('x-')) continue;
    if (lower.length > 64 || Object.hasOwn(passed, lower)) continue;
    passed[lower] = value.slice(0, MOST_CHARACTERS);
    count += 1;
    if (count === MOST_HEADERS) break;
  }
  return passed;
}
