import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 90_000;

const asked = (page: Page) =>
  page.evaluate(() => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.administered);
const open = async (page: Page, part: string) =>
  page
    .getByRole('navigation', { name: 'Administration' })
    .getByRole('button', { name: part, exact: true })
    .click();
const field = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('textbox', { name, exact: typeof name === 'string' && name === 'Name' });

async function editQueue(): Promise<Page> {
  const page = await gallery.show('administrator');
  await open(page, 'Queues');
  await page.getByRole('button', { name: 'Edit Service' }).press('Enter');
  await field(page, 'How many may wait').waitFor();
  return page;
}
const save = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).press('Enter');

test(
  'ADMIN-1 Ada gives a queue more time for wrap-up, without a mouse; the reason goes with it',
  { timeout: slow },
  async () => {
    const page = await editQueue();
    await field(page, /How long wrap-up lasts/).fill('120');
    await field(page, /^Why/).fill('Busy season');
    await save(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const change = (await asked(page)).find(({ method }) => method === 'PUT');
    expect(change).toMatchObject({
      path: '/centre/queues/service?comment=Busy%20season',
      ifMatch: '2',
      body: { wrapUpForSeconds: 120, capacity: 50, callback: { attempts: 3 } },
    });
    await open(page, 'History');
    await page.getByText('Revision 3').waitFor();
  },
);

test('ADMIN-2 a fault stands at its field and takes nothing away', { timeout: slow }, async () => {
  const page = await editQueue();
  await field(page, 'How many may wait').fill('0');
  await field(page, 'English').first().fill('Service and repairs');
  await save(page);
  await page.getByText('Write a whole number from 1 to 5000').waitFor();
  expect(await field(page, 'English').first().inputValue()).toBe('Service and repairs');
});

test('ADMIN-5 Ben was first: what Ada typed stays and she chooses', { timeout: slow }, async () => {
  const page = await editQueue();
  await field(page, 'How many may wait').fill('80');
  await page.evaluate(() =>
    (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.changeCentre('queues', 'service', {
      capacity: 10,
    }),
  );
  await save(page);
  await page.getByText('Somebody else changed this in the meantime').waitFor();
  await page.getByText(/Changed by Ben/).waitFor();
  expect(await field(page, 'How many may wait').inputValue()).toBe('80');
});

test('what was typed is there again after a reload', { timeout: slow }, async () => {
  const page = await editQueue();
  await field(page, 'How many may wait').fill('80');
  await page.reload();
  await open(page, 'Queues');
  await page.getByRole('button', { name: 'Edit Service' }).click();
  expect(await field(page, 'How many may wait').inputValue()).toBe('80');
});

test('ADMIN-7 a queue in use is not removed, and what uses it is named', { timeout: slow }, async () => {
  const page = await gallery.show('administrator');
  await open(page, 'Queues');
  await page.getByRole('button', { name: 'Remove Service' }).click();
  await page.getByText('Service is still used by: Customer service').waitFor();
});

test('ADMIN-12 a made-up password is shown once, and must be acknowledged', { timeout: slow }, async () => {
  const page = await gallery.show('administrator');
  await page.getByRole('button', { name: 'Edit Maya' }).click();
  await page.getByRole('button', { name: 'Reset password' }).click();
  expect((await asked(page)).some(({ path }) => path.endsWith('/password'))).toBe(false);
  await page.getByRole('button', { name: 'Yes, reset it now' }).click();
  const told = page.getByRole('alertdialog');
  await told.getByText('kept-nowhere-4711').waitFor();
  await page.keyboard.press('Escape');
  await told.getByRole('button', { name: 'I have noted it' }).press('Enter');
  await told.waitFor({ state: 'detached' });
  expect(await page.getByText('kept-nowhere-4711').count()).toBe(0);
});

test(
  'CASE-25 Ada makes a token for the web shop, copies it once, and revokes it',
  { timeout: slow },
  async () => {
    const page = await gallery.show('administrator');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'API tokens');
    await page.getByRole('button', { name: 'Make a token' }).press('Enter');
    await page.getByRole('button', { name: 'Make it' }).press('Enter');
    await page.getByText('Please fill this in').waitFor();
    await field(page, 'System').fill('Chat');
    await page.getByRole('button', { name: 'Make it' }).press('Enter');
    const told = page.getByRole('alertdialog');
    await told.getByText('rsapi_kept-nowhere-4711').waitFor();
    const made = (await asked(page)).find(({ method }) => method === 'POST');
    expect(made?.body).toEqual({ name: 'Chat', scopes: ['cases:write'], expiresInDays: 365 });
    await told.getByRole('button', { name: 'Copy' }).press('Enter');
    await told.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('rsapi_kept-nowhere-4711');
    await page.keyboard.press('Escape');
    await told.getByRole('button', { name: 'I have kept it safely' }).press('Enter');
    await told.waitFor({ state: 'detached' });
    expect(await page.getByText('rsapi_kept-nowhere-4711').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke the token of Chat' }).press('Enter');
    expect((await asked(page)).some(({ method }) => method === 'DELETE')).toBe(false);
    await page.getByRole('button', { name: 'Revoke now' }).press('Enter');
    await page.getByRole('row', { name: /Chat.*Revoked/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Revoke the token of Chat' }).count()).toBe(0);
  },
);

test(
  'CASE-25 where the clipboard is refused the token is selected for the keyboard',
  { timeout: slow },
  async () => {
    const page = await gallery.show('administrator');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await open(page, 'API tokens');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await field(page, 'System').fill('Chat');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText(/press Ctrl\+C/).waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe('rsapi_kept-nowhere-4711');
  },
);

test('a job family brings its roles and skills', { timeout: slow }, async () => {
  const page = await gallery.show('administrator');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await field(page, 'Name').fill('Ana');
  await field(page, 'User name').fill('ana');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Job family/ })
    .click();
  await page.getByRole('option', { name: 'Support' }).click();
  await save(page);
  await page.getByText('kept-nowhere-4711').waitFor();
  const added = (await asked(page)).find(({ method, path }) => method === 'POST' && path === '/users');
  expect(added?.body).toMatchObject({
    userName: 'ana',
    familyId: 'support',
    roles: ['agent'],
    skills: [{ skillId: 'service', level: 3 }],
    password: null,
  });
});

test('ADMIN-8 a supervisor must say why before a line closes', { timeout: slow }, async () => {
  const page = await gallery.show('supervisorAtLines');
  const close = page.getByRole('button', { name: 'Close now: Customer service' });
  await close.click();
  await page.getByText('Write why, so that everybody knows later').waitFor();
  expect((await asked(page)).some(({ method }) => method === 'PUT')).toBe(false);
  await page.getByRole('textbox', { name: 'Reason for closing Customer service' }).fill('Fire alarm');
  await close.press('Enter');
  await page.getByRole('button', { name: 'Open again: Customer service' }).waitFor();
  expect(await page.getByRole('button', { name: 'People' }).count()).toBe(0);
});

const parts = [
  ['People', 'Edit Maya'],
  ['Skills and job families', 'Edit Support'],
  ['Queues', 'Edit Service'],
  ['Hotlines and menus', 'Edit Customer service'],
  ['Opening hours', 'Edit Office'],
  ['Reasons and dispositions', 'Edit Billing'],
  ['Prompts', 'Add a recording'],
  ['Emergency closing', null],
  ['History', null],
  ['API tokens', 'Make a token'],
  ['Export and import', null],
] as const;

test.each(parts)('WCAG 2.2 AA in light and dark: %s', { timeout: slow }, async (part, button) => {
  const page = await gallery.show('administrator');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, part);
  if (button !== null) {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor();
  }
  expect(await faultsInLooks(page, [{ theme: 'light' }, { theme: 'dark' }])).toEqual([]);
});
