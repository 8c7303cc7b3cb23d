import { asId } from '@ringside/shared/model/ids';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 90_000 };

/** A quarter holds the week after this one whatever day it is. */
async function openQuarter(): Promise<Page> {
  const page = await gallery.show('rota');
  await page.getByRole('radio', { name: 'Quarter' }).press('Space');
  await page.getByRole('grid', { name: 'Who is on when' }).waitFor();
  return page;
}
/** To Tuesday of next week, on which 吳雅婷 would be on and is away. */
async function toTheGap(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Show: On duty while away/ }).press('Enter');
  await page.locator('[role=gridcell]:focus').waitFor();
}
const lastChange = async (page: Page) =>
  (await commandsOf(page)).findLast((command) => command.do === 'rota.change');
const refuse = (page: Page, ...refusal: Parameters<FakeGateway['refuse']>) =>
  page.evaluate(
    ([what, word]) =>
      (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.refuse(what, word),
    refusal,
  );
/** The shift below the gap is nobody's on purpose, and that is not saved yet. */
async function leaveOpen(page: Page): Promise<void> {
  await toTheGap(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Who is on' });
  await dialog.getByRole('button', { name: /Who/ }).press('Enter');
  await page.getByRole('option', { name: 'Nobody, on purpose' }).press('Enter');
  await dialog.getByRole('button', { name: 'Add to the changes' }).press('Enter');
  await page.getByText('Not saved yet: 1 change').waitFor();
}
const cellAt = (page: Page) =>
  page.locator('[role=gridcell]:focus').evaluate((cell) => cell.getAttribute('aria-label') ?? '');

test(
  'RVIEW-1 who is on and who is next stands on every page, in one line on a low screen',
  slow,
  async () => {
    const page = await gallery.show('rota', { path: '/tasks' });
    await page.setViewportSize({ width: 1280, height: 720 });
    const line = page.getByRole('list', { name: 'On duty' });
    await line.getByText('On now: Grace Lin until').waitFor();
    await line.getByText('Nobody on duty').waitFor();
    await line.getByText(/next: Noor Haddad, .* in London\)/).waitFor();
    expect((await line.boundingBox())?.height).toBeLessThan(24);
  },
);

test('RVIEW-1 from any page it leads Maya to the whole schedule', slow, async () => {
  const page = await gallery.show('managerOn');
  await page
    .getByRole('list', { name: 'On duty' })
    .getByRole('link', { name: 'Duty manager' })
    .press('Enter');
  await page.getByRole('grid').waitFor();
});

test('RVIEW-1 a centre without a rota has no such line', slow, async () => {
  const page = await gallery.show('ready');
  await page.getByRole('navigation').first().waitFor();
  expect(await page.getByRole('list', { name: 'On duty' }).count()).toBe(0);
});

test('RVIEW-1 what the gateway says of duty is on the screen at once', slow, async () => {
  const page = await gallery.show('rota', { path: '/tasks' });
  await page.getByText('On now: Grace Lin until').waitFor();
  await page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({ what: 'duty', duty: [] });
  });
  await page.getByText('On now: Grace Lin until').waitFor({ state: 'detached' });
});

test(
  'RVIEW-4 Noor comes from a gap in the list to its place, and RVIEW-5 hears what is wrong there',
  slow,
  async () => {
    const page = await openQuarter();
    await toTheGap(page);
    expect(await cellAt(page)).toMatch(/^Tue .*: Nobody \(吳雅婷 can’t\) 09:00–18:00$/);
    await page.keyboard.press('ArrowRight');
    expect(await cellAt(page)).toMatch(/Max Weber 09:00–18:00 Turn, clash; Holiday: 創立紀念日$/);
  },
);

test(
  'RVIEW-7 without a mouse: Noor fills the gap, sees what it would do wrong, and saves it with a reason',
  slow,
  async () => {
    const page = await openQuarter();
    await toTheGap(page);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Who is on' });
    await dialog.getByRole('button', { name: /Who/ }).press('Enter');
    await page.getByRole('option', { name: 'Grace Lin' }).press('Enter');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('吳雅婷 is on holiday');
    await dialog.getByRole('button', { name: 'Add to the changes' }).press('Enter');
    await page.getByText('These changes make no gap and no clash').waitFor();
    await page.getByRole('button', { name: 'Save all', exact: true }).press('Enter');
    await page.getByText('1 change saved').waitFor();
    expect(await lastChange(page)).toMatchObject({
      shifts: [{ layer: 'duty', agentId: 'agent-grace' }],
      reason: '吳雅婷 is on holiday',
      evenSo: false,
      origin: 'byHand',
    });
  },
);

test(
  'RVIEW-7 space takes a shift up, the arrow moves it a day, space puts it down; RVIEW-8 the two change places',
  slow,
  async () => {
    const page = await openQuarter();
    await toTheGap(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.getByText(/^In hand: Max Weber, Duty manager, Wed/).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^In hand: Max Weber, Duty manager, Thu/).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Save all', exact: true }).press('Enter');
    await page.getByText('2 changes saved').waitFor();
    const change = await lastChange(page);
    expect(change).toMatchObject({ shifts: [{ agentId: 'noor' }, { agentId: 'agent-max' }] });
  },
);

test('RVIEW-7 Esc puts a shift back as it was', slow, async () => {
  const page = await openQuarter();
  await toTheGap(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText(/^In hand: .*09:00 – 19:00$/).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByText('Not saved yet').count()).toBe(0);
});

test('RVIEW-7 a bar that is dragged to another person’s row is theirs', slow, async () => {
  const page = await openQuarter();
  await page.getByRole('radio', { name: 'By person' }).press('Space');
  await toTheGap(page);
  const gap = await page.locator('.rota-gap').first().boundingBox();
  const row = await page.locator('[data-rota-row="agent-grace"]').boundingBox();
  if (gap === null || row === null) throw new Error('There are a gap and a row');
  await page.mouse.move(gap.x + gap.width / 2, gap.y + gap.height / 2);
  await page.mouse.down();
  await page.mouse.move(gap.x + gap.width / 2, row.y + row.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.getByText(/^Grace Lin · Tue/).waitFor();
});

test(
  'RVIEW-9 what is not saved outlives a reload; a clash is refused once and saved all the same',
  slow,
  async () => {
    const page = await openQuarter();
    await leaveOpen(page);
    await page.reload();
    await page.getByText('Not saved yet: 1 change').waitFor();
    await refuse(page, 'rota.change', 'wouldClash');
    await page.getByRole('button', { name: 'Save all', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Save all the same' }).press('Enter');
    await expect.poll(() => lastChange(page)).toMatchObject({ evenSo: true, shifts: [{ agentId: null }] });
  },
);

test('RVIEW-7 a time that was emptied is no time, and nothing is planned with it', slow, async () => {
  const page = await openQuarter();
  await toTheGap(page);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Who is on' });
  await dialog.getByRole('button', { name: /Who/ }).press('Enter');
  await page.getByRole('option', { name: 'Grace Lin' }).press('Enter');
  await dialog.getByLabel('From', { exact: true }).fill('');
  await dialog.getByRole('button', { name: 'Add to the changes' }).press('Enter');
  await dialog.getByText('A shift has to end after it begins.').waitFor();
  expect(await page.getByText('Not saved yet').count()).toBe(0);
});

test('RVIEW-9 a change that can’t be read takes none of the others with it', slow, async () => {
  const page = await openQuarter();
  await leaveOpen(page);
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('ringside.drafts') ?? '');
    const draft = kept.drafts['rota:duty'];
    const { shifts, ...rest } = JSON.parse(JSON.parse(draft.text).json);
    const json = JSON.stringify({ ...rest, shifts: [shifts[0].slice(1), ...shifts] });
    draft.text = JSON.stringify({ json });
    sessionStorage.setItem('ringside.drafts', JSON.stringify(kept));
  });
  await page.reload();
  await page.getByText('Not saved yet: 1 change').waitFor();
});

test('RVIEW-9 changes of which one is over by now are not checked for ever; it says why', slow, async () => {
  const page = await openQuarter();
  await refuse(page, 'rota.preview', 'shiftIsOver');
  await leaveOpen(page);
  await page.getByRole('alert').getByText('This shift is over, so it stays as it was.').waitFor();
  expect(await page.getByText('Looking for gaps and clashes').count()).toBe(0);
});

test('RVIEW-10 Noor undoes a change from the history', slow, async () => {
  const page = await openQuarter();
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .press('Enter');
  await expect
    .poll(async () => (await commandsOf(page)).at(-1))
    .toMatchObject({ do: 'rota.undo', changeId: 'change-3', version: 1 });
});

test(
  'RVIEW-5 the list says the same as the calendar, and everything can be used by everybody',
  slow,
  async () => {
    const page = await openQuarter();
    await toTheGap(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('radio').nth(2).press('Space');
    const list = page.locator('.rs-table').first();
    await list.getByText('Nobody (吳雅婷').or(list.getByText('无人（吳雅婷')).first().waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
  },
);

test(
  'ADMIN-1 Ada puts Grace on the rota by her name, and a person left out is said at their place',
  slow,
  async () => {
    const page = await gallery.show('administrator');
    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('button', { name: 'Rotas' })
      .press('Enter');
    await page.getByRole('button', { name: 'Edit Duty manager' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add a person' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await dialog.getByText('There is no “”').waitFor();
    await dialog.getByRole('button', { name: /Choose Person/ }).press('Enter');
    await page.getByRole('option', { name: 'Grace (grace)' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const asked = await page.evaluate(
      () => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.administered,
    );
    expect(asked.findLast(({ method }) => method === 'PUT')).toMatchObject({
      body: { layers: [{ people: ['noor', 'grace'] }] },
    });
  },
);

test(
  'DUTY-1 the tile of the managers’ queue says who is on duty, not how many agents are ready',
  slow,
  async () => {
    const page = await gallery.show('rota', { path: '/' });
    await page.evaluate(
      (queues) =>
        (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.tell({
          what: 'queues',
          queues,
        }),
      [
        { queueId: asId<'queue'>('service'), waiting: 0, longestSince: null, ready: 2, signedIn: 9 },
        { queueId: asId<'queue'>('managers'), waiting: 1, longestSince: null, ready: 0, signedIn: 0 },
      ],
    );
    const tile = page
      .getByRole('list', { name: 'Queues' })
      .getByRole('listitem')
      .filter({ hasText: 'Managers' });
    await tile.getByText(/^On now: /).waitFor();
    expect(await tile.getByText(/ready of/).count()).toBe(0);
  },
);
