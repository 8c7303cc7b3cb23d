import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

/** Types as people do and counts: one for each key that is no letter, one for each text however long. */
function fingersOn(page: Page) {
  let steps = 0;
  return {
    press: async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
      steps += times;
    },
    type: async (text: string) => {
      await page.keyboard.type(text);
      steps += 1;
    },
    steps: () => steps,
  };
}

const story = (page: Page) => page.getByRole('textbox', { name: 'What happened' });
const opened = async (page: Page) => (await commandsOf(page)).find((command) => command.do === 'case.open');

test(
  'CASE-1 the least that a complaint needs takes Maya six steps on the keyboard, two of them texts',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    const fingers = fingersOn(page);
    await story(page).waitFor();
    await fingers.press('Alt+1');
    await story(page).and(page.locator(':focus')).waitFor();
    await fingers.type('The October bill was charged twice');
    await fingers.press('Tab');
    await fingers.type('twice');
    await fingers.press('Enter');
    await fingers.press('Control+Enter');
    await page.getByText('C-2301', { exact: true }).waitFor();
    expect(fingers.steps()).toBe(6);
    expect(await opened(page)).toMatchObject({
      case: { channel: 'call', category: 'charged-twice', severity: 'moderate', promise: null },
    });
  },
);

test(
  'CASE-29 a category about safety proposes Safety and says why; Maya may choose another, and it goes with the category',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    const category = page.getByRole('combobox', { name: /Category/ });
    const severity = (name: string) =>
      page.getByRole('radiogroup', { name: 'Severity' }).getByRole('radio', { name });
    await story(page).fill('The socket smokes');
    await category.fill('smoke');
    await page.keyboard.press('Enter');
    await page.getByText(/Safety is proposed because of the category/).waitFor();
    expect(await severity('Safety').isChecked()).toBe(true);
    await category.fill('twice');
    await page.keyboard.press('Enter');
    expect(await severity('Moderate').isChecked()).toBe(true);
    await category.fill('smoke');
    await page.keyboard.press('Enter');
    await page.getByRole('radiogroup', { name: 'Severity' }).getByText('Serious', { exact: true }).click();
    await page.getByText(/lower severity is noted in the history/).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('C-2301', { exact: true }).waitFor();
    expect(await opened(page)).toMatchObject({ case: { category: 'smoke', severity: 'serious' } });
  },
);

test('the reference is spelled for reading it out to 陳大文', { timeout: slow }, async () => {
  const page = await gallery.show('caseSaved');
  await page.getByText('C 二 二 九 一').waitFor();
});

test(
  'CASE-23 the earlier case is shown with why it may be the same, and the call is added to it',
  { timeout: slow },
  async () => {
    const page = await gallery.show('inCall');
    const earlier = page.getByRole('region', { name: 'Earlier complaints' });
    await earlier.getByText('2 complaints of this customer are open').waitFor();
    await page.getByRole('combobox', { name: /Category/ }).fill('twice');
    await page.keyboard.press('Enter');
    await earlier.getByText('One earlier complaint may be the same').waitFor();
    await earlier.getByText(/same category/).waitFor();
    await page.getByRole('button', { name: 'Add to it: C-2291' }).click();
    await page.getByText('Write down what they said first').waitFor();
    await story(page).fill('He has still not got it');
    await page.getByRole('button', { name: 'Add to it: C-2291' }).click();
    await page.getByText('Added to the case').waitFor();
    expect((await commandsOf(page)).at(-2)).toMatchObject({
      do: 'intake.addTo',
      caseId: 'case-2291',
      callId: 'call-1',
      text: 'He has still not got it',
    });
  },
);

test('the playbook of the category helps beside the form', { timeout: slow }, async () => {
  const page = await gallery.show('inCall', { lang: 'zh-Hant' });
  await page.getByRole('combobox', { name: /類別/ }).fill('重複');
  await page.keyboard.press('Enter');
  await page.getByText('是哪一天扣款的？').waitFor();
  await page.getByText('可提供的補償').waitFor();
});

test('the product is one of the customer’s own, or whatever they call it', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  await story(page).fill('It drips');
  await page.getByRole('combobox', { name: /Category/ }).fill('twice');
  await page.keyboard.press('Enter');
  const product = page.getByRole('combobox', { name: /Product or order/ });
  await product.fill('AC-72');
  await page.getByRole('option', { name: /AC-72/ }).click();
  expect(await product.inputValue()).toBe('一對二冷氣 AC-72');
  await story(page).press('Control+Enter');
  await page.getByText('C-2301', { exact: true }).waitFor();
  expect(await opened(page)).toMatchObject({
    case: { product: { name: '一對二冷氣 AC-72', productId: 'AC-72', orderId: null } },
  });
  await page.getByRole('button', { name: 'Record another' }).click();
  await product.fill('the old fan');
  await page.keyboard.press('Tab');
  expect(await product.inputValue()).toBe('the old fan');
});

test('a commitment asks by when, because it is a promise', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  await story(page).fill('It drips');
  await page.getByRole('combobox', { name: /Category/ }).fill('twice');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /What we will do/ }).fill('Send somebody');
  await story(page).press('Control+Enter');
  await page
    .getByRole('group', { name: /By when/ })
    .or(page.getByText('Please fill this in'))
    .first()
    .waitFor();
  expect(await opened(page)).toBeUndefined();
});
