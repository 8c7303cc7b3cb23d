import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };
const show = () => gallery.show('rota', { path: '/manager' });

test(
  'NOTE-6 Noor sees how calls reach her, and what is to be done: on the line first, then by when',
  slow,
  async () => {
    const page = await show();
    await page.getByText('Calls ring your telephone').waitFor();
    const open = page.getByRole('article');
    await open.first().waitFor();
    expect(await open.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
      '陳大文',
      'Amara Okafor',
      '林美麗',
    ]);
    await open
      .nth(2)
      .getByText(/^Late:/)
      .waitFor();
    await page.getByRole('table', { name: 'Done in the last four weeks' }).getByText('Mr Okafor').waitFor();
  },
);

test(
  'NOTE-3 the note of a call that is over stands open; an outcome, a promise and one press are enough',
  slow,
  async () => {
    const page = await show();
    const form = page.getByRole('form', { name: 'What came of it' });
    await form.getByText('Promised something').click();
    await form.getByLabel('What you promise').fill('Deliver it on Friday');
    await form.getByRole('button', { name: 'Save' }).click();
    await form
      .getByText(/needed|Fill|choose/i)
      .first()
      .waitFor();
    await form.locator('.rs-due-quick button').first().click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await commandsOf(page)).filter((one) => one['do'] === 'manager.note'))
      .toMatchObject([
        {
          ...{ requestId: 'request-1', version: 2, outcome: 'promised', category: null },
          promise: { what: 'Deliver it on Friday', dueAt: expect.any(Number) },
        },
      ]);
  },
);

test('NOTE-3 what is typed is there again after another page was looked at', slow, async () => {
  const page = await show();
  await page.getByLabel('What was said').fill('半句話');
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('link', { name: 'Manager', exact: true }).click();
  await expect.poll(() => page.getByLabel('What was said').inputValue()).toBe('半句話');
});

test('NOTE-5 one press takes a call back; another says that a promise is kept', slow, async () => {
  const page = await show();
  await page
    .getByRole('article', { name: 'Amara Okafor' })
    .getByRole('button', { name: 'Take and call back' })
    .click();
  await page.getByRole('article', { name: '林美麗' }).getByRole('button', { name: 'Promise kept' }).click();
  await expect
    .poll(async () => (await commandsOf(page)).map((one) => one['do']))
    .toEqual(['manager.take', 'promise.kept', 'task.finish']);
});

test(
  'NOTE-7 a number that may not be called is said at its field, and nothing typed is lost',
  slow,
  async () => {
    const page = await gallery.show('rota', { path: '/manager' });
    await page.getByRole('button', { name: 'Change' }).click();
    await page.evaluate(() =>
      (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.refuse(
        'manager.reach',
        'numberNotAllowed',
      ),
    );
    await page.getByLabel('Own telephone').fill('+44 7900 000000');
    await page
      .getByRole('form', { name: 'How calls reach me' })
      .getByRole('button', { name: 'Save' })
      .click();
    await expect.poll(() => page.getByLabel('Own telephone').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Own telephone').inputValue()).toBe('+44 7900 000000');
  },
);

test('NOTE-6 the case says who asked for a manager, and offers to take it', slow, async () => {
  const page = await gallery.show('rota', { path: '/cases/case-2291' });
  const panel = page.getByRole('region', { name: 'Asked for a manager' });
  await panel.getByText('To be called back').waitFor();
  await panel.getByRole('button', { name: 'Take and call back' }).click();
  await expect
    .poll(async () => (await commandsOf(page)).at(-1))
    .toMatchObject({ do: 'manager.take', requestId: 'request-2' });
});

test('A11Y the manager’s page holds in every look, with the form open', slow, async () => {
  const page = await show();
  await page.getByRole('article').first().waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  expect(await faultsInLooks(page)).toEqual([]);
});
