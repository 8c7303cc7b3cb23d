/** One piece of a file, [from, until). */
export interface ByteRange {
  readonly from: number;
  readonly until: number;
}

/**
 * The piece that a Range header asks for (RFC 9110 section 14.2): "bytes=0-99", "bytes=100-" or "bytes=-50". `whole`
 * where there is no such header, or one of several pieces, which may be answered with everything; `none` where the piece
 * lies behind the end (416).
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'none' {
  const match = header === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return 'whole';
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const until = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from < until ? { from, until } : 'none';
}
