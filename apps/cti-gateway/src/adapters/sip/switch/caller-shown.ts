import { isUserCode } from '../message/characters.ts';
import { escapeText } from '../message/escape.ts';
import { formatNameAddress } from '../message/name-address.ts';

/** The From of an agent's leg: the caller as the desk phone or softphone shows them (RFC 3323 section 4.1.1.3 when withheld). */
export function callerShown(caller: { number: string | null; display: string }, realm: string): string {
  if (caller.number === null) return anonymousFrom;
  const uri = `sip:${escapeText(caller.number, isUserCode)}@${realm}`;
  return formatNameAddress({ display: printable(caller.display), uri, parameters: [] });
}

export const anonymousFrom = '"Anonymous" <sip:anonymous@anonymous.invalid>';

/** Control characters could end the header line. */
function printable(text: string): string {
  let clean = '';
  for (const character of text.slice(0, 128)) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 32 && code !== 127) clean += character;
  }
  return clean;
}
