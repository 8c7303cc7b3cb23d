import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { decimal, trimmed } from '../message/characters.ts';
import { parseCSeq } from '../message/c-seq.ts';
import { header, headers } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import { parseNameAddress } from '../message/name-address.ts';
import { parameter } from '../message/parameter.ts';
import { parseUri } from '../message/uri.ts';

/** What a REGISTER asks for (RFC 3261 section 10.3). */
export type RegistrationWish =
  | { readonly what: 'query'; readonly order: Order }
  | { readonly what: 'remove'; readonly order: Order }
  | { readonly what: 'add'; readonly order: Order; readonly contact: string; readonly seconds: number };

export interface Order {
  readonly callId: string;
  readonly cseq: number;
}

const DEFAULT_SECONDS = 600;

/** `malformed`: 400. `tooMany`: a station has one place. */
export function registrationWish(request: SipRequest): Result<RegistrationWish, 'malformed' | 'tooMany'> {
  const cseq = parseCSeq(header(request, 'CSeq') ?? '');
  const contacts = headers(request, 'Contact');
  const [contact] = contacts;
  if (cseq === null) return refuse('malformed');
  const order = { callId: header(request, 'Call-ID') ?? '', cseq: cseq.number };
  if (contact === undefined) return ok({ what: 'query', order });
  const asked = secondsIn(header(request, 'Expires'));
  if (trimmed(contact) === '*') return asked === 0 ? ok({ what: 'remove', order }) : refuse('malformed');
  const address = parseNameAddress(contact);
  if (address === null || !parseUri(address.uri).ok) return refuse('malformed');
  const seconds = secondsIn(parameter(address, 'expires')) ?? asked ?? DEFAULT_SECONDS;
  if (seconds === 0) return ok({ what: 'remove', order });
  if (contacts.length > 1) return refuse('tooMany');
  return ok({ what: 'add', order, contact: address.uri, seconds });
}

const secondsIn = (text: string | undefined): number | null =>
  text === undefined ? null : decimal(trimmed(text), 2 ** 32 - 1);

/** The user part of the To URI: a station's id; null when there is none. */
export function addressOfRecord(request: SipRequest): string | null {
  const address = parseNameAddress(header(request, 'To') ?? '');
  const uri = address === null ? null : parseUri(address.uri);
  return uri?.ok && uri.value.scheme !== 'tel' ? uri.value.user : null;
}
