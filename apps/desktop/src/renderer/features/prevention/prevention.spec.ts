import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

interface Sent {
  readonly do: string;
}
const commandsOf = (page: Awaited<ReturnType<Gallery['show']>>): Promise<Sent[]> =>
  page.evaluate(
    () => (window as unknown as { gallery: { link: { commands: { do: string }[] } } }).gallery.link.commands,
  );
const lastCommand = async (page: Awaited<ReturnType<Gallery['show']>>, prefix: string) =>
  (await commandsOf(page)).findLast((command) => command.do.startsWith(prefix));

test(
  'PREV-8 Noor reads what happens most, and comes to the cases behind a bar',
  { timeout: slow },
  async () => {
    const page = await gallery.show('supervisor', { path: '/causes' });
    const table = page.getByRole('table', { name: 'Causes by number of cases' });
    await table.getByRole('button', { name: 'Billing error' }).click();
    const behind = page.getByRole('table', { name: 'Cases: Billing error' });
    await behind.getByRole('button', { name: 'C-2291' }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await behind.waitFor({ state: 'detached' });
    await table.waitFor();
  },
);

test('PREV-8 every figure says its formula and what it was divided by', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/causes' });
  await page.getByRole('button', { name: 'Per 1,000 contacts' }).first().focus();
  await page.getByText(/216 ÷ 31550 × 1,000/).waitFor();
});

test('PREV-10 a field of the heat map leads to its product and its cause', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/causes' });
  await page.getByRole('button', { name: /AC-28 × Carrier: 25/ }).click();
  await page.getByRole('table', { name: /Cases: .*AC-28 × Carrier/ }).waitFor();
});

test(
  'PREV-7 the numbers stand before the verdict, and the verdict is Noor’s',
  { timeout: slow },
  async () => {
    const page = await gallery.show('supervisor', { path: '/causes' });
    await page.getByRole('tab', { name: 'Measures' }).click();
    await page.getByRole('button', { name: 'Check the effect' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Fewer cases than before').waitFor();
    await dialog.getByText(/41 cases in 21940 contacts|41 cases in 21,940 contacts/).waitFor();
    await dialog.getByRole('button', { name: 'Effective', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await lastCommand(page, 'prevention.')).toMatchObject({
      do: 'prevention.verify',
      preventionId: 'measure-2',
      version: 2,
      verdict: 'effective',
    });
  },
);

test('PREV-12 Maya, an agent, sees measures and no figures over everybody', { timeout: slow }, async () => {
  const page = await gallery.show('ready', { path: '/causes' });
  await page.getByText('Thicker seal on the hose').waitFor();
  expect(await page.getByRole('tab').count()).toBe(0);
});

test(
  'PREV-1 on the case Maya names the cause; each why brings the next, and a reload keeps them',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/cases/case-2291' });
    const panel = page.getByRole('region', { name: 'Cause and prevention' });
    await panel.getByRole('button', { name: 'Change', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Why? (3)' }).fill('Nobody looked at the double');
    await page.getByRole('textbox', { name: 'Why? (4)' }).waitFor();
    await page.reload();
    await panel.getByRole('button', { name: 'Change', exact: true }).first().click();
    expect(await page.getByRole('textbox', { name: 'Why? (3)' }).inputValue()).toBe(
      'Nobody looked at the double',
    );
    await panel.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('textbox', { name: 'Why? (3)' }).waitFor({ state: 'detached' });
    expect(await lastCommand(page, 'prevention.')).toMatchObject({
      do: 'prevention.cause',
      causeId: 'billing-error',
      version: 4,
      whys: ['同一筆訂單送出兩次請款', '付款頁逾時後自動重送', 'Nobody looked at the double'],
    });
  },
);
