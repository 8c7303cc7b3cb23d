import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';

/** Answers a peer's digest challenge (RFC 3261 section 22). */
export interface Credentials {
  /** The Authorization or Proxy-Authorization header for the repeated request, or null where the challenge can't be met. */
  answer(challenge: SipResponse, request: SipRequest): SipHeader | null;
}
