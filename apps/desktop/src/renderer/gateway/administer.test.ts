import { expect, test } from 'vitest';
import { administer } from './administer.ts';

const answering = (response: Response) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const ask = (async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return response;
  }) as typeof fetch;
  return { ask, asked };
};

test('an edit goes out with the session and the version that was seen, and the new version comes back', async () => {
  const { ask, asked } = answering(Response.json({ revision: 3 }, { headers: { etag: '"3"' } }));
  const reply = await administer(ask, 'token', {
    method: 'PUT',
    path: '/centre/queues/service',
    body: { capacity: 9 },
    ifMatch: '2',
  });
  expect(reply).toEqual({ ok: true, value: { revision: 3 }, etag: '3' });
  expect(asked[0]?.url).toBe('/api/admin/v1/centre/queues/service');
  expect(asked[0]?.init).toMatchObject({
    method: 'PUT',
    body: '{"capacity":9}',
    headers: { Authorization: 'Bearer token', 'If-Match': '"2"', 'Content-Type': 'application/json' },
  });
});

test('what the gateway refuses comes back with its faults', async () => {
  const faults = [{ path: ['capacity'], value: '0', why: 'w', remedy: 'r', line: null }];
  const problem = { type: 'about:blank', title: 't', status: 422, problem: 'faults', faults };
  const { ask } = answering(Response.json(problem, { status: 422 }));
  expect(await administer(ask, 'token', { method: 'GET', path: '/centre' })).toEqual({ ok: false, problem });
});

test('a proxy’s own page, and no answer at all, are no connection', async () => {
  const { ask } = answering(new Response('<h1>Bad gateway', { status: 502 }));
  const none = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
  for (const way of [ask, none])
    expect(await administer(way, 'token', { method: 'GET', path: '/centre' })).toMatchObject({
      ok: false,
      problem: { problem: 'noConnection' },
    });
});

test('a recording comes as sound, an export as text', async () => {
  const sound = answering(new Response(new Uint8Array([1]), { headers: { 'content-type': 'audio/wav' } }));
  const heard = await administer(sound.ask, 'token', { method: 'GET', path: '/prompts/autumn' });
  expect(heard.ok && heard.value instanceof Blob).toBe(true);
  const yaml = answering(new Response('centre: {}', { headers: { 'content-type': 'application/yaml' } }));
  expect(await administer(yaml.ask, 'token', { method: 'GET', path: '/export' })).toMatchObject({
    value: 'centre: {}',
  });
});
