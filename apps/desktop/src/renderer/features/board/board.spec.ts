import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

const agents = (page: Page) => page.getByRole('grid', { name: 'Agents' });

test('BOARD-6 a queue beyond its limits says so by shape, word and colour, and stands among what needs Noor', async () => {
  const page = await gallery.show('supervisor');
  const tile = page.getByRole('article', { name: 'Service' });
  await tile.getByText('below target').waitFor();
  expect(await tile.locator('.rs-state-breach svg').count()).toBe(1);
  await page.getByRole('listitem').filter({ hasText: 'Service below target' }).waitFor();
});

test('METRIC-2 the keys lead from figure to figure, and each tells its formula and what it was counted from', async () => {
  const page = await gallery.show('supervisor');
  await agents(page).getByRole('columnheader', { name: 'Agent' }).focus();
  for (const key of [
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
  ])
    await page.keyboard.press(key);
  const hint = page.locator('.rs-grid-hint');
  await hint.waitFor();
  expect(await hint.innerText()).toBe(
    'Resolved: 87\u00a0%\ncontacts marked resolved ÷ contacts marked either way\n= 27 ÷ 31',
  );
});

test('BOARD-1 Shift+F10 opens what may be done with a call, and Escape leads back to it', async () => {
  const page = await gallery.show('supervisor');
  const caller = page
    .getByRole('grid', { name: 'Calls in progress' })
    .getByRole('rowheader', { name: '陳大文' });
  await caller.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Open the customer' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  expect(await caller.evaluate((cell) => cell === document.activeElement)).toBe(true);
});

test('BOARD-7 a filter and an order are kept as Noor’s layout', async () => {
  const page = await gallery.show('supervisor');
  await agents(page).getByRole('button', { name: 'Missed' }).click();
  await expect
    .poll(async () => (await commandsOf(page)).some((command) => command.do === 'setting.keep'))
    .toBe(true);
  const kept = (await commandsOf(page)).findLast((command) => command.do === 'setting.keep');
  expect(kept && 'text' in kept && JSON.parse(kept.text)).toMatchObject({
    layouts: [{ agentSort: { by: 'missed', isDown: true } }],
  });
});

test('BOARD-7 somebody looked for by name is the only one shown', async () => {
  const page = await gallery.show('supervisor');
  await page.getByLabel('Find a name or topic').fill('李');
  await expect.poll(() => agents(page).getByRole('row').count()).toBe(2);
});

test('BOARD-1 a supervisor’s rail leads to the floor and the reports, an agent’s does not', async () => {
  const noors = await gallery.show('supervisor');
  await noors.getByRole('link', { name: 'Reports' }).waitFor();
  const mayas = await gallery.show('ready');
  await mayas.getByRole('link', { name: 'Queues' }).waitFor();
  expect(await mayas.getByRole('link', { name: /^(Floor|Reports)$/ }).count()).toBe(0);
});
