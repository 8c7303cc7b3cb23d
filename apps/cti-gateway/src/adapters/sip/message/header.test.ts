import { describe, expect, it } from 'vitest';
import { header, headers, withHeader, withoutHeader, withTag, withTopHeader } from './header.ts';
import { canonicalName } from './header-name.ts';
import type { SipRequest } from './message.ts';

const request: SipRequest = {
  kind: 'request',
  method: 'OPTIONS',
  uri: 'sip:h',
  headers: [
    { name: 'Via', value: '1' },
    { name: 'Route', value: 'a' },
    { name: 'Via', value: '2' },
  ],
  body: new Uint8Array(0),
};
const written = (message: SipRequest) =>
  message.headers.map(({ name, value }) => `${name}:${value}`).join(' ');

describe('headers of a message', () => {
  it('are found by name, one or all', () => {
    expect(header(request, 'Via')).toBe('1');
    expect(headers(request, 'Via')).toEqual(['1', '2']);
    expect(header(request, 'To')).toBeUndefined();
  });

  it('are replaced where the first one stood, added at the end or the top, and removed', () => {
    expect(written(withHeader(request, 'Via', '3'))).toBe('Via:3 Route:a');
    expect(written(withHeader(request, 'To', 't'))).toBe('Via:1 Route:a Via:2 To:t');
    expect(written(withTopHeader(request, 'Via', '0'))).toBe('Via:0 Via:1 Route:a Via:2');
    expect(written(withoutHeader(request, 'Via'))).toBe('Route:a');
  });

  it('get a tag once, and one in the URI does not count', () => {
    expect(withTag('<sip:a@h>', '1')).toBe('<sip:a@h>;tag=1');
    expect(withTag('<sip:a@h> ; Tag = 2', '1')).toBe('<sip:a@h> ; Tag = 2');
    expect(withTag('<sip:a@h;tag=2>;tagged=x', '1')).toBe('<sip:a@h;tag=2>;tagged=x;tag=1');
  });
});

describe('a header name', () => {
  it.each([
    ['v', 'Via'],
    ['I', 'Call-ID'],
    ['CALL-ID', 'Call-ID'],
    ['cseq', 'CSeq'],
    ['x', 'Session-Expires'],
    ['p-asserted-identity', 'P-Asserted-Identity'],
    ['x-crm-KEY', 'X-Crm-Key'],
  ])('%s is %s', (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical);
  });

  it.each(['', 'a b', 'Via\0', 'Größe', 'a:b'])('"%s" is none', (name) => {
    expect(canonicalName(name)).toBeNull();
  });
});
