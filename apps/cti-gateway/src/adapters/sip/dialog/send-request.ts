import { isStale } from '../authentication/answer-challenge.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { ClientTransaction, SipStack, Target } from '../stack.ts';
import type { Credentials } from './credentials.ts';

export interface FinalHandlers {
  onProvisional?(response: SipResponse, request: SipRequest): void;
  /** the request is the one that was answered: with other CSeq and credentials after a challenge */
  onFinal(response: SipResponse, request: SipRequest): void;
  onFailure(why: 'timeout' | 'transport'): void;
}

/**
 * Sends a request and, when it is challenged, once more with credentials (RFC 3261 section 22.1). `build` is asked for
 * each attempt, so that each gets a CSeq of its own. A second challenge ends it, unless the nonce was only stale.
 */
export function sendRequest(
  stack: SipStack,
  target: Target,
  credentials: Credentials | null,
  build: (extra: readonly SipHeader[]) => SipRequest,
  hear: FinalHandlers,
): { cancel(headers?: readonly SipHeader[]): void } {
  let current: ClientTransaction | null = null;
  let cancelled = false;
  let attempts = 0;
  const attempt = (extra: readonly SipHeader[]) => {
    attempts += 1;
    const request = build(extra);
    current = stack.send(request, target, {
      onResponse: (response) => {
        if (response.status < 200) return hear.onProvisional?.(response, request);
        const authorization =
          attempts < 3 && !cancelled ? retryWith(response, request, credentials, attempts) : null;
        if (authorization !== null) return attempt([authorization]);
        hear.onFinal(response, request);
      },
      onFailure: (why) => hear.onFailure(why),
    });
  };
  attempt([]);
  return {
    cancel(headers) {
      cancelled = true;
      current?.cancel(headers);
    },
  };
}

function retryWith(
  response: SipResponse,
  request: SipRequest,
  credentials: Credentials | null,
  attempts: number,
): SipHeader | null {
  if (response.status !== 401 && response.status !== 407) return null;
  if (credentials === null || (attempts > 1 && !isStale(response))) return null;
  return credentials.answer(response, request);
}

/** What the repeated request carried, for the ACK to its 2xx (section 13.2.2.4: "the same credentials as the INVITE"). */
export const credentialsIn = (request: SipRequest): readonly SipHeader[] =>
  request.headers.filter(({ name }) => name === 'Authorization' || name === 'Proxy-Authorization');
