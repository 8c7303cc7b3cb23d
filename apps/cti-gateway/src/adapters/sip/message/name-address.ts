import { isToken, trimmed } from './characters.ts';
import { formatParameters, scanParameters, type Parameter } from './parameter.ts';
import { quote, Scanner } from './scanner.ts';
import { parseUri } from './uri.ts';

/** A From, To, Contact, Route or P-Asserted-Identity value (RFC 3261 section 20.10). */
export interface NameAddress {
  /** without quotes; '' when there is none */
  readonly display: string;
  /** a well-formed URI of any scheme, as written; parseUri() gives its parts */
  readonly uri: string;
  /** header parameters (tag, expires, q …), not those of the URI */
  readonly parameters: readonly Parameter[];
}

const LESS = 60;
const QUOTE = 34;

/** Null when it is none, or its URI is malformed. */
export function parseNameAddress(value: string): NameAddress | null {
  const scanner = new Scanner(value);
  scanner.skipSpace();
  const display = scanDisplay(scanner);
  if (display === null) return null;
  const uri = scanner.peek() === LESS ? scanBracketed(scanner) : display === '' ? scanBare(scanner) : null;
  if (uri === null) return null;
  const parsed = parseUri(uri);
  if (!parsed.ok && parsed.refusal === 'malformed') return null;
  const parameters = scanParameters(scanner);
  scanner.skipSpace();
  return parameters === null || !scanner.ended ? null : { display, uri, parameters };
}

function scanDisplay(scanner: Scanner): string | null {
  if (scanner.peek() === QUOTE) {
    const display = scanner.quoted();
    scanner.skipSpace();
    return scanner.peek() === LESS ? display : null;
  }
  const bracket = scanner.text.indexOf('<', scanner.at);
  if (bracket === -1) return '';
  const words = trimmed(scanner.text.slice(scanner.at, bracket));
  // the bracket belongs to something behind the URI
  if (words.includes(';')) return '';
  scanner.at = bracket;
  return isDisplayText(words) ? words : null;
}

/** The grammar allows tokens; names with other letters are common and harmless, separators are neither. */
function isDisplayText(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const character = words.charAt(at);
    const code = words.charCodeAt(at);
    if (code < 128 && character !== ' ' && character !== '\t' && !isToken(character)) return false;
  }
  return true;
}

function scanBracketed(scanner: Scanner): string | null {
  scanner.at += 1;
  return scanner.upTo('>');
}

/** Without brackets, parameters belong to the header, and a comma, question mark or semicolon can't be in the URI (section 20). */
function scanBare(scanner: Scanner): string | null {
  const uri = scanner.run((code) => code > 32 && code !== 59 && code !== 44 && code !== 60 && code !== 62);
  return uri.includes('?') ? null : uri;
}

export function formatNameAddress({ display, uri, parameters }: NameAddress): string {
  const name = display === '' ? '' : `${quote(display)} `;
  return `${name}<${uri}>${formatParameters(parameters)}`;
}
