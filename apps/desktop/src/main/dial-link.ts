const longestLink = 200;
const separators = /[\s().\-/\u00a0]/g;

/**
 * The number in a tel:, sip:, sips: or callto: link (RFC 3966, RFC 3261 section 19.1), or null when the text is something
 * else. Links come from any web page, so nothing but digits, * and # and a leading + comes through.
 */
export function dialNumber(link: string): string | null {
  if (link.length > longestLink) return null;
  const match = /^(?:tel|sips?|callto):(?:\/\/)?([^;?@]*)/i.exec(link.trim());
  if (!match) return null;
  const number = decode(match[1] ?? '').replace(separators, '');
  return /^\+?[0-9*#]{2,32}$/.test(number) ? number : null;
}

/** The first such link among the arguments of a start: how Windows and Linux hand a clicked link over. */
export function dialArgument(args: readonly string[]): string | null {
  for (const arg of args) {
    const number = dialNumber(arg);
    if (number !== null) return number;
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
