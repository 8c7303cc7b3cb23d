import { asId } from '@ringside/shared/model/ids';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';
import { rotaNoticesOf } from '../../testing/swaps.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };

const swapsOf = async (page: Page) =>
  (await commandsOf(page)).filter(({ do: word }) => word.startsWith('swap.'));
/** The gateway tells Noor of a gap, and that Max asks her. */
const told = (page: Page) =>
  page.evaluate(
    (events) => {
      const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
      for (const event of events) link.tell(event);
    },
    [...rotaNoticesOf(Date.now())],
  );

test('SWAP-3 Noor accepts with one click what Max asks of her', slow, async () => {
  const page = await gallery.show('rota');
  const open = page.getByRole('region', { name: 'Open requests' });
  await open.getByText(/^Max Weber asks: /).waitFor();
  await open.getByText(/My daughter’s graduation/).waitFor();
  await open.getByRole('button', { name: /^Accept: / }).click();
  await expect.poll(() => swapsOf(page)).toEqual([{ do: 'swap.accept', swapId: 'swap-3' }]);
});

test('SWAP-2 she asks for cover: who can is ticked, of everybody else it says why not', slow, async () => {
  const page = await gallery.show('rota');
  await page
    .getByRole('button', { name: /^Ask for cover: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Ask to be relieved' });
  await dialog.getByText('Max Weber: would have too little rest').waitFor();
  await dialog.getByText('Otto Brandt: away then').waitFor();
  const ticked = async () =>
    Promise.all(
      ['Grace Lin', '吳雅婷', 'Inês Costa'].map((name) => dialog.getByRole('checkbox', { name }).isChecked()),
    );
  expect(await ticked()).toEqual([true, true, false]);
  await dialog.getByText('吳雅婷', { exact: true }).click();
  await dialog.getByLabel(/^Why/).fill('Dentist');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await swapsOf(page)).toMatchObject([
    { do: 'swap.ask', kind: 'cover', wants: null, asks: ['agent-grace'], reason: 'Dentist' },
  ]);
});

test('SWAP-1 for a shift in return she chooses whose; without one nothing is sent', slow, async () => {
  const page = await gallery.show('rota');
  await page
    .getByRole('button', { name: /^Ask for cover: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Ask to be relieved' });
  await dialog.getByText('Another shift (swap)').click();
  await dialog.getByRole('button', { name: /Which shift/ }).waitFor();
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  expect(await swapsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Which shift/ }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await swapsOf(page)).toMatchObject([
    { kind: 'swap', asks: null, wants: { agentId: expect.any(String), layer: expect.any(String) } },
  ]);
});

test('RNOTE-1 RNOTE-3 what she is told stays until she puts it away or answers it', slow, async () => {
  const page = await gallery.show('rota');
  await told(page);
  const gap = page.getByRole('alert').filter({ hasText: 'Nobody is on at 3 times: Duty manager' });
  await gap.waitFor();
  await gap.getByRole('button', { name: 'Close' }).click();
  await gap.waitFor({ state: 'detached' });
  const asked = page.getByRole('status').filter({ hasText: 'Max Weber asks you to take a shift' });
  await asked.getByRole('button', { name: 'Decline' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await swapsOf(page)).toEqual([{ do: 'swap.decline', swapId: 'swap-3' }]);
});

test('RNOTE-6 on her own page she hands over what she has open, with a word', slow, async () => {
  const page = await gallery.show('rota', { path: '/manager' });
  await page.getByLabel(/^A word for them/).fill('Mr Okafor waits for the fitter');
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect
    .poll(() => commandsOf(page))
    .toEqual([{ do: 'manager.handOver', rotaId: 'duty', note: 'Mr Okafor waits for the fitter' }]);
  await page.getByText('2 matters handed over to Grace Lin').waitFor();
  await page.getByRole('region', { name: 'My shifts', exact: true }).waitFor();
});

test('AUTH-6 who only administers is not sent to a page that refuses them', slow, async () => {
  const page = await gallery.show('rota');
  const calendar = page.getByRole('button', { name: 'Shifts in my own calendar' });
  await calendar.waitFor();
  const me = { agentId: asId<'agent'>('noor'), name: 'Noor', userName: 'noor', queueIds: [] };
  await page.evaluate(
    (event) => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.tell(event),
    { what: 'me' as const, me: { ...me, language: 'en' as const, roles: ['admin' as const] } },
  );
  await calendar.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Open requests' }).waitFor();
});

test('A11Y the panel and what is told hold in every look', slow, async () => {
  const page = await gallery.show('rota');
  await page.getByRole('region', { name: 'Open requests' }).waitFor();
  await told(page);
  expect(await faultsInLooks(page)).toEqual([]);
});

test('A11Y the dialog that asks to be relieved holds in every look', slow, async () => {
  const page = await gallery.show('rota');
  await page
    .getByRole('button', { name: /^Ask for cover: / })
    .first()
    .click();
  await page.getByRole('dialog').getByText('Otto Brandt: away then').waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
});
