import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;
type Page = Awaited<ReturnType<Gallery['show']>>;

const lastCheck = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    (
      window as unknown as { gallery: { link: { commands: { do: string }[] } } }
    ).gallery.link.commands.findLast((command) => command.do.startsWith('check.')),
  );

test(
  'CHECK-4 three questions are answered with keys alone, then the outcome',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/satisfaction/task-check' });
    const satisfied = page.getByRole('button', { name: 'Satisfied', exact: true });
    await satisfied.waitFor();
    expect(await satisfied.isDisabled()).toBe(true);
    await page.getByRole('radiogroup', { name: 'Is it solved?' }).getByRole('radio').first().focus();
    await page.keyboard.press('5');
    await page.getByRole('radiogroup', { name: 'Did we handle it well?' }).getByRole('radio').first().focus();
    await page.keyboard.press('4');
    await page.getByRole('textbox', { name: 'In the customer’s words' }).fill('Thank you');
    await satisfied.click();
    await expect
      .poll(() => lastCheck(page))
      .toMatchObject({
        do: 'check.answer',
        checkId: 'check-2',
        version: 2,
        outcome: 'satisfied',
        answers: { solved: 5, handled: 4, stay: null },
        comment: 'Thank you',
      });
  },
);

test(
  'CHECK-6 who could not be reached is an attempt with its note, and what was typed survives a reload',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/satisfaction/task-check' });
    await page.getByRole('textbox', { name: 'What happened' }).fill('voicemail');
    await page.reload();
    await page.getByText('Could not be reached (attempt 2 of 3)').waitFor();
    expect(await page.getByRole('textbox', { name: 'What happened' }).inputValue()).toBe('voicemail');
    await page.getByRole('button', { name: 'Not reached this time' }).click();
    await expect
      .poll(() => lastCheck(page))
      .toMatchObject({ do: 'check.attempt', note: 'voicemail', version: 2 });
  },
);

test('CHECK-8 from the task Maya comes to the questions', { timeout: slow }, async () => {
  const page = await gallery.show('ready', { path: '/tasks' });
  await page.getByRole('button', { name: 'Ask the customer' }).first().click();
  await page.getByRole('heading', { name: 'Satisfaction call: 陳大文' }).waitFor();
});

test(
  'CHECK-7 who handled it reads that the customer is not satisfied, until it is read',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready');
    await page.evaluate(() =>
      (window as unknown as { gallery: { link: { tell(event: object): void } } }).gallery.link.tell({
        what: 'notSatisfied',
        caseId: 'case-2291',
        reference: 'C-2291',
        title: '十月份重複扣款',
      }),
    );
    const told = page.getByText('C-2291: the customer is not satisfied. The case is open again.');
    await told.waitFor();
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await told.waitFor({ state: 'detached' });
  },
);
