/** A letter as a mail program reads it: header lines unfolded, encoded words (RFC 2047) and bodies decoded. */
export interface ReadMail {
  readonly headers: ReadonlyMap<string, string>;
  /** each part, the text first */
  readonly parts: readonly { readonly headers: ReadonlyMap<string, string>; readonly bytes: Buffer }[];
  readonly text: string;
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
  const parts = (
    boundary === undefined
      ? [raw]
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
  ).map((part) => {
    const one = split(part);
    return {
      headers: one.headers,
      bytes: decoded(one.body, one.headers.get('content-transfer-encoding') ?? ''),
    };
  });
  return { headers, parts, text: parts[0]?.bytes.toString('utf8').replaceAll('\r\n', '\n') ?? '' };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

const words = (text: string): string =>
  text
    .replaceAll(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_all, kind: string, inner: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(inner, 'base64').toString('utf8')
        : quoted(inner.replaceAll('_', ' ')).toString('utf8'),
    );

function decoded(body: string, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return quoted(body.replaceAll(/=\r\n/g, ''));
    default:
      return Buffer.from(body, 'utf8');
  }
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
