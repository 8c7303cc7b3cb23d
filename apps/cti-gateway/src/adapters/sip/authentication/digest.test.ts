import { describe, expect, it } from 'vitest';
import { digestResponse, ha1Of, sameSecret, type DigestAlgorithm } from './digest.ts';

describe('the example of RFC 7616 section 3.9.1', () => {
  const responseWith = (algorithm: DigestAlgorithm) =>
    digestResponse({
      algorithm,
      ha1: ha1Of(algorithm, 'Mufasa', 'http-auth@example.org', 'Circle of Life'),
      method: 'GET',
      uri: '/dir/index.html',
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      quality: { qop: 'auth', nc: '00000001', cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
      body: new Uint8Array(0),
    });

  it('comes out the same with MD5 and with SHA-256', () => {
    expect(responseWith('MD5')).toBe('8ca523f5e9506fed4657c9700eebdbec');
    expect(responseWith('SHA-256')).toBe('753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1');
  });
});

it('secrets are compared in whole, whatever their lengths', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('abc', 'abcd')).toBe(false);
  expect(sameSecret('', '')).toBe(true);
});
