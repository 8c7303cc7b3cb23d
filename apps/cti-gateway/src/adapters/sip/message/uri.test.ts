import { describe, expect, it } from 'vitest';
import { formatUri, parseUri } from './uri.ts';

describe('a SIP URI', () => {
  it('has user, password, host, port, parameters and headers', () => {
    const text = 'sips:maya:secret@Example.COM:5061;transport=tls;lr?Subject=hello%20you&X=1';
    expect(parseUri(text)).toEqual({
      ok: true,
      value: {
        scheme: 'sips',
        user: 'maya',
        password: 'secret',
        host: 'example.com',
        port: 5061,
        parameters: [
          { name: 'transport', value: 'tls' },
          { name: 'lr', value: null },
        ],
        headers: [
          { name: 'subject', value: 'hello you' },
          { name: 'x', value: '1' },
        ],
      },
    });
  });

  it('may be a host alone', () => {
    expect(parseUri('sip:example.com')).toMatchObject({ ok: true, value: { user: null, port: null } });
  });

  it('may have an IPv6 host, with and without port', () => {
    expect(parseUri('sip:li@[2001:db8::10]')).toMatchObject({
      ok: true,
      value: { host: '[2001:db8::10]', port: null },
    });
    expect(parseUri('sip:[::1]:5070')).toMatchObject({ ok: true, value: { host: '[::1]', port: 5070 } });
  });

  it.each(['sip:2001:db8::10', 'sip:[2001:db8::10', 'sip:[zz]', 'sip:[]', 'sip:[::1]x'])(
    'refuses %s, which is no IPv6 host',
    (text) => {
      expect(parseUri(text)).toEqual({ ok: false, refusal: 'malformed' });
    },
  );

  it.each(['0', '65536', '99999', '-1', '', '5060 ', '0x10', '5e3', '99999999999999999999'])(
    'refuses port "%s" when it is read, not when something is sent there',
    (port) => {
      expect(parseUri(`sip:maya@example.com:${port}`)).toEqual({ ok: false, refusal: 'malformed' });
    },
  );

  it.each(['1', '5060', '65535'])('takes port %s', (port) => {
    expect(parseUri(`sip:example.com:${port}`)).toMatchObject({ ok: true, value: { port: Number(port) } });
  });

  it('takes every character that RFC 3261 allows in a user', () => {
    const user = "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*";
    expect(parseUri(`sip:${user}:&it+has=1,weird!*pas$wo~d@example.com`)).toMatchObject({
      ok: true,
      value: { user, password: '&it+has=1,weird!*pas$wo~d' },
    });
  });

  it('keeps a semicolon in the user apart from parameters', () => {
    expect(parseUri('sip:user;par=u%40example.net@example.com')).toMatchObject({
      ok: true,
      value: { user: 'user;par=u@example.net', host: 'example.com', parameters: [] },
    });
  });

  it('resolves escapes, even of a NUL, and names in Chinese', () => {
    expect(parseUri('sip:null-%00-null@example.com')).toMatchObject({
      ok: true,
      value: { user: 'null-\0-null' },
    });
    expect(parseUri('sip:%E9%99%B3@example.com')).toMatchObject({ ok: true, value: { user: '陳' } });
  });

  it('leaves octets that are no UTF-8 as they were written', () => {
    expect(parseUri('sip:%FF@example.com')).toMatchObject({ ok: true, value: { user: '%FF' } });
  });

  it.each([
    'sip:a%4@h',
    'sip:a%@h',
    'sip:a%zz@h',
    'sip:@h',
    'sip:',
    'sip:a@',
    'sip:a@b@c',
    'sip:a b@c',
    'sip:h;a=1;a=2',
    'sip:h;=1',
    '',
    ':',
    'sip',
  ])('refuses "%s"', (text) => {
    expect(parseUri(text)).toEqual({ ok: false, refusal: 'malformed' });
  });

  it('refuses more parameters than anybody writes', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `;p${index}=1`).join('');
    expect(parseUri(`sip:example.com${many}`)).toEqual({ ok: false, refusal: 'malformed' });
  });
});

describe('a telephone URI', () => {
  it('gives the number without what is there for the eye', () => {
    expect(parseUri('tel:+886-2-(2345).6789;phone-context=+886')).toMatchObject({
      ok: true,
      value: { scheme: 'tel', number: '+886223456789' },
    });
  });

  it.each(['tel:', 'tel:+', 'tel:12x', 'tel:1+2', 'tel: 12'])('refuses "%s"', (text) => {
    expect(parseUri(text)).toEqual({ ok: false, refusal: 'malformed' });
  });
});

describe('a URI of another scheme', () => {
  it.each([
    'soap.beep://192.0.2.103:3002',
    'nobodyKnowsThisScheme:totallyopaquecontent',
    'mailto:maya@example.com',
  ])('is told apart from a malformed one: %s', (text) => {
    expect(parseUri(text)).toEqual({ ok: false, refusal: 'scheme' });
  });
});

describe('a written URI', () => {
  it.each([
    'sip:maya@example.com',
    'sips:maya:secret@example.com:5061;transport=tls;lr?subject=a%20b&x=1',
    'sip:user;par=u%40example.net@example.com',
    'sip:%E9%99%B3@[::1]:5060',
    'tel:+886223456789;ext=12',
  ])('is read back the same: %s', (text) => {
    const parsed = parseUri(text);
    expect(parsed.ok && formatUri(parsed.value)).toBe(text);
  });

  it('can hold any user', () => {
    const written = formatUri({
      scheme: 'sip',
      user: 'a@b"<>\r\n 陳',
      password: null,
      host: 'h',
      port: null,
      parameters: [],
      headers: [],
    });
    expect(written).toBe('sip:a%40b%22%3C%3E%0D%0A%20%E9%99%B3@h');
    expect(parseUri(written)).toMatchObject({ ok: true, value: { user: 'a@b"<>\r\n 陳' } });
  });
});
