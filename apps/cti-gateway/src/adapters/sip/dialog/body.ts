import { trimmed } from '../message/characters.ts';
import { header } from '../message/header.ts';
import type { SipHeader, SipMessage } from '../message/message.ts';
import { dtmfRelayType, dtmfType, sdpType } from './capabilities.ts';

const NOTHING = new Uint8Array(0);

/** Media type of the body in lower case without parameters; '' without a body. */
export function bodyType(message: SipMessage): string {
  if (message.body.length === 0) return '';
  return trimmed((header(message, 'Content-Type') ?? sdpType).split(';', 1)[0] ?? '').toLowerCase();
}

/** The session description in a message, or null. */
export function sdpOf(message: SipMessage): string | null {
  return bodyType(message) === sdpType ? Buffer.from(message.body).toString('utf8') : null;
}

export function withSdp(sdp: string | null): { headers: readonly SipHeader[]; body: Uint8Array } {
  if (sdp === null) return { headers: [], body: NOTHING };
  return { headers: [{ name: 'Content-Type', value: sdpType }], body: Buffer.from(sdp, 'utf8') };
}

/** The key in an INFO (Signal=5 in application/dtmf-relay, or the key alone in application/dtmf); null when there is none. */
export function digitOf(message: SipMessage): string | null {
  const type = bodyType(message);
  if (message.body.length > 512 || (type !== dtmfRelayType && type !== dtmfType)) return null;
  const text = Buffer.from(message.body).toString('latin1');
  if (type === dtmfType) return asDigit(text.trim());
  for (const line of text.split('\n', 8)) {
    const [name = '', value = ''] = line.split('=', 2);
    if (name.trim().toLowerCase() === 'signal') return asDigit(value.trim());
  }
  return null;
}

/** Some phones write * and # as 10 and 11 (RFC 2833 codes). */
function asDigit(signal: string): string | null {
  if (signal === '10') return '*';
  if (signal === '11') return '#';
  const key = signal.toUpperCase();
  return key.length === 1 && '0123456789*#ABCD'.includes(key) ? key : null;
}
