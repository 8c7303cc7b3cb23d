import { header, headers } from '../message/header.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { parseUri } from '../message/uri.ts';
import { bodyType } from '../dialog/body.ts';
import { acceptHeader, sdpType } from '../dialog/capabilities.ts';
import { timerWordsOf, unsupportedRequirements } from '../dialog/option-tags.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import { agreeAsServer } from '../dialog/session-timer.ts';

/** Carried by every call that we make through a trunk, so that one that comes back is known (RFC 3261 section 16.3 in spirit). */
export const instanceHeader = 'Ringside-Instance';

export interface Refusal {
  readonly status: number;
  readonly headers: readonly SipHeader[];
}

/** What stands against a new INVITE in its own words (RFC 3261 section 8.2, RFC 4028); null: nothing. Hops and merged requests are the stack's. */
export function faultOfInvite(request: SipRequest, instanceId: string, wish: TimerWish): Refusal | null {
  if (headers(request, instanceHeader).includes(instanceId)) return refusal(482);
  const uri = parseUri(request.uri);
  if (!uri.ok) return refusal(uri.refusal === 'scheme' ? 416 : 400);
  const unsupported = unsupportedRequirements(request);
  if (unsupported.length > 0) return refusal(420, { name: 'Unsupported', value: unsupported.join(', ') });
  const type = bodyType(request);
  if ((type !== '' && type !== sdpType) || header(request, 'Content-Encoding') !== undefined)
    return refusal(415, acceptHeader);
  const timer = agreeAsServer(timerWordsOf(request), wish);
  return timer.ok ? null : refusal(422, { name: 'Min-SE', value: String(timer.minimum) });
}

/** The number that was dialled: user part of the request URI, or the number of a tel URI; '' when there is none. */
export function dialledNumber(request: SipRequest): string {
  const uri = parseUri(request.uri);
  if (!uri.ok) return '';
  const number = uri.value.scheme === 'tel' ? uri.value.number : (uri.value.user ?? '');
  return (number.split(';', 1)[0] ?? '').slice(0, 128);
}

const refusal = (status: number, ...headers: readonly SipHeader[]): Refusal => ({ status, headers });
