import { asId } from '@ringside/shared/model/ids';
import { afterEach, expect, test } from 'vitest';
import { centreSchema } from '../../../config/centre-schema.ts';
import type { Agent } from '../../../domain/agent/agent.ts';
import type { CentreDocument } from '../../../domain/centre/centre-document.ts';
import { maya, noor } from '../../../testing/cast.ts';
import { openRig } from '../../../testing/rig.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttp } from '../http-door.ts';
import { caseBase } from '../cases/case-api.ts';
import { caseEndpoints } from '../cases/case-endpoints.ts';
import { base, endpoints } from './admin-api.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const document: CentreDocument = {
  name: text('Harbour Home'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  calendars: [{ calendarId: 'office', name: text('Office'), week: { mon: ['09:00-17:00'] } }],
  hotlines: [
    {
      hotlineId: 'service',
      name: text('Service'),
      numbers: ['6789'],
      queueId: 'service',
      whenClosed: { prompt: null, to: { to: 'goodbye' } },
    },
  ],
  queues: [
    { queueId: 'service', name: text('Service') },
    { queueId: 'spare', name: text('Spare') },
  ],
};
const ada: Agent = { ...noor, agentId: asId('ada'), userName: 'ada', name: 'Ada', roles: ['admin'] };

const open: HttpDoor[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((door) => door.close()));
});

type Headers = Readonly<Record<string, string>>;

async function api() {
  const rig = await openRig({ centreDocument: document });
  await rig.store.commit([{ put: 'agent', agent: ada, passwordHash: 'hash of ada' }]);
  const { gateway } = rig;
  const door = await openHttp(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      tls: null,
      proxies: [],
      monitoring: { allow: [], token: null },
      renderer: null,
    },
    {
      desk: gateway.desk,
      cases: gateway.cases,
      pops: gateway.pops,
      admin: { administration: gateway.administration, centreSchema, version: '1.2.3' },
      health: () => Promise.reject(new Error('not asked here')),
      mediaFigures: () => ({}),
      acceptSip: (_, socket) => void socket.end(),
      log: rig.log,
    },
  );
  open.push(door);
  const url = await door.listen();
  const signIn = async (userName: string): Promise<string> => {
    const reply = await gateway.desk.signIn({ userName, password: userName, from: '::1' });
    if (!reply.ok) throw new Error(reply.refusal.problem);
    return reply.value.token;
  };
  const token = await signIn('ada');
  const ask = async (method: string, path: string, body?: unknown, headers: Headers = {}) => {
    const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
    const response = await fetch(`${url}${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string) }),
    });
    const answer = await response.text();
    const parsed = response.headers.get('content-type')?.includes('json') === true;
    return {
      response,
      status: response.status,
      body: (parsed ? JSON.parse(answer) : answer) as never as Body,
    };
  };
  return { rig, url, ask, signIn };
}

interface Body {
  readonly [key: string]: unknown;
  readonly problem: string;
  readonly revision: number;
}

const queue = { name: text('Service'), wrapUpForSeconds: 90 };

test('ADMIN-9 without a session, with somebody else’s, or with one that has ended nothing is told', async () => {
  const { ask, signIn } = await api();
  expect((await ask('GET', '/centre', undefined, { authorization: '' })).status).toBe(401);
  expect((await ask('GET', '/centre', undefined, { authorization: 'Bearer made-up' })).body.problem).toBe(
    'notSignedIn',
  );
  const agent = await signIn(maya.userName);
  expect((await ask('GET', '/centre', undefined, { authorization: `Bearer ${agent}` })).status).toBe(403);
  const supervisor = { authorization: `Bearer ${await signIn(noor.userName)}` };
  expect((await ask('GET', '/centre', undefined, supervisor)).status).toBe(200);
  expect((await ask('PUT', '/centre/queues/service', queue, supervisor)).status).toBe(403);
});

test('ADMIN-9 a stranger’s megabytes are not read', async () => {
  const { ask } = await api();
  const big = 'x'.repeat(3_000_000);
  const headers = { authorization: 'Bearer made-up', 'content-type': 'application/yaml' };
  const answer = await ask('POST', '/import', big, headers).catch(() => null);
  expect(answer === null || answer.status === 401).toBe(true);
});

test('ADMIN-9 pages of other sites may not ask; the desktop’s own may, and read the version', async () => {
  const { ask } = await api();
  expect((await ask('GET', '/centre', undefined, { origin: 'https://evil.example' })).status).toBe(403);
  const { response } = await ask('GET', '/centre', undefined, { origin: 'app://ringside' });
  expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(response.headers.get('access-control-expose-headers')).toBe('etag');
});

test('ADMIN-1 a program changes a queue and gets the new revision as the ETag', async () => {
  const { ask, rig } = await api();
  const before = await ask('GET', '/centre/queues/service');
  expect(before.response.headers.get('etag')).toBe('"1"');
  const changed = await ask('PUT', '/centre/queues/service?comment=more+time', queue, { 'if-match': '"1"' });
  expect([changed.status, changed.response.headers.get('etag')]).toEqual([200, '"2"']);
  expect(rig.gateway.centre().queues[0]?.wrapUpFor).toBe(90_000);
  const history = await ask('GET', '/revisions');
  expect(history.body['revisions']).toMatchObject([
    {
      revision: 2,
      who: 'Ada',
      comment: 'more time',
      differences: [{ path: ['queues', 'service', 'wrapUpForSeconds'] }],
    },
    { revision: 1, who: null },
  ]);
  expect((await ask('POST', '/revisions/1/undo')).body.revision).toBe(3);
  expect(rig.gateway.centre().queues[0]?.wrapUpFor).toBe(30_000);
});

test('ADMIN-5 a change on an old version is refused with who was first', async () => {
  const { ask } = await api();
  await ask('PUT', '/centre/queues/service', queue);
  const late = await ask('PUT', '/centre/queues/service', { ...queue, capacity: 9 }, { 'if-match': '"1"' });
  expect([late.status, late.body['by']]).toEqual([412, expect.objectContaining({ name: 'Ada' })]);
  expect((await ask('PUT', '/centre/queues/service', queue, { 'if-match': '"rubbish"' })).status).toBe(412);
});

test('ADMIN-2 faults are problem details with path, why and remedy', async () => {
  const { ask } = await api();
  const refused = await ask('PUT', '/centre/queues/service', { ...queue, capacity: 0 });
  expect(refused.status).toBe(422);
  expect(refused.response.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.body).toMatchObject({
    type: 'about:blank',
    status: 422,
    problem: 'faults',
    faults: [{ path: ['capacity'], value: '0', remedy: 'Set it between 1 and 5000.' }],
  });
  expect((await ask('PUT', '/centre/nonsense/service', queue)).status).toBe(422);
  expect(
    (await ask('PUT', '/centre/queues/service', '{', { 'content-type': 'application/json' })).status,
  ).toBe(400);
});

test('ADMIN-7 what is in use is not deleted, and what uses it is named', async () => {
  const { ask } = await api();
  const refused = await ask('DELETE', '/centre/queues/service');
  expect([refused.status, refused.body['usedBy']]).toEqual([409, [{ section: 'hotlines', id: 'service' }]]);
  expect((await ask('DELETE', '/centre/calendars/office')).status).toBe(200);
  expect((await ask('GET', '/centre/calendars/office')).status).toBe(404);
});

test('ADMIN-13 YAML goes out and comes in; a trial changes nothing', async () => {
  const { ask } = await api();
  const yaml = await ask('GET', '/export');
  expect(yaml.response.headers.get('content-type')).toContain('application/yaml');
  const other = (yaml.body as unknown as string).replace('capacity: 50', 'capacity: 7');
  const trial = await ask('POST', '/import?dryRun=true', other, { 'content-type': 'application/yaml' });
  expect(trial.body['differences']).toEqual([
    { path: ['queues', 'service', 'capacity'], before: 50, after: 7 },
  ]);
  expect((await ask('GET', '/centre')).body.revision).toBe(1);
  await ask('POST', '/import', other, { 'content-type': 'application/yaml' });
  expect((await ask('GET', '/centre')).body.revision).toBe(2);
});

test('CAL-5 holidays are taken from a file, with what could not be read', async () => {
  const { ask } = await api();
  const file =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:元旦\r\nEND:VEVENT\r\nrubbish\r\nEND:VCALENDAR';
  const taken = await ask('POST', '/calendars/office/holidays', file, { 'content-type': 'text/calendar' });
  expect(taken.body).toMatchObject({
    holidays: [{ date: '2027-01-01', name: '元旦' }],
    faults: [{ line: 6, why: 'notALine' }],
  });
  const calendar = { calendarId: 'office', name: text('Office'), week: { mon: ['09:00-17:00'] } };
  const at = Date.UTC(2026, 10, 23, 2);
  expect((await ask('POST', '/opening', { calendar, at })).body).toEqual({
    open: true,
    until: Date.UTC(2026, 10, 23, 9),
  });
});

test('ADMIN-12 a new person’s password is in one answer and no cache', async () => {
  const { ask } = await api();
  const sam = {
    userName: 'sam',
    name: 'Sam',
    language: 'en',
    roles: ['agent'],
    skills: [],
    familyId: null,
    active: true,
  };
  const added = await ask('POST', '/users', { ...sam, password: null });
  expect([added.status, added.response.headers.get('cache-control')]).toEqual([201, 'no-store']);
  expect(added.body['password']).toMatch(/.{10,}/);
  const all = (await ask('GET', '/users')).body as unknown as readonly Body[];
  expect(JSON.stringify(all)).not.toContain(added.body['password']);
  const agentId = all.find(({ userName }) => userName === 'sam')?.['agentId'];
  const renamed = await ask(
    'PUT',
    `/users/${String(agentId)}`,
    { ...sam, name: 'Sam Lee' },
    {
      'if-match': added.response.headers.get('etag') ?? '',
    },
  );
  expect([renamed.status, renamed.body['name']]).toEqual([200, 'Sam Lee']);
  expect((await ask('GET', `/users/${String(agentId)}/history`)).body).toMatchObject([
    { did: 'user.change', who: 'Ada' },
    { did: 'user.add', who: 'Ada' },
  ]);
});

test('ADMIN-7 a recording goes in as a file, is listed, heard and removed', async () => {
  const { ask } = await api();
  const wav = new Uint8Array([1, 2, 3]);
  expect(
    (await ask('PUT', '/prompts/autumn?language=zh-Hant', wav, { 'content-type': 'audio/wav' })).status,
  ).toBe(200);
  expect((await ask('GET', '/centre/prompts/autumn')).body['item']).toMatchObject({ language: 'zh-Hant' });
  expect((await ask('GET', '/prompts/autumn')).response.headers.get('content-type')).toBe('audio/wav');
  expect(
    (await ask('PUT', '/prompts/silence', new Uint8Array(), { 'content-type': 'audio/wav' })).body.problem,
  ).toBe('empty');
  expect((await ask('DELETE', '/prompts/autumn')).status).toBe(204);
  expect((await ask('GET', '/prompts/autumn')).status).toBe(404);
});

test('ADMIN-8 a supervisor closes a line at once and opens it again', async () => {
  const { ask, rig, signIn } = await api();
  const supervisor = { authorization: `Bearer ${await signIn(noor.userName)}` };
  expect((await ask('PUT', '/emergency/service', { reason: ' ' }, supervisor)).status).toBe(422);
  expect((await ask('PUT', '/emergency/service', { reason: 'Fire alarm' }, supervisor)).status).toBe(200);
  expect(rig.gateway.centre().hotlines[0]?.emergency).toEqual({ reason: 'Fire alarm', prompt: null });
  expect((await ask('DELETE', '/emergency/service', undefined, supervisor)).status).toBe(200);
});

test('who asks without a pause is told to wait', async () => {
  const { ask } = await api();
  const all = await Promise.all(Array.from({ length: 120 }, () => ask('GET', '/centre/queues')));
  const refused = all.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.response.headers.get('retry-after')).toBe('1');
});

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

test('the description at /api/openapi.json has every route, each with its own name and all of its parameters', async () => {
  const { url } = await api();
  const described = (await (await fetch(`${url}/api/openapi.json`)).json()) as Described;
  expect(described.openapi).toBe('3.1.0');
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
    [
      ...endpoints.map((one) => ({ ...one, path: `${base}${one.path}` })),
      ...Object.values(caseEndpoints).map((one) => ({ ...one, path: `${caseBase}${one.path}` })),
    ]
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      .toSorted(),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, parameters, responses } of operations) {
    const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(Object.keys(responses)).toContain('default');
  }
  const references = [...JSON.stringify(described).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, ref = '']) => ref,
  );
  expect(references.length).toBeGreaterThan(operations.length);
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], described);
    expect([reference, found === undefined]).toEqual([reference, false]);
  }
});

test('the description knows every setting of a queue, with what may stand there', async () => {
  const { url } = await api();
  const { components } = (await (await fetch(`${url}/api/openapi.json`)).json()) as Described;
  expect(components.schemas['Centre']).toMatchObject({
    properties: {
      queues: {
        items: {
          properties: {
            wrapUpForSeconds: { default: 30 },
            wrapUpMode: { enum: expect.arrayContaining(['none']) as unknown },
          },
        },
      },
    },
  });
});
