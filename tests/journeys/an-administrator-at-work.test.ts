import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { signIn } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { saidAt } from '../support/spoken.ts';
import { toneRunMs, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-journey-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
const name = { en: 'Autumn', 'zh-Hant': '秋季', 'zh-Hans': '秋季' };
let gateway: RunningGateway;
let maya: AgentPage;
const callers: Baresip[] = [];

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 60, 48_000);
  gateway = await startGateway();
});
afterAll(async () => {
  await Promise.all(callers.map((caller) => caller.stop()));
  await maya?.close();
  await gateway?.stop();
});

/** Asks the administrators' interface as somebody. */
async function office(userName: string) {
  const { token } = await signIn({ url: gateway.url, userName, password: 'blue-magpie' });
  return async (method: string, path: string, body?: unknown, ifMatch?: string) => {
    const response = await fetch(`${gateway.url}/api/admin/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
}

async function call(line: string, user: string): Promise<Baresip> {
  const caller = await startBaresip({ user, microphone: callerVoice });
  callers.push(caller);
  caller.dial(`sip:${line}@127.0.0.1:${gateway.sipPort}`);
  return caller;
}

const hearsMaya = (caller: Baresip, from: number): Promise<true> =>
  until(
    'the caller hears Maya',
    () => {
      const { samples, rate } = caller.heard();
      return toneRunMs(samples.subarray(from), rate, 1_000) >= 500;
    },
    25_000,
  );

test('ADMIN-3 a queue is changed and a line added while Maya talks: the call goes on, and a call to the new line arrives', async () => {
  const admin = await office('admin');
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  await signInAs(maya.page, /Maya/);
  await maya.page.keyboard.press('Control+Shift+KeyY');
  const talking = await call('service', '+886912345678');
  await maya.page.getByRole('button', { name: /Answer/ }).click();
  await hearsMaya(talking, 0);

  const queue = (await admin('GET', '/centre/queues/service')).body['item'] as unknown as object;
  const changed = await admin('PUT', '/centre/queues/service', { ...queue, wrapUpForSeconds: 600 });
  expect(changed.status).toBe(200);
  const line = { name, numbers: ['autumn'], queueId: 'service' };
  expect((await admin('PUT', '/centre/hotlines/autumn', line)).status).toBe(200);

  const since = talking.heard().samples.length;
  const waiting = await call('autumn', '+886900000001');
  await waiting.saw('CALL_ESTABLISHED');
  await hearsMaya(talking, since);
  expect(talking.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
  waiting.hangUp();
  talking.hangUp();
  await maya.page
    .getByText(/9:[45]\d/)
    .first()
    .waitFor();
});

test('ADMIN-6 undoing takes the line away again', async () => {
  const admin = await office('admin');
  const undone = await admin('POST', '/revisions/1/undo');
  expect(undone.status).toBe(200);
  const nobody = await call('autumn', '+886900000002');
  await nobody.saw('CALL_CLOSED');
  expect(nobody.events.some(({ type }) => type === 'CALL_ESTABLISHED')).toBe(false);
});

test('ADMIN-5 two administrators change one queue: the second is told who was first, and nothing of theirs is taken', async () => {
  const [first, second] = [await office('admin'), await office('admin')];
  const seen = await first('GET', '/centre/queues/sales');
  const revision = String(seen.body['revision']);
  const queue = seen.body['item'] as unknown as object;
  expect((await first('PUT', '/centre/queues/sales', { ...queue, capacity: 9 }, revision)).status).toBe(200);
  const late = await second('PUT', '/centre/queues/sales', { ...queue, capacity: 8 }, revision);
  expect([late.status, late.body['by']]).toEqual([412, expect.objectContaining({ name: '系統管理員' })]);
  expect((await first('GET', '/centre/queues/sales')).body['item']).toMatchObject({ capacity: 9 });
});

test('ADMIN-8 Noor closes the line with a reason: the next caller is told so and let go', async () => {
  const noor = await office('noor');
  expect((await noor('PUT', '/emergency/service', { reason: 'Fire alarm' })).status).toBe(200);
  const told = await call('service', '+886900000003');
  await until(
    'the caller hears that it is closed for an emergency',
    () => saidAt(told.heard().samples, 'closed-emergency-zh-Hant'),
    25_000,
  );
  await told.saw('CALL_CLOSED', 25_000);
  expect((await noor('DELETE', '/emergency/service')).status).toBe(200);
  const served = await call('service', '+886900000004');
  await served.saw('CALL_ESTABLISHED');
  served.hangUp();
});
