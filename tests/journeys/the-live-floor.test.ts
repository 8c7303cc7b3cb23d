import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs } from '../support/agent-steps.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
/** The board is told once a second (BOARD-1 beside its clock); how soon a page shows it is the machine's affair. */
const soon = { timeout: 20_000 };

let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: DeskClient;
let mayasPhone: SipStation;
let noor: AgentPage;
let call: PlacedCall;

beforeAll(async () => {
  gateway = await startGateway({
    config: {
      centre: {
        queues: [
          {
            queueId: 'service',
            name: named('Service'),
            offerForSeconds: 20,
            wrapUpForSeconds: 0,
            dispositionNeeded: false,
          },
        ],
        hotlines: [
          { hotlineId: 'service', name: named('Service'), numbers: ['service'], queueId: 'service' },
        ],
      },
    },
  });
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_930 });
  const [credentials] = await grantDeskPhones(gateway.dataFolder, ['demo-maya']);
  if (!credentials) throw new Error('no credentials');
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  mayasPhone = await startStation({
    gatewayPort: gateway.sipPort,
    rtpPort: 31_932,
    credentials,
    answer: 'atOnce',
  });
  const microphone = join(mkdtempSync(join(tmpdir(), 'ringside-floor-')), 'noor.wav');
  writeTone(microphone, 1_000, 5, 48_000);
  noor = await openAgentPage({ url: gateway.url, microphone });
  await signInAs(noor.page, /Noor/);
  await noor.page.getByRole('link', { name: 'Floor' }).click();
  await noor.page.getByRole('article', { name: 'Service' }).waitFor();
});
afterAll(async () => {
  await noor?.close();
  maya?.close();
  mayasPhone?.close();
  await trunk?.close();
  await gateway?.stop();
});

const tile = (): Locator => noor.page.getByRole('article', { name: 'Service' });
const waiting = (): Locator =>
  noor.page.getByRole('grid', { name: 'Waiting calls' }).getByRole('row', { name: /陳大文/ });
const inProgress = (): Locator =>
  noor.page.getByRole('grid', { name: 'Calls in progress' }).getByRole('row', { name: /陳大文/ });
const mayasRow = (): Locator =>
  noor.page.getByRole('grid', { name: 'Agents' }).getByRole('row', { name: /Maya/ });

test('BOARD-1 Noor sees 陳大文 come in and wait, with his tier and why he probably calls', async () => {
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await call.answered;
  await waiting().waitFor(soon);
  const shown = await waiting().innerText();
  expect(shown).toContain('MVC');
  expect(shown).toContain('Service');
  await tile()
    .getByText(/longest 0:\d\d/)
    .waitFor(soon);
});

test('BOARD-1 she sees that Maya has answered', async () => {
  await maya.tell({ do: 'presence.ready' });
  await until('Maya talks', () => maya.contacts()[0]?.state.is === 'talking');
  await inProgress().waitFor(soon);
  await waiting().waitFor({ state: 'detached', ...soon });
  await mayasRow().getByText('On call').waitFor(soon);
  expect(await mayasRow().innerText()).toContain('陳大文');
});

test('BOARD-1 and that the call has ended, and what it adds to Maya’s day', async () => {
  call.hangUp();
  await until('Maya’s desk is empty', () => maya.contacts().length === 0);
  await inProgress().waitFor({ state: 'detached', ...soon });
  await mayasRow()
    .getByText(/^Ready/)
    .waitFor(soon);
  const cells = await mayasRow().getByRole('gridcell').allInnerTexts();
  expect(cells).toContain('1');
});

test('BOARD-5 REP-1 an abandoned and an answered call: the tile and the report tell the truth, by the formula that is chosen', async () => {
  await maya.tell({ do: 'presence.notReady', reason: 'break' });
  call = trunk.place({ from: '+886922000111', to: 'service' });
  await call.answered;
  const rows = noor.page.getByRole('grid', { name: 'Waiting calls' }).getByRole('row');
  await rows.nth(1).waitFor(soon);
  call.hangUp();
  await tile().getByText('Abandoned 1').waitFor(soon);

  await noor.page.getByRole('link', { name: 'Reports' }).click();
  const row = noor.page.getByRole('grid', { name: 'Whole day' }).getByRole('row', { name: /^Service/ });
  await row.waitFor();
  // offered, answered, SL-4 (the one that gave up at once does not count), abandoned
  expect((await row.getByRole('gridcell').allInnerTexts()).slice(0, 4)).toEqual([
    '2',
    '1',
    '100\u00a0%',
    '1',
  ]);
  await row.getByRole('button', { name: '2' }).first().click();
  const behind = noor.page.getByRole('table', { name: 'Calls behind the figure' });
  await behind.waitFor();
  expect(await behind.getByRole('row').count()).toBe(3);
  expect(await behind.innerText()).toContain('陳大文');
});

test('REP-5 the report is saved as a file that names its formulas', async () => {
  const saved = noor.page.waitForEvent('download');
  await noor.page.getByRole('button', { name: 'Save as CSV' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^queues-\d{4}-\d\d-\d\d\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text.startsWith('\uFEFFQueue,Interval,Offered,Answered,')).toBe(true);
  expect(text).toContain('answered within 20 s ÷ (answered + abandoned − abandoned within 5 s)');
  expect(text).toContain('Service,Whole day,2,1,1,1 ÷ 1,1,');
});

test('BOARD-1 after the gateway was restarted the board is there again by itself, with the figures of the day', async () => {
  await noor.page.getByRole('link', { name: 'Floor' }).click();
  await tile().waitFor();
  await gateway.kill();
  gateway = await gateway.startAgain();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await call.answered;
  await waiting().waitFor({ timeout: 30_000 });
  await tile().getByText('Abandoned 1').waitFor(soon);
  call.hangUp();
  await waiting().waitFor({ state: 'detached', ...soon });
});

test('BOARD-2 Maya is shown no floor, whatever her page asks for', async () => {
  const desk = await openDesk({ url: gateway.url, userName: 'li', password: 'blue-magpie' });
  expect(await desk.tryTell({ do: 'board.watch' })).toMatchObject({
    ok: false,
    problem: { problem: 'notAllowed' },
  });
  desk.close();
});
