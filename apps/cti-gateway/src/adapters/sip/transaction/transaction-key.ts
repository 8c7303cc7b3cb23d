import type { Essentials } from '../message/essentials.ts';
import { header } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import { parameter } from '../message/parameter.ts';

/** The start of every branch that is unique in space and time (RFC 3261 section 8.1.1.7). */
export const MAGIC_COOKIE = 'z9hG4bK';

/**
 * The key of the server transaction that a request belongs to (section 17.2.3). `method` names the transaction: INVITE
 * for an ACK, and for the INVITE that a CANCEL is about. Peers of RFC 2543 give no usable branch.
 */
export function serverKey(
  request: SipRequest,
  { via, from, callId, cSeq }: Essentials,
  method: string,
): string {
  const branch = parameter(via, 'branch') ?? '';
  const sentBy = `${via.host.toLowerCase()}:${via.port ?? ''}`;
  if (branch.length > MAGIC_COOKIE.length && branch.toLowerCase().startsWith('z9hg4bk'))
    return `${method} ${branch} ${sentBy}`;
  const tag = parameter(from, 'tag') ?? '';
  return `${method} 2543 ${header(request, 'Via') ?? ''} ${request.uri} ${callId} ${cSeq.number} ${tag}`;
}

/** Two requests outside dialogs with this in common came by two ways from one fork (section 8.2.2.2); null within dialogs. */
export function mergeKey({ from, to, callId, cSeq }: Essentials): string | null {
  const tag = parameter(from, 'tag');
  if (tag === undefined || parameter(to, 'tag') !== undefined) return null;
  return `${tag} ${callId} ${cSeq.number} ${cSeq.method}`;
}

/** The key of the client transaction that a response belongs to (section 17.1.3). */
export const clientKey = (branch: string, method: string): string => `${branch} ${method}`;
