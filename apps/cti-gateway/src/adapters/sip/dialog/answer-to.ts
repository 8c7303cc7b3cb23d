import { headers } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { responseTo } from '../message/response-to.ts';

/** A response of the transaction user. One that makes a dialog repeats the Record-Route of the INVITE (RFC 3261 section 12.1.1). */
export function answerTo(
  request: SipRequest,
  status: number,
  more: { readonly tag?: string; readonly headers?: readonly SipHeader[]; readonly body?: Uint8Array } = {},
): SipResponse {
  const makesDialog = request.method === 'INVITE' && status > 100 && status < 300;
  const routes = makesDialog ? headers(request, 'Record-Route') : [];
  const lines = [...routes.map((value) => ({ name: 'Record-Route', value })), ...(more.headers ?? [])];
  return responseTo(request, status, null, {
    ...(more.tag === undefined ? {} : { toTag: more.tag }),
    headers: lines,
    ...(more.body === undefined ? {} : { body: more.body }),
  });
}
