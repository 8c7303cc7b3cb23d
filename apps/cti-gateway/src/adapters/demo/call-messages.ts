import { randomBytes } from 'node:crypto';
import { header, headers } from '../sip/message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../sip/message/message.ts';
import { parseNameAddress } from '../sip/message/name-address.ts';

/** Who calls whom; what stays the same through the whole call (RFC 3261 section 12). */
export interface CallIdentity {
  /** host:port that the gateway answers to */
  readonly here: string;
  readonly remoteUri: string;
  readonly from: string;
  readonly withheld: boolean;
  readonly callId: string;
}

const token = (bytes: number): string => randomBytes(bytes).toString('hex');
const NOTHING = new Uint8Array(0);

/** `number` null withholds it: anonymous, with Privacy (RFC 3323). */
export function newCall(number: string | null, dialled: string, gateway: string, here: string): CallIdentity {
  const who =
    number === null
      ? '"Anonymous" <sip:anonymous@anonymous.invalid>'
      : `<sip:${encodeURIComponent(number).replaceAll('%2B', '+')}@${here}>`;
  return {
    here,
    remoteUri: `sip:${encodeURIComponent(dialled).replaceAll('%2B', '+')}@${gateway}`,
    from: `${who};tag=${token(8)}`,
    withheld: number === null,
    callId: token(16),
  };
}

export function invite(call: CallIdentity, offer: string): SipRequest {
  const privacy: SipHeader[] = call.withheld ? [{ name: 'Privacy', value: 'id' }] : [];
  return {
    kind: 'request',
    method: 'INVITE',
    uri: call.remoteUri,
    headers: [
      ...start(call, 'INVITE', 1, `<${call.remoteUri}>`),
      { name: 'Contact', value: `<sip:caller@${call.here}>` },
      { name: 'Allow', value: 'INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, INFO' },
      { name: 'User-Agent', value: 'Ringside demo caller' },
      ...privacy,
      { name: 'Content-Type', value: 'application/sdp' },
    ],
    body: Buffer.from(offer),
  };
}

/** ACK to a refusal and CANCEL belong to the INVITE's own transaction: same branch (sections 17.1.1.3 and 9.1). */
export function sameTransaction(
  method: 'ACK' | 'CANCEL',
  sent: SipRequest,
  answer: SipResponse | null,
): SipRequest {
  const kept = ['Via', 'Max-Forwards', 'From', 'To', 'Call-ID', 'Route'];
  const copied = sent.headers.filter(({ name }) => kept.includes(name));
  const to = answer === null ? undefined : header(answer, 'To');
  return {
    kind: 'request',
    method,
    uri: sent.uri,
    headers: [
      ...copied.map((one) => (one.name === 'To' && to !== undefined ? { name: 'To', value: to } : one)),
      { name: 'CSeq', value: `1 ${method}` },
    ],
    body: NOTHING,
  };
}

/** A request inside the dialog that a 2xx opened: to its Contact, along its Record-Route (section 12.2.1.1). */
export function within(
  call: CallIdentity,
  opened: SipResponse,
  method: 'ACK' | 'BYE',
  number: number,
): SipRequest {
  const routes = headers(opened, 'Record-Route').toReversed();
  return {
    kind: 'request',
    method,
    uri: parseNameAddress(header(opened, 'Contact') ?? '')?.uri ?? call.remoteUri,
    headers: [
      ...start(call, method, number, header(opened, 'To') ?? `<${call.remoteUri}>`),
      ...routes.map((value) => ({ name: 'Route', value })),
    ],
    body: NOTHING,
  };
}

function start(call: CallIdentity, method: string, number: number, to: string): SipHeader[] {
  return [
    { name: 'Via', value: `SIP/2.0/UDP ${call.here};branch=z9hG4bK${token(12)};rport` },
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: call.from },
    { name: 'To', value: to },
    { name: 'Call-ID', value: call.callId },
    { name: 'CSeq', value: `${number} ${method}` },
  ];
}
