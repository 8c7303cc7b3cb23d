import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMITS } from './message-limits.ts';
import type { SipMessage } from './message.ts';
import { parseAuthentication } from './challenge.ts';
import { parseCSeq } from './c-seq.ts';
import { parseMessage } from './parse-message.ts';
import { formatNameAddress, parseNameAddress } from './name-address.ts';
import { serializeMessage } from './serialize-message.ts';
import { formatUri, parseUri } from './uri.ts';
import { parseVia } from './via.ts';

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.!%*_+`'~-]{0,11}$/);
const host = fc.constantFrom('example.com', '192.0.2.1', '[2001:db8::1]', 'a-b.c_d');
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null });
const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });
const oneLine = anyText.map((text) => text.replaceAll(/[\r\n]/g, '').trim());
const parameters = fc.uniqueArray(
  fc.record({
    name: word.map((name) => name.toLowerCase()),
    value: fc.option(fc.oneof(word, oneLine), { nil: null }),
  }),
  { selector: ({ name }) => name, maxLength: 4 },
);
const uriParts = fc.uniqueArray(
  fc.record({ name: word.map((name) => name.toLowerCase()), value: fc.option(anyText, { nil: null }) }),
  { selector: ({ name }) => name, maxLength: 4 },
);
const sipUri = fc.record({
  scheme: fc.constantFrom('sip' as const, 'sips' as const),
  user: fc.option(
    anyText.filter((text) => text !== ''),
    { nil: null },
  ),
  password: fc.constant(null),
  host,
  port,
  parameters: uriParts,
  headers: uriParts,
});
/** headers are for links, not for requests */
const requestUri = sipUri.map((uri) => formatUri({ ...uri, headers: [] }));
const address = fc.record({ display: oneLine, uri: sipUri.map(formatUri), parameters });
const free = fc.record({
  name: fc.constantFrom('Subject', 'X-Crm-Key', 'User-Agent', 'Organization'),
  value: oneLine,
});

const message: fc.Arbitrary<SipMessage> = fc
  .record({
    start: fc.oneof(
      fc.record({ kind: fc.constant('request' as const), method: word, uri: requestUri }),
      fc.record({
        kind: fc.constant('response' as const),
        status: fc.integer({ min: 100, max: 699 }),
        reason: oneLine,
      }),
    ),
    from: address,
    to: address,
    contact: fc.array(address, { maxLength: 3 }),
    callId: word,
    number: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    free: fc.array(free, { maxLength: 4 }),
    body: fc.uint8Array({ maxLength: 60 }),
  })
  .filter(({ start }) => start.kind === 'response' || !start.method.toUpperCase().startsWith('SIP/'))
  .map(({ start, from, to, contact, callId, number, free: more, body }) => ({
    ...start,
    headers: [
      { name: 'Via', value: 'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1' },
      { name: 'From', value: formatNameAddress(from) },
      { name: 'To', value: formatNameAddress(to) },
      ...contact.map((one) => ({ name: 'Contact', value: formatNameAddress(one) })),
      { name: 'Call-ID', value: callId },
      { name: 'CSeq', value: `${number} ${start.kind === 'request' ? start.method : 'INVITE'}` },
      ...more,
      { name: 'Content-Length', value: String(body.length) },
    ],
    body,
  }));

/** Pieces that real messages are made of, so that what is generated gets past the first check. */
const fragment = fc.oneof(
  fc.constantFrom(
    'INVITE sip:a@b SIP/2.0\r\n',
    'SIP/2.0 200 OK\r\n',
    'Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\n',
    'From: <sip:a@b>;tag=1\r\n',
    'To: <sip:a@b>\r\n',
    'Call-ID: 1\r\n',
    'CSeq: 1 INVITE\r\n',
    'Contact: ',
    'Content-Length: ',
    '\r\n',
    '\r\n ',
    '\r',
    '\n',
    '"',
    '<',
    '>',
    ',',
    ';',
    ':',
    '=',
    '%',
    '\\',
    '@',
    '[',
    ']',
    '?',
    '&',
    '\0',
    ' ',
    '\t',
    '99999',
    '陳',
  ),
  fc.string({ maxLength: 8 }),
);
const nearlyMessage = fc
  .array(fragment, { maxLength: 60 })
  .map((pieces) => Buffer.from(pieces.join(''), 'utf8'));

describe('whatever comes', () => {
  it('a message that is written and read is the same message', () => {
    fc.assert(
      fc.property(message, (written) => {
        const read = parseMessage(serializeMessage(written), MESSAGE_LIMITS);
        expect(read).toMatchObject({ ok: true });
        if (!read.ok) return;
        const { body, ...rest } = read.value.message;
        const { body: expectedBody, headers, ...expectedRest } = written;
        const inOrder = [
          ...headers.filter(({ name }) => name !== 'Content-Length'),
          { name: 'Content-Length', value: String(expectedBody.length) },
        ];
        expect({ ...rest, body: [...body] }).toEqual({
          ...expectedRest,
          headers: inOrder,
          body: [...expectedBody],
        });
      }),
    );
  });

  it('a URI and a name are read as they were written', () => {
    fc.assert(
      fc.property(sipUri, (uri) => {
        expect(parseUri(formatUri(uri))).toEqual({ ok: true, value: uri });
      }),
    );
    fc.assert(
      fc.property(address, (one) => {
        expect(parseNameAddress(formatNameAddress(one))).toEqual(one);
      }),
    );
  });

  it('no bytes make the parser throw', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets)),
      nearlyMessage,
    );
    fc.assert(
      fc.property(bytes, (octets) => {
        const read = parseMessage(octets, MESSAGE_LIMITS);
        const again = read.ok ? parseMessage(serializeMessage(read.value.message), MESSAGE_LIMITS).ok : true;
        expect(again).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('no text makes a value parser throw', () => {
    const text = fc.array(fragment, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (value) => {
        for (const parse of [parseUri, parseNameAddress, parseVia, parseCSeq, parseAuthentication])
          parse(value);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('time to read', () => {
  const piece = [
    'x\r\n',
    ' ',
    '\t',
    '\r\n ',
    ',',
    '"',
    '\\"',
    '<',
    ';a',
    '%41',
    'a:',
    ':',
    '[',
    '"a\\',
    ';=',
    'a=1,',
    '(',
    '\r',
    '\n',
    '\0',
  ];
  const parsers = { parseUri, parseNameAddress, parseVia, parseAuthentication };
  const message = (filling: string) =>
    Buffer.from(
      `OPTIONS sip:h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nContact: ${filling}\r\n\r\n`,
      'utf8',
    );
  const unlimited = { messageBytes: 1e9, headerCount: 1e9, headerLength: 1e9, uriLength: 1e9 };
  /** Processor time in ms, for a busy machine must not fail this. */
  const cost = (act: () => unknown) => {
    const rounds = [1, 2, 3].map(() => {
      const before = process.threadCpuUsage();
      act();
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    });
    return Math.min(...rounds);
  };
  /** Sixteen times the length: a linear reader takes 16 times as long, a quadratic one 256 times. The rest is for the compiler and the collector. */
  const atMost = (shorter: number) => 100 * shorter + 100;

  it.each(piece)(
    'does not grow faster than the length when %j is repeated, even without limits',
    (repeated) => {
      const shorter = repeated.repeat(40_000 / repeated.length);
      const longer = repeated.repeat(640_000 / repeated.length);
      for (const parse of Object.values(parsers)) {
        expect(cost(() => parse(`sip:${longer}`))).toBeLessThan(atMost(cost(() => parse(`sip:${shorter}`))));
      }
      const read = (filling: string) => cost(() => parseMessage(message(filling), unlimited));
      expect(read(longer)).toBeLessThan(atMost(read(shorter)));
    },
  );
});
