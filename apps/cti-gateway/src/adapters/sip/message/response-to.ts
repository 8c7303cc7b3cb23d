import { withTag } from './header.ts';
import type { SipHeader, SipRequest, SipResponse } from './message.ts';
import { reasonPhrase } from './reason-phrase.ts';

export interface ResponseParts {
  /** put on To when it has none; leave it out for 100 */
  readonly toTag?: string;
  /** behind the copied ones, e.g. Contact, Record-Route */
  readonly headers?: readonly SipHeader[];
  readonly body?: Uint8Array;
}

const COPIED = new Set(['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Timestamp']);
const NOTHING = new Uint8Array(0);

/** A response with the headers that RFC 3261 section 8.2.6 copies from the request. `reason` null: the usual phrase. */
export function responseTo(
  request: SipRequest,
  status: number,
  reason: string | null,
  parts: ResponseParts = {},
): SipResponse {
  const headers: SipHeader[] = [];
  const { toTag } = parts;
  for (const one of request.headers) {
    if (!COPIED.has(one.name)) continue;
    headers.push(
      one.name === 'To' && toTag !== undefined ? { name: 'To', value: withTag(one.value, toTag) } : one,
    );
  }
  if (parts.headers !== undefined) headers.push(...parts.headers);
  return {
    kind: 'response',
    status,
    reason: reason ?? reasonPhrase(status),
    headers,
    body: parts.body ?? NOTHING,
  };
}
