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

const slow = { timeout: 60_000 };
const work = async (look: Readonly<Record<string, string>> = {}) => {
  const page = await gallery.show('ready', { path: '/cases', ...look });
  await page.getByRole('heading', { name: 'Work list' }).waitFor();
  await page.getByRole('radio', { name: /^All/ }).click();
  await rows(page).nth(3).waitFor();
  return page;
};
const rows = (page: Page) => page.locator('.work-table tbody tr');
const references = async (page: Page) => rows(page).locator('strong').allInnerTexts();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('strong')?.textContent ?? '');
/** Li, on another desk, takes the first case out of the list and lifts the last to the top. */
const elsewhere = (page: Page) =>
  page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.changeWork(([, second, third, last]) =>
      [last, second && { ...second, case: { ...second.case, title: 'Changed by Li' } }, third].filter(
        (row) => row !== undefined,
      ),
    );
  });

test('WORK-3 Maya walks through the list, selects, takes and opens by keys alone', slow, async () => {
  const page = await work();
  await page.getByRole('row', { name: /C-2302/ }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('C-2299');
  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('t');
  await page.getByText('1 of 2 done').waitFor();
  await page.getByText('Li has it already').waitFor();
  expect((await commandsOf(page)).findLast((command) => command.do === 'work.bulk')).toMatchObject({
    caseIds: ['case-2299', 'case-2302'],
    act: { act: 'take' },
  });
  await page.getByRole('row', { name: /C-2291/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/cases\/case-2291/u);
});

test('WORK-5 n opens the next case; / leads to the text, in which n is a letter', slow, async () => {
  const page = await work();
  await rows(page).first().focus();
  await page.keyboard.press('/');
  const text = page.getByLabel('Number, title or customer');
  await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('burn');
  await expect.poll(() => references(page)).toEqual(['C-2302']);
  await rows(page).first().focus();
  await page.keyboard.press('n');
  await page.waitForURL(/cases\/case-2291/u);
});

test('WORK-6 a leads to whom it suits, best first, with what speaks for them', slow, async () => {
  const page = await work();
  await rows(page).first().focus();
  await page.keyboard.press('a');
  const people = page.getByRole('dialog').getByRole('listitem');
  await people.first().waitFor();
  expect(await people.first().innerText()).toContain('knows the customer');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('WORK-8 under Maya’s hand a row changes in place and none jumps; u shows the rest', slow, async () => {
  const page = await work();
  const before = await references(page);
  await rows(page).nth(1).focus();
  await elsewhere(page);
  await page.getByText('Changed by Li').waitFor();
  expect(await references(page)).toEqual(before);
  await page.getByRole('button', { name: /changes – show/ }).waitFor();
  await page.keyboard.press('u');
  await expect.poll(() => references(page)).toEqual(['C-2207', 'C-2291', 'C-2299']);
});

test('WORK-8 where no hand is on the list it is what it has become within a second', slow, async () => {
  const page = await work();
  await page.mouse.move(5, 5);
  await page.getByRole('heading', { name: 'Work list' }).click();
  await elsewhere(page);
  await expect.poll(() => references(page)).toEqual(['C-2207', 'C-2291', 'C-2299']);
});

test(
  'WORK-10 Maya keeps a filter under a name; it stands beside the others with its count',
  slow,
  async () => {
    const page = await work();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Number, title or customer').fill('冷氣');
    await page.getByRole('button', { name: 'Save filter' }).click();
    await page.getByLabel('Name of the filter').fill('Leaks');
    await page.getByRole('dialog').getByRole('button', { name: 'Save filter' }).click();
    await page.getByRole('radio', { name: 'Leaks 1' }).waitFor();
    const kept = (await commandsOf(page)).findLast((command) => command.do === 'setting.keep');
    expect(kept && 'text' in kept && JSON.parse(kept.text)).toMatchObject({
      chosen: 'own:Leaks',
      own: [{ name: 'Leaks', filter: { text: '冷氣' } }],
    });
  },
);

test('WORK-9 Noor sees deadlines, load and promises, and marks one kept', slow, async () => {
  const page = await gallery.show('handsUp', { path: '/load' });
  await page.getByRole('table', { name: 'What lies on whose desk' }).getByText('28').waitFor();
  await page.getByRole('table', { name: 'Deadlines at risk' }).getByText('C-2302').waitFor();
  const broken = page.getByRole('row', { name: /broken.*Send the hose/ });
  await broken.getByRole('button', { name: 'Kept' }).click();
  expect((await commandsOf(page)).at(-1)).toEqual({ do: 'promise.kept', promiseId: 'promise-hose' });
});

test('CLOCK-17 Noor chooses how near deadlines are to be, and it is kept', slow, async () => {
  const page = await gallery.show('handsUp', { path: '/load' });
  const clocks = page.getByRole('table', { name: 'Deadlines at risk' });
  await clocks.getByText('C-2291').waitFor();
  await page.getByRole('radio', { name: '1 h', exact: true }).click();
  await expect.poll(() => clocks.getByText('C-2291').count()).toBe(0);
  await clocks.getByText('C-2302').waitFor();
  expect((await commandsOf(page)).at(-1)).toMatchObject({
    do: 'setting.keep',
    about: 'load',
    text: '{"window":"hour"}',
  });
  await page.getByRole('button', { name: 'Work list by deadline' }).click();
  await expect.poll(() => references(page)).toEqual(['C-2302']);
});

test(
  'at 1280×720 the load page stands on one screen, and each list goes on within its card',
  slow,
  async () => {
    const page = await gallery.show('handsUp', { path: '/load' });
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('table', { name: 'Promises to customers' }).waitFor();
    const over = await page.locator('.load-page').evaluate((it) => {
      const box = it.closest('.frame-work') ?? it;
      return [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
    });
    expect(over).toEqual([0, 0]);
  },
);

test('WORK-9 from a name Noor comes to that person’s cases', slow, async () => {
  const page = await gallery.show('handsUp', { path: '/load' });
  await page.getByRole('button', { name: 'Li', exact: true }).click();
  await page.getByRole('heading', { name: 'Work list' }).waitFor();
  await page.getByText('Li', { exact: true }).first().waitFor();
  await expect.poll(() => references(page)).toEqual(['C-2299']);
  await page.getByRole('button', { name: 'Back to the saved filter' }).click();
  await expect.poll(() => references(page)).not.toEqual(['C-2299']);
});
