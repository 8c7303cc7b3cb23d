import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, signInAs, wrapUp } from '../support/agent-steps.ts';
import { renderers } from '../support/renderers.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const agentVoice = join(mkdtempSync(join(tmpdir(), 'ringside-frozen-')), 'agent.wav');
let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: AgentPage;
const calls: PlacedCall[] = [];

beforeAll(async () => {
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_980 });
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  await signInAs(maya.page, /Maya/);
});
afterAll(async () => {
  await maya?.close();
  await trunk?.close();
  await gateway?.stop();
});
afterEach(async () => {
  for (const call of calls.splice(0)) call.hangUp();
});

const bar = () => maya.page.getByRole('button', { name: /My state/ });
/** A loop that lets nothing else happen in the page, as a runaway script would. */
const freeze = (milliseconds: number): void =>
  void maya.page
    .evaluate((length) => {
      const end = Date.now() + length;
      while (Date.now() < end);
    }, milliseconds)
    .catch(() => undefined);

const told = (what: string) =>
  gateway.log.filter((line) => line.includes(what) && line.includes('demo-maya'));
const outOfReach = () => told('agent out of reach').length;

test('PRES-6 pains 3, 17: Maya’s page freezes: nobody is sent to her, and she is Not ready', async () => {
  await goReady(maya.page);
  freeze(40_000);
  await until('the gateway notices', () => told('page does not answer').length > 0, 39_000);
  const caller = trunk.place({ from: '+886912345678', to: 'service' });
  calls.push(caller);
  await caller.answered;
  await until('Maya is out of reach', () => outOfReach() === 1, 60_000);
  expect(told('"state":"reserved"')).toEqual([]);
  expect(told('offered')).toEqual([]);
  // the page thaws: it says what became of her, and offers the way back
  await maya.page.getByText('Connection lost').first().waitFor({ timeout: 60_000 });
  caller.hangUp();
  await until('the caller has left', () =>
    gateway.log.some((line) => line.includes('"outcome":"abandoned"')),
  );
  await goReady(maya.page);
}, 240_000);

test('PRES-12 pain 4: Maya’s machine slept: she is Ready again by herself once all has been tested', async () => {
  const pages = renderers(process.pid);
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  try {
    await until('Maya is out of reach', () => outOfReach() === 2, 90_000);
  } finally {
    for (const pid of pages) process.kill(pid, 'SIGCONT');
  }
  await until('resuming', () => gateway.log.some((line) => line.includes('"reason":"resuming"')), 30_000);
  await maya.page.getByRole('button', { name: /(?<!Not )\bReady\b/ }).waitFor({ timeout: 30_000 });
  const caller = trunk.place({ from: '+886912345678', to: 'service' });
  calls.push(caller);
  await maya.page.getByRole('button', { name: /Answer/ }).click();
  await maya.page.getByRole('button', { name: 'Hold', disabled: false }).waitFor();
  caller.hangUp();
  await maya.page.getByText('Caller hung up').waitFor();
  await wrapUp(maya.page, 'Solved on the call');
  await maya.page.getByText('Waiting for the next call').waitFor();
}, 240_000);

test('PRES-9 Maya looks at her own day by states', async () => {
  await bar().click();
  await maya.page.getByRole('menuitem', { name: 'My states today' }).click();
  const day = maya.page.getByRole('dialog', { name: 'My states today' });
  await day.getByRole('table', { name: 'Sum by state' }).getByText('Ready', { exact: true }).waitFor();
  await day.getByText('Connection lost').first().waitFor();
});
