import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMail } from '@ringside/cti-gateway/src/adapters/mail/testing/read-mail.ts';
import type { SmtpServer } from '@ringside/cti-gateway/src/adapters/mail/testing/smtp-server.ts';
import { openSmtpServer } from '@ringside/cti-gateway/src/adapters/mail/testing/smtp-server.ts';
import type { ManagerPageView } from '@ringside/shared/protocol/manager';
import { faultsOf } from '../../apps/desktop/src/renderer/testing/accessibility.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { AGENT, CALLER } from '../support/conversation.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const centre = {
  hotlines: [
    {
      hotlineId: 'managers',
      name: text('Managers'),
      numbers: ['managers'],
      queueId: 'managers',
      language: 'en',
    },
  ],
  queues: [{ queueId: 'managers', name: text('Managers'), skills: [], rotaId: 'duty', wrapUpForSeconds: 0 }],
  rotas: [
    {
      rotaId: 'duty',
      name: text('Duty manager'),
      layers: [
        {
          ...{ layer: 'duty', name: text('Duty'), rotation: 'weekly', startsOn: '2026-01-05' },
          people: ['grace'],
        },
      ],
      ringForSeconds: 30,
      promiseWithinMinutes: 60,
    },
  ],
};
const password = 'blue-magpie';
const gracesNumber = '+886955000222';
let smtp: SmtpServer;
let gateway: RunningGateway;
let caller: Baresip;
let mobile: Baresip;
let grace: DeskClient;
let browser: Browser;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-pop-'));
  const [spoken, heard] = [join(folder, 'caller.wav'), join(folder, 'manager.wav')];
  writeTone(spoken, CALLER, 300);
  writeTone(heard, AGENT, 300);
  smtp = await openSmtpServer();
  caller = await startBaresip({ user: '+886912345678', microphone: spoken });
  mobile = await startBaresip({ user: gracesNumber, microphone: heard });
  const trunk = { trunkId: 'carrier', name: 'Carrier', host: '127.0.0.1', port: mobile.sipPort };
  gateway = await startGateway({
    config: {
      mail: { host: '127.0.0.1', port: smtp.port, security: 'none', from: 'service@bluemagpie.example' },
      trunks: [{ ...trunk, allow: ['127.0.0.1/32'], trusted: true, presents: '+886223456789' }],
      dialling: { trunkId: 'carrier', allowedPrefixes: ['+886'] },
      centre,
    },
  });
  grace = await openDesk({ url: gateway.url, userName: 'grace', password });
  await grace.tell({
    ...{ do: 'manager.reach', agentId: null, reach: 'phoneOnly' },
    ...{ phone: gracesNumber, email: 'grace@bluemagpie.example' },
  });
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser?.close();
  grace?.close();
  await Promise.all([caller?.stop(), mobile?.stop()]);
  await gateway?.stop();
  await smtp?.close();
});

/** A mobile telephone's browser, dark as it is in the evening. */
async function telephone(): Promise<Page> {
  const look = { viewport: { width: 390, height: 844 }, locale: 'zh-TW', timezoneId: 'Asia/Taipei' };
  const context = await browser.newContext({ ...look, isMobile: true, hasTouch: true, colorScheme: 'dark' });
  return context.newPage();
}

const linkIn = async (): Promise<string | null> => {
  for (const { raw } of smtp.received) {
    const link = /http:\/\/\S+\/pop\/[A-Za-z0-9_-]{43}/u.exec(readMail(raw).text);
    if (link !== null) return link[0];
  }
  return null;
};

test('LINK-2 to LINK-5, NOTE-3 Grace’s mobile rings; the link in her mail opens once, in Chinese, and her note is kept', async () => {
  caller.dial(`sip:managers@127.0.0.1:${gateway.sipPort}`);
  await until(
    'Grace’s mobile rings',
    () => mobile.events.some(({ type }) => type === 'CALL_INCOMING'),
    40_000,
  );
  const link = await until('the mail is there', linkIn, 30_000);
  const page = await telephone();
  await page.goto(link);
  const open = page.getByRole('button', { name: '開啟' });
  await open.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');

  await open.click();
  await page.getByText('號碼末三碼 678').waitFor();
  await page.reload();
  await page.getByText('號碼末三碼 678').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);

  const stranger = await telephone();
  await stranger.goto(link);
  await stranger.getByRole('button', { name: '開啟' }).click();
  await stranger.getByText('已在另一個瀏覽器開啟').waitFor();
  expect(await stranger.getByText('678').count()).toBe(0);

  mobile.answer();
  await until('the whisper has begun', () => mobile.heard().samples.length > 0, 20_000);
  mobile.pressKeys('1');
  await until(
    'the call is hers',
    async () => (await pageOf(grace)).open.some(({ state }) => state === 'taken'),
    30_000,
  );
  mobile.hangUp();

  await page.getByRole('button', { name: '重新整理' }).click();
  await page.getByRole('radio', { name: '已承諾' }).check();
  await page.getByLabel('談了什麼').fill('沙發一直沒送到');
  await page.getByLabel('您承諾對方什麼').fill('週五前送達');
  await page.getByRole('radio', { name: /^明天/u }).check();
  await page.getByRole('button', { name: '儲存' }).click();
  await page.getByText('已儲存').waitFor();
  const kept = (await pageOf(grace)).open.find(({ promise }) => promise?.what === '週五前送達');
  expect(kept).toMatchObject({ state: 'closed', outcome: 'promised', outcomeNote: '沙發一直沒送到' });
  expect(gateway.log.join('\n')).not.toContain(link.slice(link.lastIndexOf('/') + 1));
});

const pageOf = async (desk: DeskClient): Promise<ManagerPageView> =>
  (await desk.ask({ ask: 'manager.page' })) as ManagerPageView;
