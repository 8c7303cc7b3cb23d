import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

test(
  'MREP-8 Noor presses a figure and sees the very requests, with the way to the call and the case',
  { timeout: slow },
  async () => {
    const page = await gallery.show('rota', { path: '/managers' });
    await page.getByRole('button', { name: '69\u00a0%' }).click();
    const behind = page.getByRole('table', { name: 'Requests: Within 60 s' });
    await behind.getByRole('button', { name: 'C-2291' }).waitFor();
    expect(await behind.getByRole('button', { name: 'Call', exact: true }).count()).toBe(3);
    await page.getByRole('button', { name: 'Grace Lin: 17 requests' }).click();
    await page.getByRole('table', { name: 'Requests: Grace Lin' }).waitFor();
  },
);

test('MREP-6 fairness says its formula, and a share what it was divided by', { timeout: slow }, async () => {
  const page = await gallery.show('rota', { path: '/managers' });
  await page.getByRole('button', { name: 'Fairness' }).waitFor();
  // formulas are shown to whoever comes by keyboard, too
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Fairness' }).focus();
  await page.getByText(/\(Σx\)² ÷ \(n · Σx²\)/).waitFor();
  await page.getByRole('button', { name: 'Within 20 s' }).focus();
  await page.getByText(/19 ÷ 39/).waitFor();
});

test(
  'MREP-7 the digest tells the week by category against the week before, with the calls behind each line',
  { timeout: slow },
  async () => {
    const page = await gallery.show('rota', { path: '/managers' });
    await page.getByRole('tab', { name: 'What customers told managers' }).click();
    await page.getByText('3 customers spoke to a manager. In the week before it was 5.').waitFor();
    await page.getByText('the week before: 1 · promised: 1, kept: 0').waitFor();
    const later = page.getByRole('button', { name: 'The week after' });
    expect(await later.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'The week before' }).click();
    await later.click();
    expect(await later.isDisabled()).toBe(true);
  },
);

test('MREP-9 Maya, an agent, is not offered the page', { timeout: slow }, async () => {
  const page = await gallery.show('ready');
  const ways = page.getByRole('navigation');
  await ways.getByRole('link', { name: 'Tasks' }).waitFor();
  expect(await ways.getByRole('link', { name: 'Duty report' }).count()).toBe(0);
});

test('MREP-8 report and digest keep WCAG 2.2 AA in every look', { timeout: 120_000 }, async () => {
  const page = await gallery.show('rota', { path: '/managers' });
  await page.getByRole('table', { name: 'Who carried how much' }).waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
  await page.getByRole('tab').last().click();
  await page.getByRole('table').first().waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
});
