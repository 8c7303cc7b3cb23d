import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 90_000 };

const theCase = () => gallery.show('ready', { path: '/cases/case-2291' });
const edit = (page: Page) =>
  page
    .locator('.rs-card-head', { hasText: 'What happened' })
    .getByRole('button', { name: 'Edit' })
    .press('Enter');
const why = (page: Page) => page.getByRole('textbox', { name: /Why it happened/ });
const save = (page: Page) => page.locator('.case-form').getByRole('button', { name: 'Save' });
const changes = async (page: Page) =>
  (await commandsOf(page)).filter((command) => command.do === 'case.change');

test('CASE-8 Maya changes one thing, and that alone is sent', slow, async () => {
  const page = await theCase();
  await edit(page);
  await why(page).fill('The bank sent it twice.');
  await save(page).press('Enter');
  await page.locator('.case-form').waitFor({ state: 'detached' });
  expect(await changes(page)).toEqual([
    {
      do: 'case.change',
      caseId: 'case-2291',
      version: 4,
      changes: { explanation: 'The bank sent it twice.' },
    },
  ]);
});

test(
  'CASE-8 when Li was first, what Maya typed stays, and she keeps hers or takes theirs',
  slow,
  async () => {
    const page = await theCase();
    await edit(page);
    await why(page).fill('The bank sent it twice.');
    const refuse = (word: 'changedMeanwhile' | 'noConnection') =>
      page.evaluate((problem) => {
        (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.refuse('case.change', problem);
      }, word);
    await refuse('changedMeanwhile');
    await save(page).press('Enter');
    await page.getByText('Somebody changed this case meanwhile').waitFor();
    expect(await why(page).inputValue()).toBe('The bank sent it twice.');
    expect(await save(page).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await save(page).press('Enter');
    await page.getByText('Somebody changed this case meanwhile').waitFor();
    expect((await changes(page)).map((one) => 'changes' in one && one.changes)).toEqual([
      { explanation: 'The bank sent it twice.' },
      { explanation: 'The bank sent it twice.' },
    ]);
    await page.getByRole('button', { name: 'Take theirs' }).press('Enter');
    expect(await why(page).inputValue()).not.toBe('The bank sent it twice.');
  },
);

test('CASE-8 what is typed stays when the page is left, and goes when it is thrown away', slow, async () => {
  const page = await theCase();
  await edit(page);
  await why(page).fill('The bank sent it twice.');
  await page.getByRole('link', { name: 'Tasks' }).press('Enter');
  await page.getByRole('heading', { name: /tasks/i }).first().waitFor();
  await page.goBack();
  expect(await why(page).inputValue()).toBe('The bank sent it twice.');
  await page.locator('.case-form').getByRole('button', { name: 'Discard' }).press('Enter');
  await edit(page);
  expect(await why(page).inputValue()).not.toBe('The bank sent it twice.');
});
