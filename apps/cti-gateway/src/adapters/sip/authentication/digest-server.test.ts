import { describe, expect, it } from 'vitest';
import type { SipRequest, SipResponse } from '../message/message.ts';
import { answerChallenge, isStale } from './answer-challenge.ts';
import { ha1Of } from './digest.ts';
import { createDigestServer, type DigestSecrets } from './digest-server.ts';

const REALM = 'ringside';
const secretsOf = (userName: string, password: string): DigestSecrets => ({
  ha1Sha256: ha1Of('SHA-256', userName, REALM, password),
  ha1Md5: ha1Of('MD5', userName, REALM, password),
});
const register: SipRequest = {
  kind: 'request',
  method: 'REGISTER',
  uri: 'sip:ringside',
  headers: [],
  body: new Uint8Array(0),
};
const MAYA = secretsOf('maya', 'secret');

function stage(algorithms?: readonly ('SHA-256' | 'MD5')[]) {
  let chance = 0;
  const server = createDigestServer({
    realm: REALM,
    key: new Uint8Array(32).fill(7),
    chance: () => `chance${(chance += 1)}`,
    nonceLife: 60_000,
    ...(algorithms ? { algorithms } : {}),
  });
  const challenged = (now: number, stale = false): SipResponse => ({
    kind: 'response',
    status: 401,
    reason: 'Unauthorized',
    headers: server.challenges(now, stale).map((value) => ({ name: 'WWW-Authenticate', value })),
    body: new Uint8Array(0),
  });
  const answered = (
    response: SipResponse,
    { password = 'secret', count = 1, request = register } = {},
  ): SipRequest => {
    const header = answerChallenge(response, {
      request,
      account: { userName: 'maya', password },
      cnonce: 'cn',
      count,
    });
    if (header === null) throw new Error('The challenge could not be met');
    return { ...request, headers: [header] };
  };
  const judge = (request: SipRequest, now: number, secrets: DigestSecrets | null = MAYA) => {
    const credentials = server.credentialsIn(request, 'Authorization');
    return credentials === null ? 'none' : server.judge(credentials, secrets, request, now);
  };
  return { server, challenged, answered, judge };
}

describe('Maya registers her station', () => {
  it('with SHA-256, which is offered first', () => {
    const { challenged, answered, judge } = stage();
    const request = answered(challenged(0));
    expect(request.headers[0]?.value).toContain('algorithm=SHA-256');
    expect(judge(request, 100)).toBe('good');
  });

  it('with MD5 from a device that knows no other', () => {
    const { challenged, answered, judge } = stage(['MD5']);
    expect(judge(answered(challenged(0)), 100)).toBe('good');
  });

  it('is refused with a wrong password, and as an unknown user', () => {
    const { challenged, answered, judge } = stage();
    expect(judge(answered(challenged(0), { password: 'guess' }), 1)).toBe('wrong');
    expect(judge(answered(challenged(0)), 1, null)).toBe('wrong');
    expect(judge(answered(challenged(0)), 1, { ha1Sha256: null, ha1Md5: null })).toBe('wrong');
  });

  it('may go on with the same nonce as long as it lives and the count rises', () => {
    const { challenged, answered, judge } = stage();
    const challenge = challenged(0);
    expect(judge(answered(challenge, { count: 1 }), 1)).toBe('good');
    expect(judge(answered(challenge, { count: 3 }), 2)).toBe('good');
    expect(judge(answered(challenge, { count: 2 }), 3)).toBe('stale');
    expect(judge(answered(challenge, { count: 4 }), 60_001)).toBe('stale');
  });

  it('is told that a nonce is stale rather than that the password is wrong', () => {
    const { challenged } = stage();
    expect(isStale(challenged(0, true))).toBe(true);
    expect(isStale(challenged(0))).toBe(false);
  });
});

describe('somebody who listened in', () => {
  it('can not send the same credentials again', () => {
    const { challenged, answered, judge } = stage();
    const request = answered(challenged(0));
    expect(judge(request, 1)).toBe('good');
    expect(judge(request, 2)).toBe('stale');
  });

  it('can not use them for another method or another address', () => {
    const { challenged, answered, judge } = stage();
    const request = answered(challenged(0));
    expect(judge({ ...request, method: 'INVITE' }, 1)).toBe('wrong');
    expect(judge({ ...request, uri: 'sip:elsewhere' }, 1)).toBe('wrong');
  });

  it('can not make nonces: only ours are taken', () => {
    const { challenged, answered, judge } = stage();
    const forge = (value: string) => value.replace('chance', 'change');
    const forged = challenged(0).headers.map(({ name, value }) => ({ name, value: forge(value) }));
    expect(judge(answered({ ...challenged(0), headers: forged }), 1)).toBe('stale');
  });
});

describe('credentials that can not be judged', () => {
  it.each([
    ['of another realm', 'realm="elsewhere"'],
    ['without a count', 'nc=1'],
    ['without qop', 'qop=none'],
    ['with an algorithm that nobody offered', 'algorithm=SHA-512-256'],
    ['with a scheme that nobody knows', 'Basic'],
  ])('are as good as none: %s', (_what, broken) => {
    const { challenged, answered, judge } = stage();
    const request = answered(challenged(0));
    const value = request.headers[0]?.value ?? '';
    const [name = ''] = broken.split('=');
    const changed =
      broken === 'Basic'
        ? value.replace('Digest', 'Basic')
        : value
            .split(', ')
            .map((pair) =>
              pair.includes(`${name}=`) ? pair.replace(pair.slice(pair.indexOf(name)), broken) : pair,
            )
            .join(', ');
    expect(changed).not.toBe(value);
    expect(judge({ ...request, headers: [{ name: 'Authorization', value: changed }] }, 1)).toBe('none');
  });

  it('do not hide good ones behind them', () => {
    const { challenged, answered, judge } = stage();
    const request = answered(challenged(0));
    const garbage = { name: 'Authorization', value: 'NoOneKnowsThisScheme opaque-data=here' };
    expect(judge({ ...request, headers: [garbage, ...request.headers] }, 1)).toBe('good');
  });
});
