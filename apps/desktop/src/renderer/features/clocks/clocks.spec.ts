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
const clocks = (page: Page) => page.locator('.clock');

async function atCase(look: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await gallery.show('ready', { path: '/cases/case-2291', ...look });
  await clocks(page).nth(3).waitFor();
  return page;
}

/** The gateway tells Maya of a deadline of hers. */
const alert = (page: Page, what: 'warned' | 'breached') =>
  page.evaluate((word) => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({
      what: 'alert',
      alert: {
        caseId: 'case-2291',
        clock: 'update',
        reference: 'C-2291',
        title: 'Charged twice',
        what: word,
        as: 'owner',
        at: Date.now(),
        dueAt: Date.now() - 60_000,
        ownerName: 'Maya',
      } as never,
    });
  }, what);

test(
  'CLOCK-4 Maya sees of each clock how it stands in a word, when it is due, and what she may do',
  slow,
  async () => {
    const page = await atCase();
    await page.getByText('Stands still since', { exact: false }).waitFor();
    expect(await clocks(page).locator('.rs-badge').allInnerTexts()).toEqual([
      'Due soon',
      'Overdue',
      'Paused',
      'In time',
    ]);
    expect(await clocks(page).nth(1).locator('.clock-left').innerText()).toMatch(/^4\d min late$/u);
    await clocks(page).nth(1).getByRole('button', { name: 'I’m on it' }).click();
    await clocks(page).nth(2).getByRole('button', { name: 'Resume' }).click();
    expect((await commandsOf(page)).filter(({ do: word }) => word.startsWith('clock.'))).toEqual([
      { do: 'clock.acknowledge', caseId: 'case-2291', clock: 'update' },
      { do: 'clock.resume', caseId: 'case-2291', clock: 'resolve' },
    ]);
  },
);

test('CLOCK-5 a pause needs its reason', slow, async () => {
  const page = await atCase();
  await clocks(page).nth(0).getByRole('button', { name: 'Pause…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  await dialog
    .getByText('Please fill this in', { exact: false })
    .or(dialog.locator('.rs-field-error'))
    .first()
    .waitFor();
  await dialog.getByLabel('Why').fill('strike at the carrier');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect((await commandsOf(page)).at(-1)).toEqual({
    do: 'clock.pause',
    caseId: 'case-2291',
    clock: 'acknowledge',
    why: 'strike at the carrier',
  });
});

test('CLOCK-14 the arithmetic stands there day by day, with the holiday and the pause', slow, async () => {
  const page = await atCase();
  await clocks(page).nth(1).getByRole('button', { name: 'Explain' }).click();
  const rows = page.getByRole('dialog').locator('tbody tr');
  await rows.nth(4).waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    'Sat 21 Nov\tclosed\t–\t0 min',
    'Sun 22 Nov\tclosed\t–\t0 min',
    'Mon 23 Nov\t09:00–12:00, 13:00–18:00\t8 h\t8 h',
    'Tue 24 Nov\tFounding Day\t–\t8 h',
    'Wed 25 Nov\t10:30–12:00, 13:00–13:30\t2 h\t10 h',
  ]);
  await page.getByText('1 h 30 min left out').waitFor();
  await page.keyboard.press('Escape');
});

test('CLOCK-15 a deadline that has passed stands on every page until somebody sees to it', slow, async () => {
  const page = await gallery.show('ready', { path: '/tasks' });
  await alert(page, 'breached');
  const notice = page.getByRole('alert').filter({ hasText: 'C-2291' });
  await notice.waitFor();
  await notice.getByRole('button', { name: 'I’m on it' }).click();
  expect((await commandsOf(page)).at(-1)).toEqual({
    do: 'clock.acknowledge',
    caseId: 'case-2291',
    clock: 'update',
  });
  await page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({ what: 'alertGone', caseId: 'case-2291', clock: 'update' } as never);
  });
  await notice.waitFor({ state: 'detached' });
  await alert(page, 'warned');
  await page.locator('.notices').getByText('C-2291', { exact: false }).waitFor();
});
