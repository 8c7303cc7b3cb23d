import { asId } from '@ringside/shared/model/ids';
import { days, seconds } from '@ringside/shared/model/instant';
import { afterEach, describe, expect, test } from 'vitest';
import { centreSchema } from '../../../config/centre-schema.ts';
import type { Agent } from '../../../domain/agent/agent.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import { centre, chen, maya, noor, okafor, okaforsNumber } from '../../../testing/cast.ts';
import type { Rig } from '../../../testing/rig.ts';
import { openRig } from '../../../testing/rig.ts';
import { base } from '../administration/admin-api.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttp } from '../http-door.ts';

const ada: Agent = { ...noor, agentId: asId('ada'), userName: 'ada', name: 'Ada', roles: ['admin'] };
const open: HttpDoor[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((door) => door.close()));
});

const leak = {
  channel: 'web',
  whatHappened: 'The washing machine leaks again.',
  category: 'delivery',
  externalReference: 'T-778',
};

interface Asked {
  readonly body?: unknown;
  readonly key?: string;
  readonly bearer?: string;
}

/** Ada makes a token for the web shop, which then asks. */
async function shop(
  scopes: readonly string[] = ['cases:write', 'cases:read'],
  categories: Centre['categories'] = centre.categories,
) {
  const rig = await openRig({ centre: { categories } });
  await rig.store.commit([
    { put: 'agent', agent: ada, passwordHash: 'hash of ada' },
    { put: 'customerNumber', customerId: okafor.customerId, customerNumber: '10001' },
  ]);
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
  const session = await gateway.desk.signIn({ userName: 'ada', password: 'ada', from: '::1' });
  if (!session.ok) throw new Error(session.refusal.problem);
  const send = async (method: string, path: string, { body, key, bearer }: Asked) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, response, body: (text ? JSON.parse(text) : null) as Told };
  };
  const asAda = (method: string, path: string, body?: unknown) =>
    send(method, `${base}${path}`, { body, bearer: session.value.token });
  const made = await asAda('POST', '/api-tokens', { name: 'Web shop', scopes, expiresInDays: 1 });
  const bearer = made.body.token;
  return {
    rig,
    send,
    asAda,
    made,
    write: (reference: string, body: unknown, key?: string) =>
      send('POST', `/api/v1/cases/${reference}/contacts`, {
        body,
        bearer,
        ...(key === undefined ? {} : { key }),
      }),
    report: (body: unknown, key?: string) =>
      send('POST', '/api/v1/cases', { body, bearer, ...(key === undefined ? {} : { key }) }),
    read: (reference: string) => send('GET', `/api/v1/cases/${reference}`, { bearer }),
  };
}

interface Told {
  readonly token: string;
  readonly tokenId: string;
  readonly reference: string;
  readonly caseId: string;
  readonly customerId: string | null;
  readonly problem: string;
  readonly title: string;
  readonly faults: readonly { readonly path: readonly string[] }[];
  readonly severity: string;
  readonly stage: string;
  readonly similar: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const again = { channel: 'email', text: 'It leaks again. 又漏水了。', externalReference: 'M-9' };

describe('what customers write about a case that is there', () => {
  /** Mr Okafor's case, given to Maya and, where asked, closed. */
  async function kept(changed: Partial<Case> = {}) {
    const given = await shop();
    const { rig, report } = given;
    await report({ ...leak, customer: { customerNumber: '10001' } });
    const opened = await rig.store.caseByReference('C-1001');
    if (opened === null) throw new Error('There is no case');
    const one: Case = { ...opened, ownerId: maya.agentId, ...changed, version: opened.version + 1 };
    await rig.store.commit([{ put: 'case', case: one }]);
    const happened = async () =>
      (await rig.store.caseEntries(one.caseId)).filter(({ what }) => !what.startsWith('clock'));
    return { ...given, one, happened };
  }

  test('CASE-30 an e-mail joins the case as the customer’s words, once for a key', async () => {
    const { rig, one, write, happened } = await kept();
    const first = await write('C-1001', again, 'k-9');
    expect(first).toMatchObject({ status: 201, body: { reference: 'C-1001' } });
    expect(await write('C-1001', again, 'k-9')).toMatchObject({ status: 200, body: { reference: 'C-1001' } });
    expect(await write('C-1001', { ...again, text: 'other' }, 'k-9')).toMatchObject({
      status: 422,
      body: { problem: 'keyUsedOtherwise' },
    });
    expect((await happened()).slice(-2)).toMatchObject([
      { what: 'contacted', who: null, note: 'customer', text: again.text },
      { what: 'noted', note: 'internal', text: 'Web shop · M-9' },
    ]);
    expect((await happened()).filter(({ what }) => what === 'contacted')).toHaveLength(1);
    expect(await rig.store.case(one.caseId)).toMatchObject({ stage: one.stage, ownerId: maya.agentId });
  });

  test('CASE-30 a closed case is reopened for its owner, as when Mr Okafor calls', async () => {
    const { rig, one, write, happened } = await kept({ stage: 'closed', closedAt: 1_790_000_000_000 });
    const closedAt = rig.clock.now();
    await rig.store.commit([{ put: 'case', case: { ...one, closedAt, version: one.version + 1 } }]);
    expect(await write('C-1001', again, 'k-9')).toMatchObject({
      status: 201,
      body: { stage: 'investigated', closedAt: null },
    });
    expect(await rig.store.case(one.caseId)).toMatchObject({ timesReopened: 1, ownerId: maya.agentId });
    expect((await happened()).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['reopened', 'contacted']),
    );
    await write('C-1001', again, 'k-9');
    expect((await rig.store.case(one.caseId))?.timesReopened).toBe(1);
  });

  test('CASE-30 one that was closed too long ago takes nothing and says what to do', async () => {
    const { rig, one, write, happened } = await kept();
    const closedAt = rig.clock.now() - days(91);
    await rig.store.commit([
      { put: 'case', case: { ...one, stage: 'closed', closedAt, version: one.version + 1 } },
    ]);
    const before = (await happened()).length;
    expect(await write('C-1001', again)).toMatchObject({ status: 409, body: { problem: 'reopeningIsOver' } });
    expect(await happened()).toHaveLength(before);
  });

  test('CASE-30 what is written on a duplicate reaches the case that is worked', async () => {
    const { rig, one, report, write } = await kept();
    const { body } = await report({ ...leak, customer: { customerNumber: '10001' } });
    const second = await rig.store.caseByReference(body.reference);
    if (second === null) throw new Error('There is no second case');
    const merged: Case = { ...second, duplicateOf: one.caseId, stage: 'closed', closedAt: 5, version: 2 };
    await rig.store.commit([{ put: 'case', case: merged }]);
    expect((await write(body.reference, again)).body.reference).toBe('C-1001');
  });

  test('CASE-30 the case of another customer, or none, takes nothing', async () => {
    const { write } = await kept();
    const customer = { customerId: chen.customerId };
    expect(await write('C-1001', { ...again, customer })).toMatchObject({
      status: 422,
      body: { problem: 'otherCustomer' },
    });
    expect(await write('C-7', again)).toMatchObject({ status: 404, body: { problem: 'unknownCase' } });
    expect(await write('C-1001', { ...again, text: '' })).toMatchObject({ status: 400 });
  });

  test('CASE-30 a token that only reads adds nothing', async () => {
    const { write } = await shop(['cases:read']);
    expect(await write('C-1001', again)).toMatchObject({ status: 403, body: { problem: 'scopeMissing' } });
  });
});

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });

describe('a category that is about safety', () => {
  const dangerous: Centre['categories'] = [
    { category: 'product', parent: null, name: named('Product'), sayFirst: null, safety: true },
    { category: 'smoke', parent: 'product', name: named('Smoke'), sayFirst: null, safety: false },
    ...centre.categories,
  ];
  const happened = async (rig: Rig, caseId: string) =>
    (await rig.store.caseEntries(asId(caseId))).map(({ what }) => what);

  test('CASE-29 proposes Safety where the system gives no severity, also by its area', async () => {
    const { rig, report } = await shop(undefined, dangerous);
    const { body } = await report({ ...leak, category: 'smoke' });
    expect(body.severity).toBe('safety');
    expect(await happened(rig, body.caseId)).not.toContain('belowSafety');
    expect((await report(leak)).body.severity).toBe('moderate');
  });

  test('CASE-29 leaves a lower severity as it was given, and the history says so', async () => {
    const { rig, report } = await shop(undefined, dangerous);
    const { body } = await report({ ...leak, category: 'smoke', severity: 'minor' });
    expect(body.severity).toBe('minor');
    expect(await happened(rig, body.caseId)).toContain('belowSafety');
  });
});

describe('cases from other systems', () => {
  test('CASE-28 a case is opened for nobody yet, and tells which system brought it', async () => {
    const { rig, report } = await shop();
    const { status, body, response } = await report({ ...leak, customer: { customerNumber: '10001' } });
    expect({ status, location: response.headers.get('location') }).toEqual({
      status: 201,
      location: '/api/v1/cases/C-1001',
    });
    expect(body).toMatchObject({ reference: 'C-1001', customerId: okafor.customerId, similar: [] });
    expect(await rig.store.caseByReference('C-1001')).toMatchObject({
      ownerId: null,
      openedBy: null,
      channel: 'web',
      acknowledgedAt: null,
    });
    const entries = await rig.store.caseEntries(asId(body.caseId));
    expect(entries.find(({ what }) => what === 'noted')).toMatchObject({
      who: null,
      note: 'internal',
      text: 'Web shop · T-778',
    });
  });

  test('CASE-23 a second contact about the same tells the system which case is there', async () => {
    const { report } = await shop();
    const customer = { customerNumber: '10001' };
    await report({ ...leak, customer });
    expect((await report({ ...leak, customer })).body.similar).toEqual([
      { reference: 'C-1001', because: ['category', 'text'] },
    ]);
  });

  test('CASE-27 the same key opens one case; with another content it is refused', async () => {
    const { report } = await shop();
    const [one, other] = await Promise.all([report(leak, 'k-1'), report(leak, 'k-1')]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 201]));
    expect(one.body.caseId).toBe(other.body.caseId);
    const otherwise = await report({ ...leak, legal: true }, 'k-1');
    expect(otherwise).toMatchObject({ status: 422, body: { problem: 'keyUsedOtherwise' } });
    expect((await report(leak, 'k-2')).body.reference).toBe('C-1002');
  });

  test.each([
    ['telephone number', { number: '0912-345-678' }, okafor.customerId],
    ['customer number', { customerNumber: '10001' }, okafor.customerId],
    ['name alone', { name: 'Amara Okafor' }, null],
    ['number nobody has', { number: '0900-111-222', name: 'A stranger' }, null],
  ])('CASE-26 by %s', async (_, customer, customerId) => {
    const { report } = await shop();
    expect((await report({ ...leak, customer })).body.customerId).toBe(customerId);
  });

  test('CASE-26 of two customers who share the number none is guessed, and what was said of them is kept', async () => {
    const { rig, report } = await shop();
    await rig.store.commit([{ put: 'customer', customer: { ...chen, numbers: okafor.numbers, version: 2 } }]);
    const { body } = await report({ ...leak, customer: { number: okaforsNumber, name: '陳' } });
    expect(body.customerId).toBeNull();
    const entries = await rig.store.caseEntries(asId(body.caseId));
    expect(entries.map(({ text }) => text)).toContain(`Web shop · T-778 · 陳 · ${okaforsNumber}`);
  });

  test('CASE-26 a customer number nobody has is refused with what to do', async () => {
    const { report } = await shop();
    const { status, body, response } = await report({ ...leak, customer: { customerNumber: '9' } });
    expect({ status, problem: body.problem }).toEqual({ status: 422, problem: 'unknownCustomer' });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(body.title).toContain('Correct it');
  });

  test.each<[string, object, number, string]>([
    ['no channel', { ...leak, channel: undefined }, 400, 'badMessage'],
    ['a field nobody knows', { ...leak, colour: 'red' }, 400, 'badMessage'],
    ['a category nobody knows', { ...leak, category: 'x' }, 422, 'unknownCategory'],
    ['a service point nobody knows', { ...leak, servicePointId: 'x' }, 422, 'unknownServicePoint'],
  ])('CASE-22 with %s nothing is opened', async (_, body, status, problem) => {
    const { rig, report } = await shop();
    expect(await report(body)).toMatchObject({ status, body: { problem } });
    expect(await rig.store.openCases(null, 9)).toEqual([]);
  });

  test('CASE-25 a token is shown once, does what its scopes say, and is worth nothing once revoked', async () => {
    const { rig, asAda, made, report, read } = await shop(['cases:read']);
    expect(await report(leak)).toMatchObject({
      status: 403,
      body: { problem: 'scopeMissing', scope: 'cases:write' },
    });
    expect(await read('C-9')).toMatchObject({ status: 404, body: { problem: 'unknownCase' } });
    const listed = await asAda('GET', '/api-tokens');
    expect(listed.body).toMatchObject([{ name: 'Web shop', madeBy: 'Ada', revokedAt: null }]);
    expect(JSON.stringify(listed.body)).not.toContain(made.body.token);
    const [stored] = await rig.store.apiTokens();
    expect(JSON.stringify(stored)).not.toContain(made.body.token);
    expect((await asAda('DELETE', `/api-tokens/${made.body.tokenId}`)).status).toBe(204);
    expect(await read('C-9')).toMatchObject({ status: 401, body: { problem: 'unknownToken' } });
  });

  test('CASE-25 a token runs out on its day, and Ada sees when it was last used', async () => {
    const { rig, asAda, read } = await shop();
    const lastUsed = async () => {
      await rig.advance(seconds(1));
      return (await rig.store.apiTokens())[0]?.lastUsedAt;
    };
    expect(
      await asAda('POST', '/api-tokens', { name: 'x', scopes: ['cases:read'], expiresInDays: 0 }),
    ).toMatchObject({ status: 422 });
    expect(await lastUsed()).toBeNull();
    const first = rig.clock.now();
    await read('C-9');
    expect(await lastUsed()).toBe(first);
    await rig.advance(seconds(57));
    await read('C-9');
    expect(await lastUsed()).toBe(first);
    await rig.advance(days(1) - seconds(61));
    expect(await read('C-9')).toMatchObject({ status: 404 });
    await rig.advance(seconds(1));
    expect(await read('C-9')).toMatchObject({ status: 401, body: { problem: 'unknownToken' } });
    expect(await lastUsed()).toBe(first + days(1) - seconds(2));
  });

  test('CASE-25 without a token, or with an agent’s session, nothing is told', async () => {
    const { rig, send } = await shop();
    expect(await send('GET', '/api/v1/cases/C-1', {})).toMatchObject({ status: 401 });
    const session = await rig.gateway.desk.signIn({ userName: 'maya', password: 'maya', from: '::1' });
    const bearer = session.ok ? session.value.token : '';
    expect(await send('GET', '/api/v1/cases/C-1', { bearer })).toMatchObject({ status: 401 });
  });

  test('CASE-25 who only handles cases makes no tokens', async () => {
    const { rig, send } = await shop();
    const session = await rig.gateway.desk.signIn({ userName: 'noor', password: 'noor', from: '::1' });
    const bearer = session.ok ? session.value.token : '';
    const body = { name: 'x', scopes: ['cases:write'] };
    expect(await send('POST', `${base}/api-tokens`, { body, bearer })).toMatchObject({ status: 403 });
  });

  test('CASE-1 a system reads the case by the reference', async () => {
    const { report, read } = await shop();
    await report(leak);
    expect((await read('C-1001')).body).toMatchObject({ reference: 'C-1001', stage: 'received' });
  });

  test('who asks more often than is good for anybody is told to wait', async () => {
    const { send } = await shop();
    const asked = await Promise.all(
      Array.from({ length: 120 }, () => send('GET', '/api/v1/cases/C-1', { bearer: 'guess' })),
    );
    const slowed = asked.find(({ status }) => status === 429);
    expect(slowed?.response.headers.get('retry-after')).toBe('1');
  });

  test('the description names both doors, and how each is entered', async () => {
    const { send } = await shop();
    const { body } = await send('GET', '/api/openapi.json', {});
    expect(body.paths['/api/v1/cases']?.['post']).toMatchObject({
      security: [{ apiToken: [] }],
      parameters: [{ name: 'Idempotency-Key' }],
    });
    expect(body.paths[`${base}/api-tokens`]?.['post']).toMatchObject({ security: [{ session: [] }] });
  });
});
