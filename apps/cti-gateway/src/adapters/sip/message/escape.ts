import { isHexCode } from './characters.ts';

const PERCENT = 37;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Resolves %HH (RFC 3261 section 19.1.2). Null when a character outside `allowed` stands unescaped or a % lacks its two
 * digits. Octets that are no UTF-8 leave the text as it was written.
 */
export function unescapeText(text: string, allowed: (code: number) => boolean): string | null {
  let escaped = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== PERCENT && !allowed(code)) return null;
    if (code !== PERCENT) continue;
    if (at + 2 >= text.length || !isHexCode(text.charCodeAt(at + 1)) || !isHexCode(text.charCodeAt(at + 2)))
      return null;
    escaped = true;
    at += 2;
  }
  return escaped ? decode(text) : text;
}

function decode(text: string): string {
  const octets = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    octets[length] = code === PERCENT ? Number.parseInt(text.slice(at + 1, at + 3), 16) : code;
    if (code === PERCENT) at += 2;
    length += 1;
  }
  try {
    return strictUtf8.decode(octets.subarray(0, length));
  } catch {
    return text;
  }
}

/** Writes every octet outside `allowed` as %HH. */
export function escapeText(text: string, allowed: (code: number) => boolean): string {
  let written = '';
  for (const octet of Buffer.from(text, 'utf8')) {
    written += octet < 128 && allowed(octet) ? String.fromCharCode(octet) : `%${hex(octet)}`;
  }
  return written;
}
const hex = (octet: number) => octet.toString(16).toUpperCase().padStart(2, '0');
