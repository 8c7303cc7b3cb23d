import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, signInAs } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-intake-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
const story = 'The dehumidifier smells of smoke when it starts';
let gateway: RunningGateway;
let maya: AgentPage;
let caller: Baresip;
let reference = '';

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  caller = await startBaresip({ user: '+447700900123', microphone: callerVoice });
});
afterAll(async () => {
  await caller?.stop();
  await maya?.close();
  await gateway?.stop();
});

interface Asked {
  readonly bearer?: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post<Answer>(path: string, { bearer, body, headers = {} }: Asked): Promise<Answer> {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

test('CASE-1 Mr Okafor complains in a call, and Maya takes it down without a mouse', async () => {
  const { page } = maya;
  await signInAs(page, /Maya/);
  await goReady(page);
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  await page
    .getByRole('region', { name: /Incoming/ })
    .first()
    .waitFor();
  await page.keyboard.press('Control+Shift+KeyA');
  await page.getByRole('button', { name: 'Hold', disabled: false }).waitFor();

  // the page of the one who calls is built behind the controls of the call (ARCHITECTURE 15)
  await page.getByRole('tab', { name: 'Complaint' }).waitFor();
  await page.keyboard.press('Alt+1');
  const told = page.getByRole('textbox', { name: 'What happened' });
  await told.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(story);
  await page.keyboard.press('Tab');
  await page.keyboard.type('smoke');
  await page.keyboard.press('Enter');
  await page.getByText('Thank you for telling us at once.').waitFor();
  await page.keyboard.press('Control+Enter');
  const shown = page.locator('.saved-case-reference');
  await shown.waitFor();
  reference = await shown.innerText();
  expect(reference).toMatch(/^C-\d+$/);
});

test('CASE-1 the page of the case shows what he told, and that it was opened', async () => {
  const { page } = maya;
  await page.getByRole('button', { name: 'Open the case' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(reference) }).waitFor();
  await page.locator('.case-story').filter({ hasText: story }).waitFor();
  await page.getByRole('list', { name: 'History' }).getByText('Case opened').waitFor();
});

test('CASE-23, CASE-27 the web shop reports it as well: one case for one key, and the first is named', async () => {
  const session = await post<{ token: string }>('/api/sign-in', {
    body: { userName: 'admin', password: 'blue-magpie' },
  });
  const made = await post<{ token: string }>('/api/admin/v1/api-tokens', {
    bearer: session.token,
    body: { name: 'Web shop', scopes: ['cases:write'] },
  });
  const report = () =>
    post<{ reference: string; similar: readonly { reference: string }[] }>('/api/v1/cases', {
      bearer: made.token,
      headers: { 'idempotency-key': 'ticket-778' },
      body: {
        channel: 'web',
        whatHappened: 'My dehumidifier smells of smoke',
        category: 'productSafety',
        customer: { number: '+447700900123' },
        externalReference: 'T-778',
      },
    });
  const first = await report();
  expect(first.similar.map((one) => one.reference)).toContain(reference);
  expect((await report()).reference).toBe(first.reference);
});
