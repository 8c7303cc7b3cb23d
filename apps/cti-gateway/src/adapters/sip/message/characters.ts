/** Character classes of RFC 3261 section 25.1, one table lookup each. */
const TOKEN = 1;
const DIGIT = 2;
const HEX = 4;
const USER = 8;
const HOST = 16;
const PARAMETER = 32;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const MARK = "-_.!~*'()";

const classes = new Uint8Array(128);
const put = (characters: string, flag: number) => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    classes[code] = (classes[code] ?? 0) | flag;
  }
};
put(`${LETTERS}${DIGITS}-.!%*_+\`'~`, TOKEN);
put(DIGITS, DIGIT);
put(`${DIGITS}abcdefABCDEF`, HEX);
put(`${LETTERS}${DIGITS}${MARK}&=+$,;?/`, USER);
// an underscore is no host name character, but private networks use it
put(`${LETTERS}${DIGITS}-._`, HOST);
put(`${LETTERS}${DIGITS}${MARK}[]/:&+$`, PARAMETER);

const has = (code: number, flag: number) => ((classes[code] ?? 0) & flag) !== 0;

export const isTokenCode = (code: number) => has(code, TOKEN);
export const isDigitCode = (code: number) => has(code, DIGIT);
export const isHexCode = (code: number) => has(code, HEX);
/** What may stand unescaped in the user part of a SIP URI. */
export const isUserCode = (code: number) => has(code, USER);
export const isHostCode = (code: number) => has(code, HOST);
/** What may stand unescaped in a URI parameter. */
export const isParameterCode = (code: number) => has(code, PARAMETER);
export const isSpaceCode = (code: number) => code === 32 || code === 9;

const every = (text: string, holds: (code: number) => boolean) => {
  for (let at = 0; at < text.length; at += 1) if (!holds(text.charCodeAt(at))) return false;
  return true;
};

export const isToken = (text: string) => text !== '' && every(text, isTokenCode);

/** A decimal number from 0 to `most`, or null; signs, spaces and other notations are no numbers in SIP. */
export function decimal(text: string, most: number): number | null {
  if (text === '' || text.length > 10 || !every(text, isDigitCode)) return null;
  const value = Number(text);
  return value <= most ? value : null;
}

/** A port from 1 to 65535; port 0 can be sent to nobody. */
export function portNumber(text: string): number | null {
  const port = decimal(text, 65_535);
  return port === 0 ? null : port;
}

/** Without spaces and tabs at both ends, in linear time. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start += 1;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
