import type { SipRequest } from '../message/message.ts';
import { formatVia, type Via } from '../message/via.ts';
import type { LiveFlow } from './live-flow.ts';
import { plainAddress, withoutBrackets } from './listener.ts';

/** Adds to the top Via where the request really came from: `received` (RFC 3261 section 18.2.1) and `rport` (RFC 3581 section 4). */
export function stampVia(request: SipRequest, via: Via, flow: LiveFlow): SipRequest {
  const address = plainAddress(flow.remoteAddress);
  const asksPort = via.parameters.some(({ name }) => name === 'rport');
  if (!asksPort && withoutBrackets(via.host) === address) return request;
  const kept = via.parameters.filter(({ name }) => name !== 'received' && name !== 'rport');
  const port = asksPort ? [{ name: 'rport', value: String(flow.remotePort) }] : [];
  const parameters = [...kept, { name: 'received', value: address }, ...port];
  const top = request.headers.findIndex(({ name }) => name === 'Via');
  const headers = [...request.headers];
  headers[top] = { name: 'Via', value: formatVia({ ...via, parameters }) };
  return { ...request, headers };
}
