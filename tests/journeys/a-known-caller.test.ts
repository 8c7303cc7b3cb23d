import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, recordComplaint, recordTask, signInAs, wrapUp } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { level, toneRunMs, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-journey-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
let gateway: RunningGateway;
let maya: AgentPage;
let caller: Baresip;

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  caller = await startBaresip({ user: '+886912345678', microphone: callerVoice });
});
afterAll(async () => {
  await caller?.stop();
  await maya?.close();
  await gateway?.stop();
});

const theCallerHears = (hertz: number, what: string): Promise<true> =>
  until(what, () => {
    const { samples, rate } = caller.heard();
    return toneRunMs(samples.subarray(-rate), rate, hertz) >= 500;
  });
const theCallerHearsMusic = (): Promise<true> =>
  until('the caller hears music', () => {
    const { samples, rate } = caller.heard();
    const last = samples.subarray(-rate);
    return last.length > 0 && level(last) > 100 && toneRunMs(last, rate, 1_000) < 300;
  });
const mayaHears = (hertz: number, what: string): Promise<true> =>
  until(what, async () => (await maya.hears(hertz)) > 0.5);

test('陳大文 calls, Maya knows why before she answers, and they hear each other', async () => {
  const { page } = maya;
  await signInAs(page, /Maya/);
  await goReady(page);
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);

  const card = page.getByRole('region', { name: /Incoming/ }).first();
  await card.getByRole('button', { name: /Answer/ }).waitFor();
  const shown = await card.innerText();
  expect(shown).toContain('陳大文');
  expect(shown).toContain('MVC');
  expect(shown).toContain('C-2291');
  await theCallerHearsMusic();

  await page.keyboard.press('Control+Shift+KeyA');
  await page.getByRole('button', { name: 'Hold', disabled: false }).waitFor();
  await theCallerHears(1_000, 'the caller hears Maya');
  await mayaHears(440, 'Maya hears the caller');
});

test('on hold the caller hears music and Maya hears nothing of the caller', async () => {
  const { page } = maya;
  await page.keyboard.press('Control+Shift+KeyH');
  await theCallerHearsMusic();
  await until('Maya hears nothing', async () => (await maya.hears(440)) < 0.1);
  await page.keyboard.press('Control+Shift+KeyH');
  await theCallerHears(1_000, 'the caller hears Maya again');
});

test('muted, Maya is not heard, and unmuted she is', async () => {
  const { page } = maya;
  await page.keyboard.press('Control+Shift+KeyM');
  await until('the caller hears silence', () => {
    const { samples, rate } = caller.heard();
    return toneRunMs(samples.subarray(-rate), rate, 1_000) === 0;
  });
  await page.keyboard.press('Control+Shift+KeyM');
  await theCallerHears(1_000, 'the caller hears Maya again');
});

test('a reload does not unmute a muted Maya', async () => {
  const { page } = maya;
  await page.keyboard.press('Control+Shift+KeyM');
  await page.reload();
  const mute = page.getByRole('button', { name: 'Mute', pressed: true });
  await mute.waitFor();
  const from = caller.heard().samples.length;
  await until(
    'two seconds with Maya back',
    () => caller.heard().samples.length > from + 2 * caller.heard().rate,
  );
  const { samples, rate } = caller.heard();
  expect(toneRunMs(samples.subarray(from), rate, 1_000)).toBe(0);
  await page.keyboard.press('Control+Shift+KeyM');
  await theCallerHears(1_000, 'the caller hears Maya, unmuted');
});

test('pains 2: a reload of the page keeps the caller and puts Maya back, with what she typed', async () => {
  const { page } = maya;
  await page.getByLabel('What happened').fill('Leaks again after the second repair');
  await page.reload();
  await page.getByRole('button', { name: 'Hold', disabled: false }).waitFor();
  await theCallerHears(1_000, 'the caller hears Maya after the reload');
  await mayaHears(440, 'Maya hears the caller after the reload');
  expect(await page.getByLabel('What happened').inputValue()).toBe('Leaks again after the second repair');
  expect(caller.events.some((event) => event.type === 'CALL_CLOSED')).toBe(false);
});

test('the complaint gets a reference, the promise and the task stand in her lists', async () => {
  const { page } = maya;
  const reference = await recordComplaint(page, 'Leaks again after the second repair');
  await recordTask(page, 'Order the exchange machine');
  await page.getByText(reference).first().waitFor();
  // not the list of what is due today: towards midnight nothing new is
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByText('Order the exchange machine').filter({ visible: true }).first().waitFor();
  await page.getByRole('link', { name: 'My day' }).click();
  await page.getByText('Exchange date confirmed').filter({ visible: true }).first().waitFor();
  await page.goBack();
  await page.goBack();
});

test('the caller hangs up, Maya wraps up and is ready again; the call stands in her list', async () => {
  const { page } = maya;
  caller.hangUp();
  await page.getByText('Caller hung up').waitFor();
  await wrapUp(page, 'Complaint recorded');
  await page.getByRole('button', { name: /(?<!Not )\bReady\b/ }).waitFor();
  await page.getByRole('link', { name: 'Calls' }).click();
  const row = page.getByRole('row', { name: /陳大文/ }).first();
  expect(await row.innerText()).toContain('Complaint recorded');
});
