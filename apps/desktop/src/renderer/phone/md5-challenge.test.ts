import { expect, test } from 'vitest';
import { keepMd5Challenge } from './md5-challenge.ts';

const response = (...challenges: string[]) =>
  ['SIP/2.0 401 Unauthorized', 'Via: SIP/2.0/WS x;branch=z', ...challenges, 'Content-Length: 0', '', ''].join(
    '\r\n',
  );
const sha = 'WWW-Authenticate: Digest realm="r", nonce="n", algorithm=SHA-256, qop="auth"';
const md5 = 'WWW-Authenticate: Digest realm="r", nonce="n", algorithm=MD5, qop="auth"';
const unnamed = 'WWW-Authenticate: Digest realm="r", nonce="n"';

test('of several challenges the one that can be answered is left', () => {
  expect(keepMd5Challenge(response(sha, md5))).toBe(response(md5));
  expect(keepMd5Challenge(response(sha, unnamed))).toBe(response(unnamed));
});

test('a challenge without one that can be answered is handed on, so that its refusal is seen', () => {
  expect(keepMd5Challenge(response(sha))).toBe(response(sha));
});

test('other messages stay untouched, byte for byte', () => {
  const invite = `INVITE sip:a@b SIP/2.0\r\n${sha}\r\n\r\nbody`;
  expect(keepMd5Challenge(invite)).toBe(invite);
});
