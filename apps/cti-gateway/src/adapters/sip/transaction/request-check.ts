import type { Essentials } from '../message/essentials.ts';
import { parameter } from '../message/parameter.ts';
import type { SipRequest } from '../message/message.ts';

/** What ends here whatever its hop count; everything else outside a dialog may still be sent on. */
const FOR_US = new Set(['OPTIONS', 'REGISTER', 'CANCEL', 'ACK']);

/** Whether a request has come too far (RFC 3261 section 16.3 item 3; the gateway acts for what is behind it). */
export function hasTooManyHops({ method }: SipRequest, { maxForwards, to }: Essentials): boolean {
  return maxForwards === 0 && parameter(to, 'tag') === undefined && !FOR_US.has(method);
}
