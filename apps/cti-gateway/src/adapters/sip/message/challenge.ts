import { isSpaceCode, isToken } from './characters.ts';
import { quote, Scanner } from './scanner.ts';

/**
 * A challenge (WWW-Authenticate, Proxy-Authenticate) or credentials (Authorization, Proxy-Authorization):
 * a scheme and `name=value` pairs (RFC 3261 section 25.1, RFC 7616). Names are in lower case, values without quotes.
 */
export interface AuthenticationValue {
  /** lower case, "digest" for the only one that SIP uses */
  readonly scheme: string;
  readonly pairs: ReadonlyMap<string, string>;
}

const MOST_PAIRS = 32;

/** Null when it is malformed or a name stands twice. */
export function parseAuthentication(value: string): AuthenticationValue | null {
  const scanner = new Scanner(value);
  scanner.skipSpace();
  const scheme = scanner.token().toLowerCase();
  if (scheme === '' || !isSpaceCode(scanner.peek())) return null;
  const pairs = new Map<string, string>();
  do {
    scanner.skipSpace();
    const name = scanner.token().toLowerCase();
    if (name === '' || !scanner.separator('=')) return null;
    const text = scanner.peek() === 34 ? scanner.quoted() : scanner.run(isValueCode);
    if (text === null || pairs.has(name) || pairs.size === MOST_PAIRS) return null;
    pairs.set(name, text);
  } while (scanner.separator(','));
  return scanner.ended ? { scheme, pairs } : null;
}
const isValueCode = (code: number) => code > 32 && code !== 44 && code !== 34;

/** RFC 7616 section 3.4: these are written without quotes. */
const BARE = new Set(['algorithm', 'stale', 'nc', 'qop']);

/** Writes `Digest name="value", …`; in a challenge the list of qop values is quoted, in credentials the one chosen is not. */
export function formatAuthentication(
  of: 'challenge' | 'credentials',
  pairs: Iterable<readonly [string, string]>,
): string {
  const written: string[] = [];
  for (const [name, value] of pairs) {
    const bare = BARE.has(name) && isToken(value) && !(of === 'challenge' && name === 'qop');
    written.push(`${name}=${bare ? value : quote(value)}`);
  }
  return `Digest ${written.join(', ')}`;
}
