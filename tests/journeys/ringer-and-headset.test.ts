import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/agent-page.ts';
import { goReady } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { openSoundDevices, type SoundDevices } from '../support/sound-devices.ts';
import { level, toneRunMs, toneShare, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-devices-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
let gateway: RunningGateway;
let devices: SoundDevices;
let browser: BrowserContext;
let page: Page;
let caller: Baresip;

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 240, 48_000);
  gateway = await startGateway();
  devices = await openSoundDevices(agentVoice);
  browser = await openBrowser({ microphone: null, environment: devices.environment });
  page = browser.pages()[0] ?? (await browser.newPage());
  caller = await startBaresip({ user: '+886912345678', microphone: callerVoice });
});
afterAll(async () => {
  await caller?.stop();
  await browser?.close();
  devices?.stop();
  await gateway?.stop();
});

const sounds = (device: 'headset' | 'speakers'): boolean => level(devices.lastSecond(device)) > 50;
const caller440 = (device: 'headset' | 'speakers'): number =>
  toneShare(devices.lastSecond(device), 8_000, 440);

async function choose(what: RegExp, device: string): Promise<void> {
  await page.getByRole('button', { name: what }).click();
  await page.getByRole('option', { name: device }).click();
}

test('pain 6: Maya chooses a headset and another ringer; it rings on the ringer alone', async () => {
  await page.goto(gateway.url);
  await page.getByRole('button', { name: /Maya/ }).click();
  await choose(/Headset/, 'Test-headset');
  await choose(/Ringer/, 'Test-speakers');
  await page.getByRole('button', { name: 'Done' }).click();
  await goReady(page);
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  await page.getByRole('region', { name: 'Incoming' }).getByText('陳大文').first().waitFor();
  await until('it rings on the speakers', () => sounds('speakers'));
  expect(sounds('headset')).toBe(false);
});

test('in the call the caller is heard in the headset alone, and Maya’s microphone is heard', async () => {
  await page.keyboard.press('Control+Shift+KeyA');
  await until('the caller is in the headset', () => caller440('headset') > 0.5);
  await until('the speakers are quiet', () => !sounds('speakers'));
  await until('the caller hears Maya', () => {
    const { samples, rate } = caller.heard();
    return toneRunMs(samples.subarray(-rate), rate, 1_000) >= 500;
  });
  expect(caller440('headset')).toBeGreaterThan(0.5);
  expect(sounds('speakers')).toBe(false);
});
