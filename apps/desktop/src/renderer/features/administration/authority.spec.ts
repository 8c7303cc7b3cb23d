import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

test(
  'COMP-1 Ada lets agents give NT$750.50 for a late part, in the centre’s currency and not in cents',
  { timeout: 90_000 },
  async () => {
    const page = await gallery.show('administrator');
    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('button', { name: 'Complaints', exact: true })
      .click();
    await page.getByRole('button', { name: 'Edit Agents' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const atOnce = dialog.getByRole('textbox', { name: 'Most at once (TWD)' });
    expect(await atOnce.inputValue()).toBe('500');
    await atOnce.fill('750.05');
    await atOnce.fill('750.50');
    await dialog.getByText('Late part').click();
    await dialog.getByText('Goodwill payment').click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const asked = await page.evaluate(
      () => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.administered,
    );
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/centre/authority/agent?comment=',
      body: {
        upTo: 75_050,
        upToPerCustomer: 100_000,
        causes: ['late-part'],
        kinds: ['credit', 'voucher', 'goodwill'],
        withinDays: 365,
      },
    });
  },
);

test(
  'COMP-14 Ada sets what late parts may cost in a quarter, in the centre’s currency',
  { timeout: 90_000 },
  async () => {
    const page = await gallery.show('administrator');
    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('button', { name: 'Complaints', exact: true })
      .click();
    await page.getByRole('button', { name: 'Add a budget' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Id' }).fill('late-parts');
    for (const language of ['English', 'Traditional Chinese', 'Simplified Chinese'])
      await dialog.getByRole('textbox', { name: language }).fill('Late parts');
    await dialog.getByRole('button', { name: /Every/ }).click();
    await page.getByRole('option', { name: 'Quarter' }).click();
    await dialog.getByRole('button', { name: /For this cause alone/ }).click();
    await page.getByRole('option', { name: 'Late part' }).click();
    await dialog.getByRole('textbox', { name: 'Amount (TWD)' }).fill('20000');
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const asked = await page.evaluate(
      () => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.administered,
    );
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/centre/budgets/late-parts?comment=',
      body: { cause: 'late-part', every: 'quarter', amount: 2_000_000 },
    });
  },
);
