import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const told = {
  en: [
    'Chose: English › With customer number',
    'Asked for English',
    'not found',
    'Called on a holiday: 元旦',
    'waited too long',
  ],
  'zh-Hant': ['語音選單：English › 以客戶編號', '選擇語言：', '查無資料', '於假日來電：元旦', '等候過久'],
  'zh-Hans': ['语音菜单：English › 以客户编号', '选择语言：', '未找到', '在节假日来电：元旦', '等候过久'],
};

test.each(Object.entries(told))(
  'FLOW-7 Maya sees what the caller chose and keyed in before she answers, and what to say first (%s)',
  async (lang, lines) => {
    const page = await gallery.show('incomingThroughMenu', { lang });
    const card = page.locator('.rs-offer');
    for (const line of lines) await card.getByText(line).first().waitFor();
    await card.getByText(/Blue Magpie Home|藍鵲居家客服|蓝鹊居家客服/).waitFor();
  },
);

test.each(Object.entries(told))('FLOW-7 it stays on the page of the call (%s)', async (lang, lines) => {
  const page = await gallery.show('inCallThroughMenu', { lang });
  const way = page.locator('.caller-way:visible');
  for (const line of lines) await way.getByText(line).first().waitFor();
});

test('a call that came straight shows no way, only what to say first', async () => {
  const page = await gallery.show('inCall');
  expect(await page.locator('.caller-way:visible li').count()).toBe(0);
  await page.locator('.caller-way:visible .caller-script').waitFor();
});
