import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 90_000 };
const secret = 'https://calendar.google.com/calendar/ical/noor/private-5ecret/basic.ics';

async function openAddress() {
  const page = await gallery.show('rota');
  await page.getByRole('button', { name: 'Calendar address' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Calendar address' });
  const field = dialog.getByRole('textbox', { name: 'Address of the calendar' });
  return { page, dialog, field };
}
const lastCommand = async (page: Page) => (await commandsOf(page)).at(-1);

test(
  'ABSENT-7 ABSENT-11 Noor sees when her calendar was read and where, and gives another address, which is not shown again',
  slow,
  async () => {
    const { page, dialog, field } = await openAddress();
    await dialog.getByText('Read 10 min ago · calendar.google.com').waitFor();
    await field.fill(secret);
    await field.press('Enter');
    await dialog.getByText('4 absences taken, 0 removed').waitFor();
    expect(await lastCommand(page)).toEqual({ do: 'absence.subscribe', agentId: 'noor', address: secret });
    expect(await field.inputValue()).toBe('');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      '5ecret',
    );
    expect(await faultsInLooks(page)).toEqual([]);
  },
);

test(
  'ABSENT-8 that Grace’s calendar can’t be read is told with since when, why and what stays',
  slow,
  async () => {
    const rota = await gallery.show('rota');
    await rota.getByText('Can’t be read for 3 days · outlook.office365.com · Grace Lin').waitFor();
    expect(await faultsInLooks(rota)).toEqual([]);
    const { page, dialog } = await openAddress();
    await dialog.getByRole('button', { name: /Who/ }).press('Enter');
    await page.getByRole('option', { name: 'Grace Lin' }).press('Enter');
    await dialog.getByText('Can’t be read for 3 days · outlook.office365.com').waitFor();
    await dialog.getByText(/The address is no longer valid.*What was read 3 days ago stays/).waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
  },
);

test('ABSENT-7 an address that can’t be read is not kept, and stays to be mended', slow, async () => {
  const { page, dialog, field } = await openAddress();
  await dialog.getByRole('button', { name: 'Keep the address' }).press('Enter');
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  expect(await commandsOf(page)).toEqual([]);
  await field.fill('https://calendar.example.com/gone.ics');
  await field.press('Enter');
  await dialog.getByRole('alert').getByText('The address is not kept').waitFor();
  expect(await field.inputValue()).toBe('https://calendar.example.com/gone.ics');
});

test('ABSENT-9 what is no address of a calendar is said beside it', slow, async () => {
  const { page, dialog, field } = await openAddress();
  await page.evaluate(() =>
    (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.refuse(
      'absence.subscribe',
      'wrongCalendarAddress',
    ),
  );
  await field.fill('calendar.google.com');
  await field.press('Enter');
  await dialog.getByText(/This is no address of a calendar/).waitFor();
});

test(
  'ABSENT-12 Noor removes the address with the keyboard, having read what goes with it',
  slow,
  async () => {
    const { page, dialog } = await openAddress();
    await dialog.getByText(/also removes the absences that came from it/).waitFor();
    await dialog.getByRole('button', { name: 'Remove the address' }).press('Enter');
    await page.getByText(/The calendar of Noor Haddad is no longer read/).waitFor();
    expect(await lastCommand(page)).toEqual({ do: 'absence.subscribe', agentId: 'noor', address: null });
  },
);
