import { expect, test } from 'vitest';
import { gatewayHttp } from './gateway-http.ts';

const answering = (status: number, body: unknown) => {
  const asked: { path: string; init: RequestInit | undefined }[] = [];
  const http = gatewayHttp(async (path, init) => {
    asked.push({ path: path instanceof Request ? path.url : path.toString(), init });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  });
  return { http, asked };
};
const reply = {
  token: 't',
  expiresAt: 1,
  me: { agentId: 'maya', name: 'Maya', userName: 'maya', language: 'en', roles: ['agent'], queueIds: [] },
};

test('Maya signs in: name and password go in the body, never in the address', async () => {
  const { http, asked } = answering(200, reply);
  expect(await http.signIn('maya', 'secret')).toEqual({ ok: true, value: reply });
  expect(asked[0]?.path).toBe('/api/sign-in');
  expect(asked[0]?.init?.body).toBe(JSON.stringify({ userName: 'maya', password: 'secret' }));
});

test.each([
  [401, { problem: 'wrongNameOrPassword' }, 'wrongNameOrPassword'],
  [429, { problem: 'tooManyAttempts' }, 'tooManyAttempts'],
  [500, 'no JSON at all', 'internal'],
  [404, { problem: 'unheard-of' }, 'internal'],
  [502, 'Bad gateway', 'noConnection'],
  [200, { token: 5 }, 'badMessage'],
])('status %i with %j is the problem %s', async (status, body, word) => {
  const { http } = answering(status, body);
  expect(await http.signIn('maya', 'x')).toEqual({ ok: false, problem: { problem: word } });
});

test('a gateway that is not there is noConnection', async () => {
  const http = gatewayHttp(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await http.signIn('maya', 'x')).toEqual({ ok: false, problem: { problem: 'noConnection' } });
  await expect(http.about()).rejects.toThrow('Failed to fetch');
  await expect(http.signOut('t')).resolves.toBeUndefined();
});
