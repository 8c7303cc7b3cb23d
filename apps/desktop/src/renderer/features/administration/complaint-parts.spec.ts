import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdminAsk } from '../../gateway/administer.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 90_000 };

async function complaints(look: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await gallery.show('administrator', look);
  await page
    .locator('.admin-nav')
    .getByRole('button', { name: /^(Complaints|客訴)$/ })
    .click();
  return page;
}
async function edit(page: Page, name: string) {
  await page.getByRole('button', { name: `Edit ${name}`, exact: true }).press('Enter');
  return page.getByRole('dialog');
}
const save = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).press('Enter');
const saved = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const put = async (page: Page): Promise<AdminAsk | undefined> =>
  (
    await page.evaluate(
      () => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.administered,
    )
  ).findLast(({ method }) => method === 'PUT');

test(
  'STAGE-1 a stage from which no case would ever leave is named at its place, and marked in the drawing',
  slow,
  async () => {
    const page = await complaints();
    const dialog = await edit(page, 'Complaint');
    const first = dialog.getByRole('group', { name: 'Leads to' }).first();
    await first.getByRole('button', { name: 'Remove entry 1' }).press('Enter');
    await save(page);
    await first.getByText(/No way leads from here to a closed stage/).waitFor();
    expect(await dialog.locator('svg .workflow-faulty').count()).toBe(1);
    expect(await dialog.locator('svg').getByText('⚠ Received').count()).toBe(1);
  },
);

test(
  'STAGE-1 what Ada types is drawn at once, kept when the form is left, saved, and can be taken back',
  slow,
  async () => {
    const page = await complaints();
    const dialog = await edit(page, 'Complaint');
    const name = dialog.getByRole('group', { name: 'Name' }).nth(1).getByRole('textbox', { name: 'English' });
    await name.fill('Just in');
    await dialog.locator('svg').getByText('Just in', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const again = await edit(page, 'Complaint');
    await again.locator('svg').getByText('Just in', { exact: true }).waitFor();
    await save(page);
    await saved(page);
    await page.locator('svg').getByText('Just in', { exact: true }).waitFor();
    const asked = await put(page);
    expect(asked?.path).toBe('/centre/workflows/complaint?comment=');
    expect((asked?.body as { stages: unknown[] } | undefined)?.stages[0]).toMatchObject({
      stage: 'received',
      name: { en: 'Just in', 'zh-Hant': '已受理' },
    });
    await page.locator('.admin-nav').getByRole('button', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Go back to before this: revision 3' }).press('Enter');
    await page.getByText(/This, too, stands in the history/).waitFor();
  },
);

test('CLOCK-6 a warning before the clock starts is told with its remedy, in Chinese too', slow, async () => {
  for (const [lang, button, told] of [
    ['en', 'Edit Resolve a serious matter', 'Write fewer than 480 minutes'],
    ['zh-Hant', '編輯 解決嚴重問題', '請填少於 480 分鐘'],
  ] as const) {
    const page = await complaints({ lang });
    await page.getByRole('button', { name: button }).press('Enter');
    const dialog = page.getByRole('dialog');
    const before = dialog.getByRole('textbox', { name: /Before it is due|到期前/ });
    await before.fill('600');
    await dialog.locator('button[type=submit]').press('Enter');
    await dialog.getByText(new RegExp(told)).waitFor();
    expect(await before.inputValue()).toBe('600');
    await before.fill('60');
    await dialog.locator('button[type=submit]').press('Enter');
    await saved(page);
    expect(await put(page)).toMatchObject({
      path: '/centre/clocks/resolve-serious?comment=',
      body: { warnBeforeMinutes: [60], targetMinutes: 480 },
    });
  }
});

test(
  'COMP-1 a cause that is no longer there is told where it is ticked, and can be taken out',
  slow,
  async () => {
    const page = await gallery.show('administrator', { path: '/settings' });
    await page.evaluate(() => {
      const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
      const name = { en: 'Seniors', 'zh-Hant': '資深', 'zh-Hans': '资深' };
      link.changeCentre('authority', 'senior', {
        name,
        grades: ['agent'],
        tiers: [],
        causes: ['gone'],
        kinds: [],
      });
    });
    await page.getByRole('link', { name: 'Admin' }).press('Enter');
    await page.locator('.admin-nav').getByRole('button', { name: 'Complaints' }).press('Enter');
    const dialog = await edit(page, 'Seniors');
    await save(page);
    await dialog.getByText('There is no “gone”').waitFor();
    await dialog.getByText('gone', { exact: true }).click();
    await save(page);
    await saved(page);
    expect(await put(page)).toMatchObject({
      path: '/centre/authority/senior?comment=',
      body: { causes: [] },
    });
  },
);

test('PREV-1 a cause stands under another, and goes out of use without being lost', slow, async () => {
  const page = await complaints();
  const dialog = await edit(page, 'Late part');
  await dialog.getByText('In use', { exact: true }).click();
  await save(page);
  await saved(page);
  expect(await put(page)).toMatchObject({
    path: '/centre/causes/late-part?comment=',
    body: { active: false, parent: null },
  });
});

test(
  'LETTER-1 a field that does not exist is told while it is typed, and the example shows the letter',
  slow,
  async () => {
    const page = await complaints();
    const dialog = await edit(page, 'Answer');
    const body = dialog.getByRole('group', { name: 'Text' }).getByRole('textbox', { name: 'English' });
    await body.fill('Dear {{nobody}},');
    const example = dialog.getByRole('region', { name: 'English' });
    await example.getByText(/there is no field “nobody”/).waitFor();
    await body.fill('We are sorry.');
    await example.getByText('We are sorry.').waitFor();
    expect(await example.getByRole('alert').count()).toBe(0);
  },
);

test(
  'a playbook gets one more question in three languages, and Ben’s change meanwhile is not written over',
  slow,
  async () => {
    const page = await complaints();
    const dialog = await edit(page, 'Billing');
    await dialog.getByRole('button', { name: 'Add a question' }).press('Enter');
    const questions = dialog.getByRole('group', { name: 'Ask' }).first();
    await questions.getByRole('textbox', { name: 'English' }).last().fill('Which card?');
    await page.evaluate(() => {
      const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
      link.changeCentre('playbooks', 'billing', { phrases: [], questions: [], evidence: [], offers: [] });
    });
    await save(page);
    await dialog.getByText(/by Ben/).waitFor();
    expect(await questions.getByRole('textbox', { name: 'English' }).last().inputValue()).toBe('Which card?');
    await dialog.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await save(page);
    await saved(page);
    expect((await put(page))?.body).toMatchObject({
      questions: [{ en: 'Which day was it?' }, { en: 'Which card?' }],
    });
  },
);
