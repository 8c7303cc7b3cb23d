import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

test(
  'the reference of the complaint just saved is there again after a reload',
  { timeout: slow },
  async () => {
    const page = await gallery.show('caseSaved');
    const saved = page.getByRole('status').filter({ hasText: 'Saved' });
    await saved.getByText('C-2291', { exact: true }).waitFor();
    await page.reload();
    await saved.getByText('C-2291', { exact: true }).waitFor();
  },
);

test(
  'a second complaint that is being typed is not covered by the reference of the first',
  { timeout: slow },
  async () => {
    const page = await gallery.show('caseSaved');
    await page.getByRole('button', { name: 'Record another' }).click();
    const story = page.getByRole('textbox', { name: 'What happened' });
    await story.fill('The door leaks as well');
    await page.reload();
    await story.waitFor();
    expect(await story.inputValue()).toBe('The door leaks as well');
    expect(await page.getByText('C-2291', { exact: true }).and(page.locator('.saved-case *')).count()).toBe(
      0,
    );
  },
);
