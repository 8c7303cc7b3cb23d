import { asId } from '@ringside/shared/model/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import { chenCard, offerFrom } from '../../testing/company.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };
const title = 'Pass the caller on to a manager';

test('DUTY-8 Maya passes the caller on with two keys, and sees before who is on', slow, async () => {
  const page = await gallery.show('managerOn');
  await page.keyboard.press('Alt+7');
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByText(/On now: Grace Lin/).waitFor();
  await page.keyboard.press('2');
  await dialog.waitFor({ state: 'detached' });
  expect(await commandsOf(page)).toEqual([
    {
      do: 'manager.ask',
      callId: 'call-1',
      rotaId: 'duty',
      reason: 'promiseBroken',
      note: '',
      caseId: null,
    },
  ]);
});

test(
  'DUTY-8 what Maya writes and the case go along; digits in what she writes send nothing',
  slow,
  async () => {
    const page = await gallery.show('managerOn');
    await page.getByRole('button', { name: 'Manager', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.getByRole('textbox').fill('');
    await dialog.getByRole('textbox').pressSequentially('Called 3 times');
    await dialog.getByRole('button', { name: /No case/ }).click();
    await page.getByRole('option').first().click();
    expect(await commandsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'About money' }).click();
    await expect
      .poll(() => commandsOf(page))
      .toMatchObject([{ do: 'manager.ask', reason: 'money', note: 'Called 3 times', caseId: /.+/ }]);
  },
);

test('DUTY-8 a digit that looks for a case in the open list sends nobody on', slow, async () => {
  const page = await gallery.show('managerOn');
  await page.keyboard.press('Alt+7');
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: /No case/ }).press('Enter');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: /No case/ }).waitFor();
  expect(await commandsOf(page)).toEqual([]);
});

test('DUTY-8 Maya’s caller hangs up while she asks; her next caller is not asked about', slow, async () => {
  const page = await gallery.show('managerOn');
  await page.keyboard.press('Alt+7');
  await page.getByRole('dialog', { name: title }).waitFor();
  const now = Date.now();
  const offer = offerFrom({ kind: 'known', customer: chenCard(now) }, now);
  const next = { ...offer, callId: asId<'call'>('call-2'), state: { is: 'talking' as const, since: now } };
  await page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({ what: 'contactGone', callId: 'call-1' as typeof next.callId, outcome: null });
  });
  await page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });
  await page.evaluate((contact) => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({ what: 'contact', contact });
  }, next);
  await page.locator('.ask-manager button:enabled').waitFor();
  expect(await page.getByRole('dialog', { name: title }).count()).toBe(0);
});

test('DUTY-8 Grace reads who passed the caller on, why, and what was written', slow, async () => {
  const page = await gallery.show('passedOn');
  const told = page.getByRole('region', { name: 'Passed on to you' });
  await told.getByText('李欣怡 passed the caller on: A promise was not kept').waitFor();
  await told.getByText('Was to be collected on Monday, has called three times.').waitFor();
});

test('DUTY-8 a centre without rotas shows no such button', slow, async () => {
  const page = await gallery.show('inCall');
  await page.getByRole('button', { name: 'Ask for help' }).waitFor();
  expect(await page.getByRole('button', { name: 'Manager', exact: true }).count()).toBe(0);
});

test(
  'A11Y the window to pass a caller on, and what the manager reads, hold in every look',
  slow,
  async () => {
    const page = await gallery.show('managerOn');
    await page.keyboard.press('Alt+7');
    await page.getByRole('dialog').waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
    await gallery.turnTo(page, 'passedOn');
    await page.getByRole('region', { name: 'Passed on to you' }).waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
  },
);
