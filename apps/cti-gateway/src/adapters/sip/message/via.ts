import { formatParameters, scanParameters, type Parameter } from './parameter.ts';
import { Scanner } from './scanner.ts';
import { parseHostPort } from './uri.ts';
import { isSpaceCode } from './characters.ts';

/** One Via value (RFC 3261 section 20.42). */
export interface Via {
  /** upper case: UDP, TCP, TLS, WS, WSS or anything */
  readonly transport: string;
  readonly host: string;
  readonly port: number | null;
  readonly parameters: readonly Parameter[];
}

/** Null when it is none, or not of SIP 2.0. */
export function parseVia(value: string): Via | null {
  const scanner = new Scanner(value);
  scanner.skipSpace();
  if (scanner.token().toUpperCase() !== 'SIP' || !scanner.separator('/')) return null;
  if (scanner.token() !== '2.0' || !scanner.separator('/')) return null;
  const transport = scanner.token().toUpperCase();
  const spaceFollows = isSpaceCode(scanner.peek());
  const sentBy = scanSentBy(scanner);
  const parameters = scanParameters(scanner);
  scanner.skipSpace();
  if (transport === '' || !spaceFollows || sentBy === null || parameters === null || !scanner.ended)
    return null;
  return { transport, ...sentBy, parameters };
}

/** `host [: port]` with white space where the grammar allows it. */
function scanSentBy(scanner: Scanner) {
  scanner.skipSpace();
  const host = scanner.peek() === 91 ? `${scanner.upTo(']') ?? ''}]` : scanner.run(isHostEnd);
  const port = scanner.separator(':') ? `:${scanner.token()}` : '';
  return parseHostPort(`${host}${port}`);
}
const isHostEnd = (code: number) => code > 32 && code !== 58 && code !== 59;

export function formatVia({ transport, host, port, parameters }: Via): string {
  return `SIP/2.0/${transport} ${host}${port === null ? '' : `:${port}`}${formatParameters(parameters)}`;
}
