import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from './testing/gallery-browser.ts';
import { commandsOf, openGallery } from './testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

const did = async (page: Page) => (await commandsOf(page)).map((command) => command.do);
const slow = 60_000;

/** A key that belongs to the input method, as WebKit tells it: only its code, 229, says whose it is. */
const composingKey = (
  field: Locator,
  key: { readonly key: string; readonly code: string; readonly ctrlKey?: true; readonly shiftKey?: true },
) =>
  field.evaluate((input, init) => {
    const both = { ...init, keyCode: 229, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', both));
    input.dispatchEvent(new KeyboardEvent('keyup', both));
  }, key);

test('Maya answers and declines with a key, and F6 brings her to the card', { timeout: slow }, async () => {
  const page = await gallery.show('incoming');
  await page.getByRole('button', { name: 'Answer' }).waitFor();
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
  await page.keyboard.press('Control+Shift+A');
  await page.getByRole('button', { name: /My state.*On call/ }).waitFor();
  expect(await did(page)).toEqual(['offer.accept']);

  const other = await gallery.show('incoming');
  await other.getByRole('button', { name: 'Decline' }).waitFor();
  await other.keyboard.press('Control+Shift+R');
  await other.getByText('You declined').waitFor();
  expect(await did(other)).toEqual(['offer.decline']);
});

test(
  'an incoming call takes neither the focus nor the text that is being typed',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/search' });
    const field = page
      .getByRole('textbox', { name: 'Name, number or e-mail' })
      .or(page.getByRole('searchbox'));
    await field.fill('Oka');
    await page.evaluate(() => (window as unknown as { gallery: { ring(): void } }).gallery.ring());
    await page.getByRole('button', { name: 'Answer' }).waitFor();
    await page.keyboard.type('for');
    expect(await field.inputValue()).toBe('Okafor');
    expect(await page.getByRole('article').getByText('陳大文').count()).toBeGreaterThan(0);
  },
);

test(
  'a complaint is written, promised and saved without a mouse, and the reference is shown',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    await page.getByRole('textbox', { name: 'What happened' }).focus();
    await page.keyboard.type('Charged twice');
    await page.keyboard.press('Tab');
    await page.keyboard.type('twice');
    await page.getByRole('option', { name: 'Charged twice' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('陳先生，非常抱歉').waitFor();
    await page.getByRole('radio', { name: 'Moderate' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('textbox', { name: /What we will do/ }).focus();
    await page.keyboard.type('Refund confirmed');
    await page.getByRole('button', { name: 'Tomorrow 17:00' }).press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('C-2301').waitFor();
    const opened = (await commandsOf(page)).find((command) => command.do === 'case.open');
    expect(opened).toMatchObject({
      case: {
        callId: 'call-1',
        customerId: 'customer-chen',
        whatHappened: 'Charged twice',
        category: 'charged-twice',
        severity: 'serious',
        promise: { what: 'Refund confirmed' },
      },
    });
  },
);

test(
  'a complaint without its text says so at the field, goes there, and sends nothing',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    await page.getByRole('button', { name: 'Save and read out' }).press('Enter');
    await page.getByText('Please fill this in').first().waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).name)).toBe(
      'whatHappened',
    );
    expect(await did(page)).not.toContain('case.open');
  },
);

test('what is typed survives a change of page, and a reload', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  const story = page.getByRole('textbox', { name: 'What happened' });
  await story.fill('The refund of the 18th has not arrived');
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.getByRole('heading', { name: 'Queues' }).waitFor();
  await page.getByRole('button', { name: /陳大文.*On call/ }).click();
  expect(await story.inputValue()).toBe('The refund of the 18th has not arrived');
  await page.reload();
  await story.waitFor();
  expect(await story.inputValue()).toBe('The refund of the 18th has not arrived');
});

test(
  'Enter that takes a candidate of the input method neither chooses nor submits',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready');
    await page.keyboard.press('Control+K');
    const field = page.getByRole('searchbox', { name: 'Search customers and commands' });
    await field.fill('陳');
    await page.getByRole('menuitem', { name: /陳大文/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await composingKey(field, { key: 'Enter', code: 'Enter' });
    expect(new URL(page.url()).hash).not.toContain('customer');
    await page.getByRole('menuitem', { name: /陳大文/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/customer-chen/);
  },
);

test('the wrap-up of a call: disposition, answer, done, ready again', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  await page.getByRole('button', { name: 'Mute' }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('Wrap-up ends in').waitFor();
  await page.getByRole('radio', { name: 'Repair booked' }).focus();
  await page.keyboard.press('Space');
  expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await page.getByText('You are ready').waitFor();
  expect((await did(page)).filter((done) => done !== 'draft.keep')).toEqual([
    'call.end',
    'wrapUp.dispose',
    'wrapUp.done',
  ]);
});

test(
  'when somebody else changed the customer, what was typed stays and the choice is offered',
  { timeout: slow },
  async () => {
    const page = await gallery.show('conflict');
    await page.getByRole('button', { name: 'Edit' }).click();
    const note = page.getByRole('dialog').getByRole('textbox', { name: /^Note/ });
    await note.fill('Call after three');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this customer').waitFor();
    expect(await note.inputValue()).toBe('Call after three');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    expect(await note.inputValue()).toBe('Call after three');
  },
);

test('a key pressed while a character is composed does not end the call', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  const story = page.getByRole('textbox', { name: 'What happened' });
  await story.focus();
  const end = { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true } as const;
  await composingKey(story, end);
  expect(await did(page)).not.toContain('call.end');
  await page.keyboard.press('Control+Shift+E');
  await page.getByText('You ended the call').waitFor();
  // Maya is typing: the wrap-up does not push her text aside.
  expect(await story.isVisible()).toBe(true);
});
