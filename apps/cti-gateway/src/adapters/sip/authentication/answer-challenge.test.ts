import { describe, expect, it } from 'vitest';
import { parseAuthentication } from '../message/challenge.ts';
import type { SipResponse } from '../message/message.ts';
import { answerChallenge } from './answer-challenge.ts';
import { digestResponse, ha1Of, hashHex } from './digest.ts';

const request = { method: 'INVITE', uri: 'sip:+886912345678@carrier.example', body: Buffer.from('v=0') };
const account = { userName: 'centre', password: 'pass' };
const challengedWith = (status: 401 | 407, ...values: readonly string[]): SipResponse => ({
  kind: 'response',
  status,
  reason: '',
  headers: values.map((value) => ({
    name: status === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate',
    value,
  })),
  body: new Uint8Array(0),
});
const answer = (response: SipResponse) =>
  answerChallenge(response, { request, account, cnonce: 'cn', count: 2 });
const pairsOf = (response: SipResponse) =>
  parseAuthentication(answer(response)?.value ?? '')?.pairs ?? new Map<string, string>();

describe('a carrier that challenges', () => {
  it('gets Authorization for 401 and Proxy-Authorization for 407', () => {
    expect(answer(challengedWith(401, 'Digest realm="r", nonce="n"'))?.name).toBe('Authorization');
    expect(answer(challengedWith(407, 'Digest realm="r", nonce="n"'))?.name).toBe('Proxy-Authorization');
  });

  it('without qop gets an answer as of RFC 2069, with MD5', () => {
    const pairs = pairsOf(challengedWith(407, 'Digest realm="r", nonce="n", opaque="o"'));
    const ha1 = ha1Of('MD5', 'centre', 'r', 'pass');
    expect(pairs.get('response')).toBe(hashHex('MD5', `${ha1}:n:${hashHex('MD5', `INVITE:${request.uri}`)}`));
    expect(pairs.get('opaque')).toBe('o');
    expect(pairs.has('nc')).toBe(false);
    expect(pairs.has('algorithm')).toBe(false);
  });

  it('with qop gets count and cnonce, and auth rather than auth-int', () => {
    const pairs = pairsOf(
      challengedWith(407, 'Digest realm="r", nonce="n", qop="auth-int,auth", algorithm=MD5'),
    );
    expect([pairs.get('qop'), pairs.get('nc'), pairs.get('cnonce')]).toEqual(['auth', '00000002', 'cn']);
  });

  it('that wants the body signed gets that', () => {
    const pairs = pairsOf(
      challengedWith(407, 'Digest realm="r", nonce="n", qop="auth-int", algorithm=SHA-256'),
    );
    const ha1 = ha1Of('SHA-256', 'centre', 'r', 'pass');
    const quality = { qop: 'auth-int', nc: '00000002', cnonce: 'cn' } as const;
    expect(pairs.get('response')).toBe(
      digestResponse({ ...request, algorithm: 'SHA-256', ha1, nonce: 'n', quality }),
    );
  });

  it('with a session algorithm gets that', () => {
    const pairs = pairsOf(challengedWith(401, 'Digest realm="r", nonce="n", algorithm=MD5-sess, qop="auth"'));
    const ha1 = hashHex('MD5', `${ha1Of('MD5', 'centre', 'r', 'pass')}:n:cn`);
    const quality = { qop: 'auth', nc: '00000002', cnonce: 'cn' } as const;
    expect(pairs.get('response')).toBe(
      digestResponse({ ...request, algorithm: 'MD5', ha1, nonce: 'n', quality }),
    );
    expect(pairs.get('algorithm')).toBe('MD5-sess');
  });

  it('with several challenges gets an answer to the first that can be met', () => {
    const pairs = pairsOf(
      challengedWith(
        401,
        'Fancy realm="r"',
        'Digest realm="r", nonce="n0", algorithm=SHA-999',
        'Digest realm="r", nonce="n1", algorithm=SHA-256',
        'Digest realm="r", nonce="n2"',
      ),
    );
    expect(pairs.get('nonce')).toBe('n1');
  });

  it.each([
    'Digest realm="r"',
    'Digest nonce="n"',
    'Digest realm="r", nonce="n", qop="auth-conf"',
    'Basic realm="r"',
    'x',
  ])('in a way that can not be met gets none: %s', (value) => {
    expect(answer(challengedWith(401, value))).toBeNull();
  });
});
