import { parseCSeq } from '../message/c-seq.ts';
import { header } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';

const NOTHING = new Uint8Array(0);
const FOR_ACK = new Set(['Route', 'From', 'Call-ID', 'Max-Forwards']);
const FOR_CANCEL = new Set([...FOR_ACK, 'To']);

/** The ACK to a final response other than 2xx (RFC 3261 section 17.1.1.3): To is that of the response. */
export function ackFor(invite: SipRequest, response: SipResponse): SipRequest {
  const to = { name: 'To', value: header(response, 'To') ?? header(invite, 'To') ?? '' };
  return within(invite, 'ACK', FOR_ACK, [to]);
}

/** CANCEL for an INVITE of ours (section 9.1). */
export function cancelFor(invite: SipRequest, extra: readonly SipHeader[]): SipRequest {
  return within(invite, 'CANCEL', FOR_CANCEL, extra);
}

function within(
  invite: SipRequest,
  method: string,
  copied: ReadonlySet<string>,
  extra: readonly SipHeader[],
): SipRequest {
  const number = parseCSeq(header(invite, 'CSeq') ?? '')?.number ?? 0;
  const headers: SipHeader[] = [{ name: 'Via', value: header(invite, 'Via') ?? '' }];
  for (const one of invite.headers) if (copied.has(one.name)) headers.push(one);
  headers.push({ name: 'CSeq', value: `${number} ${method}` }, ...extra);
  return { kind: 'request', method, uri: invite.uri, headers, body: NOTHING };
}
