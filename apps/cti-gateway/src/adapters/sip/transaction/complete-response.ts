import { withTag } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';

/**
 * A response of the transaction user with what RFC 3261 section 8.2.6.2 wants: Via as in the request, and From, To,
 * Call-ID and CSeq where they are missing. To gets the transaction's tag when it has none.
 */
export function completeResponse(response: SipResponse, request: SipRequest, toTag: string): SipResponse {
  const given = new Set<string>();
  for (const { name } of response.headers) given.add(name);
  const headers: SipHeader[] = [];
  for (const one of request.headers) {
    if (one.name === 'Via' || (isCopied(one.name) && !given.has(one.name))) headers.push(one);
  }
  for (const one of response.headers) if (one.name !== 'Via') headers.push(one);
  return {
    ...response,
    headers: response.status === 100 ? headers : headers.map((one) => tagged(one, toTag)),
  };
}

const isCopied = (name: string) => name === 'From' || name === 'To' || name === 'Call-ID' || name === 'CSeq';
const tagged = (one: SipHeader, tag: string): SipHeader =>
  one.name === 'To' ? { name: 'To', value: withTag(one.value, tag) } : one;
