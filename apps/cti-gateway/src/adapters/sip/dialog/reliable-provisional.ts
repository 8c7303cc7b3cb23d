import { decimal, trimmed } from '../message/characters.ts';
import { parseCSeq } from '../message/c-seq.ts';
import { header } from '../message/header.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import { lists } from './option-tags.ts';

/** The value of RSeq in a reliable provisional response (RFC 3262); null for one that needs no PRACK. */
export function reliableNumberOf(response: SipResponse): number | null {
  if (response.status <= 100 || response.status >= 200 || !lists(response, 'Require', '100rel')) return null;
  return decimal(trimmed(header(response, 'RSeq') ?? ''), 2 ** 32 - 1);
}

/** RAck: the RSeq acknowledged and the CSeq of its INVITE (section 7.2). */
export function acknowledges(prack: SipRequest, rseq: number, invite: SipRequest): boolean {
  const words = trimmed(header(prack, 'RAck') ?? '')
    .split(' ', 16)
    .filter((word) => word !== '');
  const cseq = parseCSeq(header(invite, 'CSeq') ?? '');
  const [number = '', sequence = '', method = ''] = words;
  return (
    decimal(number, 2 ** 32 - 1) === rseq &&
    decimal(sequence, 2 ** 31) === cseq?.number &&
    method === 'INVITE'
  );
}

/** Section 4: they are taken in order; the first may have any number. A repetition or a gap is not acknowledged. */
export const isNextReliable = (last: number | null, rseq: number): boolean =>
  last === null || rseq === last + 1;
