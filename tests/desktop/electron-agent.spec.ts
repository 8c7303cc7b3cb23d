import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { heardAt } from '../support/agent-page.ts';
import { goReady, signInAs, wrapUp } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { tellHowItStands } from '../support/failures.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { toneRunMs, writeTone } from '../support/tones.ts';
import type { ElectronDesk } from './electron-desk.ts';
import { openElectronDesk } from './electron-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-electron-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
let gateway: RunningGateway;
let desk: ElectronDesk;
let caller: Baresip;

test.beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
  desk = await openElectronDesk(
    gateway.url,
    `--use-file-for-fake-audio-capture=${agentVoice}`,
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  );
  caller = await startBaresip({ user: '+886912345678', microphone: callerVoice });
});
test.afterEach(async () => {
  const { status, expectedStatus } = test.info();
  if (status !== expectedStatus) await tellHowItStands();
});
test.afterAll(async () => {
  await caller?.stop();
  await desk?.close();
  await gateway?.kill();
});

test('陳大文 calls Maya at the installed desktop: she answers by key, they hear each other, she wraps up', async () => {
  const { page } = desk;
  await signInAs(page, /Maya/);
  await goReady(page);
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);

  const card = page.getByRole('region', { name: /Incoming/ }).first();
  await expect(card).toContainText('陳大文');
  await page.keyboard.press('Control+Shift+KeyA');
  await expect(page.getByRole('button', { name: 'Hold' })).toBeVisible();
  await expect
    .poll(() => {
      const { samples, rate } = caller.heard();
      return toneRunMs(samples.subarray(-rate), rate, 1_000);
    })
    .toBeGreaterThanOrEqual(500);
  await expect.poll(() => heardAt(page, 440)).toBeGreaterThan(0.5);

  caller.hangUp();
  await expect(page.getByText('Caller hung up')).toBeVisible();
  await wrapUp(page, 'Solved on the call');
  await expect(page.getByRole('button', { name: /(?<!Not )\bReady\b/ })).toBeVisible();
});
