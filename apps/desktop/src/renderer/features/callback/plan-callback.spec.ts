import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

test('BACK-10 Maya turns the call into a call back by herself', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  await page.getByRole('tab', { name: 'Call back' }).click();
  const form = page.getByRole('tabpanel');
  expect(await form.getByRole('textbox', { name: 'Number to call' }).inputValue()).toBe('0912-345-678');
  await form.getByText('Only me').click();
  await form.getByRole('textbox', { name: /^Note/ }).fill('Ask for the invoice');
  await form.getByRole('button', { name: 'Plan call back' }).click();
  await page.getByText('Call back planned for').waitFor();
  const planned = (await commandsOf(page)).find((command) => command.do === 'callback.plan');
  expect(planned).toMatchObject({
    callId: 'call-1',
    number: '+886912345678',
    whose: 'me',
    note: 'Ask for the invoice',
  });
});

test('BACK-10 a finished call is turned into one from the list of calls', { timeout: slow }, async () => {
  const page = await gallery.show('ready', { path: '/calls' });
  await page.getByRole('button', { name: 'Plan a call back' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Plan a call back' });
  await dialog.getByRole('button', { name: 'Plan call back' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await commandsOf(page)).map((command) => command.do)).toContain('callback.plan');
});

test(
  'BACK-6 the card of a callback says which attempt it is, and that answering dials',
  { timeout: slow },
  async () => {
    const page = await gallery.show('incomingCallback');
    const card = page.getByRole('article');
    await card.getByText('Call back, attempt 2 of 3').waitFor();
    await card.getByText('He wants to hear when the refund comes.').waitFor();
    await card.getByRole('button', { name: 'Call now' }).waitFor();
  },
);
