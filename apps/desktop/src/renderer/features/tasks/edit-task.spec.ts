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
const slow = 60_000;

const invoice = 'Send corrected invoice';
const changes = async (page: Page) =>
  (await commandsOf(page)).filter((command) => command.do === 'task.change');

/** Maya opens the window for her task about the invoice. */
async function edit(page: Page) {
  await page.getByRole('row', { name: invoice }).getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: `Edit task: ${invoice}` });
  const [title, note] = [
    dialog.getByRole('textbox', { name: 'What is to be done' }),
    dialog.getByRole('textbox', { name: /^Note/ }),
  ];
  await title.waitFor();
  return { dialog, title, note, save: dialog.getByRole('button', { name: 'Save', exact: true }) };
}

/** Noor, on another computer, saves the same task first. */
const noorRenames = (page: Page, title: string) =>
  page.evaluate(
    (theirs) =>
      (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.changeTask('task-invoice', {
        title: theirs,
      }),
    title,
  );

test(
  'TASK-2 Maya edits a task: the form has what it is, and the list has what she saved',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    const { dialog, title, note, save } = await edit(page);
    expect(await title.inputValue()).toBe(invoice);
    await title.fill('Send invoice 118 again');
    await note.fill('By e-mail');
    await save.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: 'Send invoice 118 again' }).waitFor();
    const [change] = await changes(page);
    expect(change).toMatchObject({
      taskId: 'task-invoice',
      version: 1,
      task: {
        kind: 'send',
        title: 'Send invoice 118 again',
        note: 'By e-mail',
        customerId: 'customer-chen',
        number: null,
      },
    });
  },
);

test(
  'TASK-2 when somebody else changed the task, what was typed stays and can still be saved',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    const { note } = await edit(page);
    await note.fill('Call before sending');
    await noorRenames(page, 'Send both invoices');
    const now = page.getByRole('dialog', { name: 'Edit task: Send both invoices' });
    await now.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this task').waitFor();
    const typed = now.getByRole('textbox', { name: /^Note/ });
    expect(await typed.inputValue()).toBe('Call before sending');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await now.getByRole('button', { name: 'Save', exact: true }).click();
    await now.waitFor({ state: 'detached' });
    expect((await changes(page)).map(({ version }) => version)).toEqual([1, 2]);
    await page.getByRole('row', { name: invoice }).waitFor();
  },
);

test(
  'TASK-2 a half-typed change that is taken up later does not replace what was saved in between',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    const { dialog, note } = await edit(page);
    await note.fill('Call before sending');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await noorRenames(page, `${invoice} twice`);
    await page.getByRole('row', { name: invoice }).getByRole('button', { name: 'Edit' }).click();
    const again = page.getByRole('dialog');
    expect(await again.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe('Call before sending');
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this task').waitFor();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    expect(await again.getByRole('textbox', { name: 'What is to be done' }).inputValue()).toBe(
      `${invoice} twice`,
    );
    expect(await again.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe('');
  },
);
