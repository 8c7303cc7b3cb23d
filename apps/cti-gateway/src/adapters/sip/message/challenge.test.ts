import { describe, expect, it } from 'vitest';
import { formatAuthentication, parseAuthentication } from './challenge.ts';

describe('a challenge', () => {
  it('reads pairs with and without quotes', () => {
    const parsed = parseAuthentication(
      'Digest realm="a \\"b\\", c" ,nonce=x==, qop="auth,auth-int",algorithm=SHA-256, stale = TRUE',
    );
    expect(parsed?.scheme).toBe('digest');
    expect(Object.fromEntries(parsed?.pairs ?? [])).toEqual({
      realm: 'a "b", c',
      nonce: 'x==',
      qop: 'auth,auth-int',
      algorithm: 'SHA-256',
      stale: 'TRUE',
    });
  });

  it('keeps the scheme, so that one that nobody knows can be passed over', () => {
    expect(parseAuthentication('NoOneKnowsThisScheme opaque-data=here')?.scheme).toBe('nooneknowsthisscheme');
  });

  it.each([
    '',
    'Digest',
    'Digest ',
    'Digest realm',
    'Digest realm="x',
    'Digest realm="a", realm="b"',
    'Digest realm="a" nonce="b"',
    'Digest ,',
  ])('refuses "%s"', (text) => {
    expect(parseAuthentication(text)).toBeNull();
  });

  it('quotes qop in a challenge and not in credentials', () => {
    const pairs = [
      ['realm', 'r'],
      ['qop', 'auth'],
      ['nc', '00000001'],
    ] as const;
    expect(formatAuthentication('challenge', pairs)).toBe('Digest realm="r", qop="auth", nc=00000001');
    expect(formatAuthentication('credentials', pairs)).toBe('Digest realm="r", qop=auth, nc=00000001');
  });
});
