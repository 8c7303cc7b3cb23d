import { describe, expect, it } from 'vitest';
import { formatNameAddress, parseNameAddress } from './name-address.ts';
import { parameter } from './parameter.ts';

describe('a name and address', () => {
  it.each([
    ['"Mr Okafor" <sip:okafor@example.com>;tag=1', 'Mr Okafor', 'sip:okafor@example.com', '1'],
    ['"陳大文" <sip:chen@example.com>;tag=1', '陳大文', 'sip:chen@example.com', '1'],
    ['陳大文 <sip:chen@example.com>;tag=1', '陳大文', 'sip:chen@example.com', '1'],
    ['Mr Okafor <sip:okafor@example.com> ; tag = 1', 'Mr Okafor', 'sip:okafor@example.com', '1'],
    ['caller<sip:caller@example.com>;tag=323', 'caller', 'sip:caller@example.com', '323'],
    [
      '"J Rosenberg \\\\\\"" <sip:jdrosen@example.com>;tag=98asjd8',
      'J Rosenberg \\"',
      'sip:jdrosen@example.com',
      '98asjd8',
    ],
    ['"a, b; c <d>" <sip:x@example.com>;tag=9', 'a, b; c <d>', 'sip:x@example.com', '9'],
    ['sip:okafor@example.com;tag=1', '', 'sip:okafor@example.com', '1'],
    ['<sip:okafor@example.com;tag=uri>;tag=header', '', 'sip:okafor@example.com;tag=uri', 'header'],
    ['<tel:+886912345678>;TAG=1', '', 'tel:+886912345678', '1'],
    ['"" <sip:x@example.com>;q="0.5, 1";tag=a', '', 'sip:x@example.com', 'a'],
  ])('reads %s', (text, display, uri, tag) => {
    const address = parseNameAddress(text);
    expect(address).toMatchObject({ display, uri });
    expect(address && parameter(address, 'tag')).toBe(tag);
  });

  it('leaves a scheme that it does not know to others', () => {
    expect(parseNameAddress('<mailto:maya@example.com>')?.uri).toBe('mailto:maya@example.com');
  });

  it.each([
    ['', 'nothing'],
    ['"Mr. J. User <sip:j.user@example.com>', 'a quote that does not end'],
    ['<sip:x@example.com', 'a bracket that does not end'],
    ['sip:user@example.com?Route=%3Csip:sip.example.com%3E', 'URI headers without brackets'],
    ['< sip:t.watson@example.org >', 'spaces inside brackets'],
    ['Bell, Alexander <sip:a.g.bell@example.com>', 'a comma in a name without quotes'],
    ['<sip:x@example.com>;tag=1;tag=2', 'a parameter twice'],
    ['<sip:x@example.com:99999>', 'a port that does not exist'],
    ['<sip:x@example.com> trailing', 'something behind it'],
    ['"name" sip:x@example.com', 'a name without brackets'],
    ['<sip:x@example.com>;=1', 'a parameter without a name'],
  ])('refuses %s: %s', (text) => {
    expect(parseNameAddress(text)).toBeNull();
  });

  it('is written so that it reads back, whatever the name', () => {
    const address = { display: 'a "b" \\ 陳', uri: 'sip:x@h', parameters: [{ name: 'tag', value: 'a b' }] };
    expect(parseNameAddress(formatNameAddress(address))).toEqual(address);
  });
});
