import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf } from '../../testing/accessibility.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

const state = (page: Page) => page.getByRole('button', { name: /My state/ });
const did = async (page: Page) => (await commandsOf(page)).map((command) => command);

test(
  'PRES-2 Maya chooses lunch for after her call by keyboard, sees it, and takes it back',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    await state(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Lun');
    await page.keyboard.press('Enter');
    await page.getByText('Then Lunch').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Then Lunch').waitFor({ state: 'detached' });
    expect(await did(page)).toEqual([
      { do: 'presence.next', reason: 'lunch' },
      { do: 'presence.next', reason: null },
    ]);
  },
);

test('PRES-11 what Noor has set can be read and not taken back', { timeout: slow }, async () => {
  const page = await gallery.show('nextBySupervisor');
  await page.getByText('Then Training').waitFor();
  await page.getByText('Noor Haddad').waitFor();
  expect(await page.getByRole('button', { name: /Cancel what comes next/ }).count()).toBe(0);
  await state(page).click();
  for (const name of ['Ready', 'Lunch'])
    expect(await page.getByRole('menuitem', { name }).getAttribute('aria-disabled')).toBe('true');
});

test(
  'PRES-13 a break counts down at its end, and says by how much it is over',
  { timeout: slow },
  async () => {
    const page = await gallery.showApart('limitSoon');
    await state(page)
      .getByText(/0:\d\d left/)
      .waitFor();
    await page.getByText(/Lunch ends in/).waitFor();
    await page.clock.setFixedTime(Date.now() + 245_000);
    await state(page)
      .getByText(/over by 3:1\d|over by 3:2\d/)
      .waitFor();
    await page.getByText('Lunch is over').waitFor();
  },
);

test(
  'PRES-12 while the test after sleep goes on, Ready can’t be pressed, and what is wrong is said',
  { timeout: slow },
  async () => {
    const page = await gallery.show('resuming');
    await page.getByRole('alert').getByText('The microphone gives no sound').waitFor();
    await state(page).click();
    expect(await page.getByRole('menuitem', { name: 'Ready' }).getAttribute('aria-disabled')).toBe('true');
  },
);

test.each([
  ['wrapUp', /Wrap-up ends in/, 1],
  ['wrapUpOptional', /nothing has to be filled in/, 0],
  ['wrapUpMandatory', /then you are done/, 0],
  ['wrapUpMandatoryTimed', /otherwise it is kept as not recorded/, 0],
] as const)(
  'WRAP-5 %s says what ends it, and gives more time only where there is some',
  async (shown, words, extend) => {
    const page = await gallery.show(shown);
    await page.getByText(words).waitFor();
    expect(await page.getByRole('button', { name: 'More time' }).count()).toBe(extend);
  },
);

test('PRES-9 Maya’s own day by states is hers to look at', { timeout: slow }, async () => {
  const page = await gallery.show('ready');
  await state(page).click();
  await page.getByRole('menuitem', { name: 'My states today' }).click();
  const sum = page.getByRole('table', { name: 'Sum by state' });
  await sum.getByRole('row', { name: /Not ready Lunch 31 min 16 %/ }).waitFor();
  await page.keyboard.press('Escape');
  await sum.waitFor({ state: 'detached' });
});

test('WCAG 2.2 AA: the open menu and the day by states', { timeout: slow }, async () => {
  const page = await gallery.show('nextBySupervisor');
  await state(page).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'My states today' }).click();
  await page.getByRole('table', { name: 'Sum by state' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
