import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 90_000 };

const theCase = (look: Readonly<Record<string, string>> = {}) =>
  gallery.show('ready', { path: '/cases/case-2291', ...look });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write a letter' }).click();
  await page.getByRole('dialog').waitFor();
}
async function chooseTemplate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Begin from/ }).click();
  await page.getByRole('option').first().click();
}

test(
  'LETTER-2 a letter begins in the customer’s language, with their address, filled in from the template',
  slow,
  async () => {
    const page = await theCase();
    await write(page);
    expect(await field(page, 'To (e-mail address)').inputValue()).toBe('chen@example.com');
    await chooseTemplate(page);
    await page.getByText('⟦clock.update⟧ when the customer hears from us next').waitFor();
    expect(await field(page, 'Subject').inputValue()).toBe('我們已收到您的意見 C-2291');
    expect(await field(page, 'Text').getAttribute('lang')).toBe('zh-Hant');
  },
);

test('LETTER-3 it can’t be sent with a hole; filled in, it is kept and then sent', slow, async () => {
  const page = await theCase();
  await write(page);
  await chooseTemplate(page);
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await page.getByText('⟦clock.update⟧ when').waitFor();
  expect(await send.isDisabled()).toBe(true);
  const body = field(page, 'Text');
  await body.fill((await body.inputValue()).replace('⟦clock.update⟧', '明天中午'));
  await send.click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const commands = (await commandsOf(page)).filter(({ do: word }) => word.startsWith('letter.'));
  expect(commands.map(({ do: word }) => word)).toEqual(['letter.draft', 'letter.send']);
  expect(commands[0]).toMatchObject({
    letter: { template: 'answer', language: 'zh-Hant', to: 'chen@example.com' },
  });
});

test(
  'LETTER-3 what is typed outlives a reload, and a template does not replace it unasked',
  slow,
  async () => {
    const page = await theCase();
    await write(page);
    await field(page, 'Text').fill('Dear Mr Chen, I called your bank.');
    await page.reload();
    await write(page);
    expect(await field(page, 'Text').inputValue()).toBe('Dear Mr Chen, I called your bank.');
    await chooseTemplate(page);
    const replace = page.getByRole('button', { name: 'Replace what is written with the template' });
    await replace.waitFor();
    expect(await field(page, 'Text').inputValue()).toBe('Dear Mr Chen, I called your bank.');
    await replace.click();
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.letter-form textarea')?.value.includes('陳先生您好'),
    );
  },
);

test(
  'LETTER-16 confirmed in writing after the call, the acknowledgement is begun and filled in, once',
  slow,
  async () => {
    const page = await gallery.show('inCall');
    await page.getByRole('textbox', { name: 'What happened' }).fill('The drill smokes');
    await page.getByRole('combobox', { name: /Category/ }).fill('twice');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Confirm in writing' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByText('⟦clock.update⟧ when').waitFor();
    expect(await field(page, 'Subject').inputValue()).toBe('我們已收到您的意見 C-2291');
    const body = field(page, 'Text');
    await body.fill('陳先生您好：已收到。');
    await page.getByRole('button', { name: 'Keep as draft' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [kept] = (await commandsOf(page)).filter(({ do: word }) => word === 'letter.draft');
    expect(kept).toMatchObject({ caseId: 'case-2301', letter: { template: 'acknowledgement' } });
    expect(page.url()).not.toContain('confirm-in-writing');
  },
);

test('LETTER-16 a confirmation that was begun before is gone on with', slow, async () => {
  const page = await gallery.show('ready', { path: '/cases/case-2291#confirm-in-writing' });
  await page.getByRole('dialog').waitFor();
  expect(await field(page, 'Subject').inputValue()).toBe('退款通知');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('LETTER-7 a letter that failed says why, and one that nobody is sure of asks', slow, async () => {
  const page = await theCase();
  await page.getByText('The mail server said: 550 5.1.1 no such user here').waitFor();
  await page.getByText('The connection was lost at the last moment.').waitFor();
  await page.getByRole('button', { name: 'It arrived' }).click();
  await page.getByRole('button', { name: 'Send once more: 關於您的意見 C-2291' }).click();
  const commands = (await commandsOf(page)).filter(({ do: word }) => word.startsWith('letter.'));
  expect(commands).toEqual([
    { do: 'letter.arrived', letterId: 'letter-unsure', version: 4 },
    { do: 'letter.retry', letterId: 'letter-failed', version: 4 },
  ]);
});

test('LETTER-8 what is printed is the page alone', slow, async () => {
  const page = await theCase();
  await page.getByRole('button', { name: 'Show: 退款通知' }).click();
  await page.getByRole('button', { name: 'Print or save as PDF' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() =>
    [...document.body.children]
      .filter((child) => getComputedStyle(child).display !== 'none')
      .map(({ className }) => className),
  );
  expect(seen).toEqual(['letter-print']);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'It is on its way' }).click();
  expect((await commandsOf(page)).at(-1)).toMatchObject({ do: 'letter.print', letterId: 'letter-draft' });
});

test(
  'LETTER-17 in a browser the print dialog saves a PDF, and Maya reads how it comes on the case',
  slow,
  async () => {
    const page = await theCase();
    await page.getByRole('button', { name: 'Show: 退款通知' }).click();
    await page.getByText('Your browser’s print dialog can save the letter as a PDF.').waitFor();
    await page.getByText('Then add that PDF to the case under “Files”.').waitFor();
    expect(await page.getByRole('button', { name: 'Save as PDF', exact: true }).count()).toBe(0);
  },
);

test(
  'LETTER-10 files are added by choosing, dropping or pasting; a program is refused with a word',
  slow,
  async () => {
    const page = await theCase();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add files' }).click(),
    ]);
    await chooser.setFiles([
      { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') },
      { name: 'x.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
    ]);
    await page.getByText('This file can run as a program or a page').waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['a'], 'dropped.txt'));
      const panel = document.querySelector('.files');
      panel?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByText('dropped.txt is on the case.').waitFor();
    const names = await page.evaluate(() =>
      (window as unknown as { gallery: { link: { attached: File[] } } }).gallery.link.attached.map(
        ({ name }) => name,
      ),
    );
    expect(names).toEqual(['receipt.pdf', 'x.exe', 'dropped.txt']);
  },
);

test(
  'LETTER-11 LETTER-13 a name that says something else is marked, and a removed file says who took it off',
  slow,
  async () => {
    const page = await theCase();
    await page.getByText('Really image/jpeg').waitFor();
    await page.getByText(/^Removed by Noor,/).waitFor();
    expect(await page.getByRole('button', { name: 'Save wrong-customer.txt' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show 冒煙.png' }).click();
    await page.getByRole('img', { name: '冒煙.png' }).waitFor();
  },
);

test(
  'LETTER-1 Grace sees a field that does not exist while she types, and what the letter becomes',
  slow,
  async () => {
    const page = await gallery.show('administrator', { path: '/administration' });
    await page.getByRole('button', { name: 'Complaints', exact: true }).click();
    await page.getByRole('button', { name: 'Add a template' }).click();
    const english = page.getByRole('group', { name: 'Subject' }).getByRole('textbox', { name: 'English' });
    await english.fill('About {{case.nr}}');
    await page.getByText('Line 1, column 7: there is no field “case.nr”.').waitFor();
    await english.fill('About {{case.reference}}');
    await page.getByRole('region', { name: 'English' }).getByText('About C-1001').waitFor();
    expect(await page.getByText('there is no field').count()).toBe(0);
  },
);

test.each([
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'zh-Hant' },
  { theme: 'contrast', lang: 'zh-Hans' },
])('the letter form holds WCAG 2.2 AA: $theme, $lang', slow, async (look) => {
  const page = await theCase(look);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('.letters > button').click();
  await page.getByRole('dialog').waitFor();
  const { violations } = await new AxeBuilder({ page })
    .include('.letter-form')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
