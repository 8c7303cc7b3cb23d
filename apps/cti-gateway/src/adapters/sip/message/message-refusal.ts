import type { SipRequest } from './message.ts';
import type { Via } from './via.ts';

/** Why bytes are no message that can be acted on. */
export interface MessageRefusal {
  /** 400 malformed, 413 and 414 too large, 416 unknown URI scheme, 505 another SIP version, 513 message too large */
  readonly status: 400 | 414 | 416 | 505 | 513;
  /** what is wrong, for the reason phrase and the log; holds no text from the network */
  readonly reason: string;
  /** by Content-Length, so that a stream can go on behind it; null when that can't be told */
  readonly bodyBytes: number | null;
  /** what a response can be built from and where it goes; null for responses, ACK, and when too little could be read */
  readonly answerable: { readonly request: SipRequest; readonly via: Via } | null;
}

/** A fault while it is not yet known whether it can be answered. */
export type Fault = Pick<MessageRefusal, 'status' | 'reason'>;

export const malformed = (reason: string): Fault => ({ status: 400, reason });
