import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

const bar = (page: Page) => page.getByRole('region', { name: 'Current call' });
const said = (page: Page) => bar(page).getByRole('status');

test('P12 a caller on hold for a minute is shown as on hold too long', { timeout: slow }, async () => {
  const page = await gallery.showApart('held');
  await bar(page).getByText('On hold', { exact: true }).waitFor();
  await page.clock.setFixedTime(Date.now() + 20_000);
  await bar(page).getByText('On hold too long', { exact: true }).waitFor();
  expect(await said(page).textContent()).toBe('');
});

test('P12 after two minutes on hold a screen reader says so, once', { timeout: slow }, async () => {
  const page = await gallery.showApart('heldLong');
  const start = Date.now();
  await bar(page).getByText('On hold too long', { exact: true }).waitFor();
  await said(page).evaluate((region) => {
    const words: string[] = [];
    Object.assign(window, { words });
    new MutationObserver(() => words.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  for (const later of [70_000, 80_000, 140_000]) {
    await page.clock.setFixedTime(start + later);
    await page.waitForFunction(
      (minutes) => document.querySelector('.rs-hold [role=timer]')?.textContent?.startsWith(minutes),
      `${Math.floor((63_000 + later) / 60_000)}:`,
    );
  }
  const words = await page.evaluate(() => (window as unknown as { words: string[] }).words);
  expect(words).toEqual([expect.stringContaining('on hold for more than two minutes')]);
});

test('the warning goes with the hold', { timeout: slow }, async () => {
  const page = await gallery.show('heldTooLong');
  await bar(page).getByText('On hold too long', { exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+H');
  await bar(page).getByText('On hold too long').waitFor({ state: 'detached' });
});
