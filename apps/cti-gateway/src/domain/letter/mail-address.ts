/**
 * One address (RFC 5321 addr-spec without quoting or comments) and nothing else: no list, no name, no line break. The
 * part before the "@" may be in any script (RFC 6531); a domain is checked by whoever delivers to it.
 */
const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

export const isMailAddress = (text: string): boolean => ADDRESS.test(text);
