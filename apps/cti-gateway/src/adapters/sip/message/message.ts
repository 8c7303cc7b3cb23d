/**
 * A parsed SIP message (RFC 3261 section 7). Header fields keep their order and text; names are canonical
 * ("Call-ID", "Via"; compact forms of section 7.3.3 resolved). Several fields of one name are several entries, and
 * comma-joined ones of list headers (Via, Route, Record-Route, Contact...) are split by the parser.
 */
export interface SipHeader {
  readonly name: string;
  readonly value: string;
}

interface Message {
  readonly headers: readonly SipHeader[];
  readonly body: Uint8Array;
}
export interface SipRequest extends Message {
  readonly kind: 'request';
  readonly method: string;
  /** request URI as received */
  readonly uri: string;
}
export interface SipResponse extends Message {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
}
export type SipMessage = SipRequest | SipResponse;
