import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };

async function drawing(width = 1280, height = 720): Promise<Page> {
  const page = await gallery.show('administrator');
  await page.setViewportSize({ width, height });
  await page.locator('.admin-nav').getByRole('button', { name: 'Complaints' }).click();
  await page.locator('.zoomed-frame').waitFor();
  return page;
}
const scale = async (page: Page) =>
  Number.parseInt(await page.locator('.zoomed-tools output').innerText(), 10);
/** How far the drawing goes beyond its frame to the right. */
const beyond = (page: Page) =>
  page.locator('.zoomed-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth);

test('STAGE-1 the whole workflow is seen at once on a small screen and on a large one', slow, async () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    const page = await drawing(width, height);
    expect(await beyond(page)).toBe(0);
    const smallest = await page
      .locator('.workflow-words strong')
      .evaluateAll((names) =>
        Math.min(...names.map((name) => name.getBoundingClientRect().height / name.getClientRects().length)),
      );
    expect(smallest).toBeGreaterThan(9);
  }
});

test('STAGE-1 Ada goes nearer and farther by key, and back to the whole', slow, async () => {
  const page = await drawing();
  const fit = await scale(page);
  const frame = page.getByRole('group', { name: 'Diagram' });
  await frame.focus();
  await frame.press('+');
  await frame.press('+');
  expect(await scale(page)).toBeGreaterThan(fit);
  expect(await beyond(page)).toBeGreaterThan(0);
  await frame.press('ArrowRight');
  await expect.poll(() => frame.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  await frame.press('0');
  expect(await scale(page)).toBe(fit);
  await frame.press('-');
  expect(await scale(page)).toBeLessThan(fit);
  await page.getByRole('button', { name: 'Fit' }).press('Enter');
  expect(await scale(page)).toBe(fit);
});

test('STAGE-1 with the pointer what is under it stays there, and is drawn along', slow, async () => {
  const page = await drawing();
  const stage = page.locator('svg').getByText('Response proposed');
  const before = (await stage.boundingBox()) ?? fail();
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => beyond(page)).toBeGreaterThan(0);
  const after = (await stage.boundingBox()) ?? fail();
  expect(Math.abs(after.x + after.width / 2 - (before.x + before.width / 2))).toBeLessThan(8);
  await page.mouse.down();
  await page.mouse.move(before.x - 60, before.y, { steps: 4 });
  await page.mouse.up();
  expect((await stage.boundingBox())?.x).toBeLessThan(after.x - 40);
});

test('STAGE-1 the same can be read as a table', slow, async () => {
  const page = await drawing();
  await page.getByText('The same as a table').press('Enter');
  const row = page.getByRole('row', { name: /^Being investigated/ });
  await row.getByText('name its cause').or(row.getByText(/cause/i)).first().waitFor();
});

test('STAGE-1 the diagram takes the whole screen and gives it back', slow, async () => {
  const page = await drawing();
  const small = await scale(page);
  await page.getByRole('button', { name: 'Whole screen', exact: true }).click();
  await page.getByRole('button', { name: 'Leave whole screen' }).waitFor();
  await expect.poll(() => scale(page)).toBeGreaterThan(small);
  await page.getByRole('button', { name: 'Leave whole screen' }).click();
  await page.getByRole('button', { name: 'Whole screen', exact: true }).waitFor();
  await expect.poll(() => scale(page)).toBe(small);
});

const fail = (): never => {
  throw new Error('The stage is not drawn');
};
