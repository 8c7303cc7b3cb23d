import type { CallingParty } from '../../../ports/switch.ts';
import { trimmed } from '../message/characters.ts';
import { header, headers } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import type { NameAddress } from '../message/name-address.ts';
import { parseNameAddress } from '../message/name-address.ts';
import { parseUri } from '../message/uri.ts';

const MOST_CHARACTERS = 128;

/**
 * Who calls (RFC 3323, RFC 3325). P-Asserted-Identity counts from a trusted trunk only; P-Preferred-Identity is a wish of
 * a user agent and counts where nobody asserts; From otherwise. Privacy "id" or "user", or an anonymous From, withholds
 * the number, also when it is asserted: the agent may not see what the caller keeps back.
 */
export function callingParty(request: SipRequest, trusted: boolean): CallingParty {
  const from = parseNameAddress(header(request, 'From') ?? '');
  if (from === null || isAnonymous(from) || isPrivate(request)) return withheld;
  const asserted = trusted ? identityIn(request, 'P-Asserted-Identity') : null;
  const identity = asserted ?? identityIn(request, 'P-Preferred-Identity') ?? from;
  const number = numberOf(identity);
  return number === null
    ? withheld
    : { number, display: shown(identity.display || from.display), withheld: false };
}

const withheld: CallingParty = { number: null, display: '', withheld: true };

/** The first telephone number among several identities (a tel and a sip URI are usual), or the first identity. */
function identityIn(request: SipRequest, name: string): NameAddress | null {
  const identities = headers(request, name)
    .slice(0, 4)
    .map(parseNameAddress)
    .filter((one) => one !== null);
  return identities.find((one) => numberOf(one) !== null) ?? identities[0] ?? null;
}

/** User part or tel number; null for a URI that has none. */
export function numberOf(address: NameAddress): string | null {
  const uri = parseUri(address.uri);
  if (!uri.ok) return null;
  const number = uri.value.scheme === 'tel' ? uri.value.number : (uri.value.user ?? '');
  const [plain = ''] = number.split(';', 1);
  return plain === '' ? null : shown(plain);
}

function isPrivate(request: SipRequest): boolean {
  const wishes = headers(request, 'Privacy').flatMap((value) =>
    value.toLowerCase().split(';', 16).map(trimmed),
  );
  return wishes.includes('id') || wishes.includes('user');
}

/** RFC 3323 section 4.1.1.3, and what carriers and telephones write instead. */
function isAnonymous(from: NameAddress): boolean {
  const uri = parseUri(from.uri);
  if (!uri.ok || uri.value.scheme === 'tel') return false;
  const user = (uri.value.user ?? '').toLowerCase();
  return (
    uri.value.host === 'anonymous.invalid' ||
    ['anonymous', 'unavailable', 'restricted', 'unknown', 'private'].includes(user) ||
    (user === '' && from.display.toLowerCase() === 'anonymous')
  );
}

/** No control characters, no endless names. */
function shown(text: string): string {
  let clean = '';
  for (const character of text.slice(0, MOST_CHARACTERS)) if (!isControl(character)) clean += character;
  return clean.trim();
}

/** C0, DEL, C1, and the marks that turn the direction of text around (a name must not dress up as another). */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || (code >= 127 && code < 160)) return true;
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
