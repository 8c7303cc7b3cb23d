import { isSpaceCode, isTokenCode } from './characters.ts';
import { quote, type Scanner } from './scanner.ts';

/** `;name=value` behind a header value or a Via; names are in lower case, values without quotes. */
export interface Parameter {
  readonly name: string;
  /** null for a parameter that has no value (`;lr`) */
  readonly value: string | null;
}

/** More than anybody writes; keeps the search for doubles cheap. */
const MOST_PARAMETERS = 64;

const SEMICOLON = 59;
const QUOTE = 34;
/** A value without quotes: tokens, hosts with brackets, and whatever else does not end it. */
const isValueCode = (code: number) =>
  !isSpaceCode(code) && code !== SEMICOLON && code !== QUOTE && code !== 44 && code !== 60 && code !== 62;

/** Reads `*( ";" name [ "=" value ] )`; null when it is not that, or a name stands twice (RFC 3261 section 7.3.1). */
export function scanParameters(scanner: Scanner): readonly Parameter[] | null {
  const parameters: Parameter[] = [];
  while (scanner.separator(';')) {
    const name = scanner.token().toLowerCase();
    if (name === '') return null;
    const value = scanner.separator('=') ? scanValue(scanner) : null;
    if (value === undefined || parameters.length === MOST_PARAMETERS) return null;
    for (const known of parameters) if (known.name === name) return null;
    parameters.push({ name, value });
  }
  return parameters;
}

function scanValue(scanner: Scanner): string | undefined {
  if (scanner.peek() === QUOTE) return scanner.quoted() ?? undefined;
  return scanner.run(isValueCode) || undefined;
}

/** The value of a parameter, '' when it stands there without one, undefined when it is missing. */
export function parameter(
  of: { readonly parameters: readonly Parameter[] },
  name: string,
): string | undefined {
  for (const one of of.parameters) if (one.name === name) return one.value ?? '';
  return undefined;
}

export function formatParameters(parameters: readonly Parameter[]): string {
  let text = '';
  for (const { name, value } of parameters)
    text += value === null ? `;${name}` : `;${name}=${bare(value) ? value : quote(value)}`;
  return text;
}

/** Tokens and hosts go without quotes. */
function bare(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) if (!isBareCode(value.charCodeAt(at))) return false;
  return value !== '';
}
const isBareCode = (code: number) => isTokenCode(code) || code === 58 || code === 91 || code === 93;
