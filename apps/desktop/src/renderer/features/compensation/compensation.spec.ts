import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

const case2291 = { path: '/cases/case-2291' };
const panelOf = (page: Page) => page.getByRole('region', { name: 'Compensation' });
const last = async (page: Page) =>
  (await commandsOf(page)).filter(({ do: word }) => word.startsWith('compensation.')).at(-1);

/** Maya opens the form beside the case. */
async function compensate(page: Page) {
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Compensate' }).click();
  const amount = panel.getByRole('textbox', { name: 'Amount (TWD)' });
  await amount.waitFor();
  return { panel, amount, reason: panel.getByRole('textbox', { name: 'Reason' }) };
}

test(
  'COMP-2 the form says as Maya types who decides, and its button whether she gives or asks',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', case2291);
    const { panel, amount, reason } = await compensate(page);
    const rung = panel.getByRole('list', { name: 'Who may give how much' }).locator('[aria-current=step]');
    await amount.fill('500');
    await panel.getByText('Within your authority').waitFor();
    expect(await rung.innerText()).toContain('up to NT$500');
    await panel.getByText('NT$700 left for this customer; NT$300 given in the last 365 days').waitFor();
    await amount.fill('500.01');
    await panel.getByText('Above your authority: approved by a supervisor').waitFor();
    await amount.fill('20001');
    expect(await rung.innerText()).toContain('Two managers');
    await amount.fill('1,200');
    await reason.fill('Charged twice');
    await panel.getByRole('button', { name: 'Ask for approval' }).click();
    await page.getByText('Asked for. You will be told the answer.').waitFor();
    expect(await last(page)).toMatchObject({
      do: 'compensation.ask',
      caseId: 'case-2291',
      kind: 'voucher',
      amount: 120_000,
      reason: 'Charged twice',
    });
  },
);

test(
  'COMP-5 within her authority she gives at once, what the playbook offers first',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', case2291);
    const { panel, amount, reason } = await compensate(page);
    expect(await panel.getByRole('button', { name: /Voucher \(playbook\)/ }).count()).toBe(1);
    await amount.fill('300');
    await reason.fill('Waited a day');
    await reason.press('Enter');
    await page.getByText('Given. It stands in the history.').waitFor();
    expect(await last(page)).toMatchObject({ do: 'compensation.give', amount: 30_000 });
  },
);

test('COMP-4 what is no amount is said at its field, and nothing is sent', { timeout: slow }, async () => {
  const page = await gallery.show('ready', case2291);
  const { panel, amount, reason } = await compensate(page);
  await amount.fill('some');
  await reason.fill('Waited');
  await reason.press('Enter');
  await panel.getByText('Please fill this in').waitFor();
  expect(await last(page)).toBeUndefined();
});

test('COMP-5 what was typed is there again after a reload', { timeout: slow }, async () => {
  const page = await gallery.show('ready', case2291);
  const { reason } = await compensate(page);
  await reason.fill('The technician came a day late');
  await page.reload();
  expect(await reason.inputValue()).toBe('The technician came a day late');
});

test('COMP-11 Maya sees what was given in like cases', { timeout: slow }, async () => {
  const page = await gallery.show('ready', case2291);
  const { panel } = await compensate(page);
  const like = panel.getByRole('region', { name: 'What was given in like cases' });
  await like.getByText('3 cases: NT$400 in the middle, from NT$200 to NT$800').waitFor();
  await like.getByText('The last 3').click();
  await like.getByRole('button', { name: 'C-2104' }).waitFor();
});

test('COMP-6 Noor refuses with words, and without them nothing is sent', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/compensation' });
  const request = page.getByRole('listitem').filter({ hasText: 'Invoice 118 and 119' });
  await request.getByRole('button', { name: 'Refuse' }).click();
  const why = request.getByRole('textbox', { name: 'Why not' });
  await why.press('Enter');
  await request.getByText('Please fill this in').waitFor();
  await why.fill('It was one visit');
  await why.press('Enter');
  await request.getByRole('button', { name: 'Approve' }).waitFor();
  expect(await last(page)).toEqual({
    do: 'compensation.refuse',
    compensationId: 'compensation-2',
    decision: 'It was one visit',
  });
});

test('COMP-6 what is above Noor’s authority says so and offers no approval', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/compensation' });
  const request = page.getByRole('listitem').filter({ hasText: 'Amara Okafor' });
  await request.getByText('This is above your authority').waitFor();
  expect(await request.getByRole('button', { name: 'Approve' }).count()).toBe(0);
});

test('COMP-8 Maya is told in a corner of the screen that Noor approved', { timeout: slow }, async () => {
  const page = await gallery.show('ready', case2291);
  await panelOf(page).waitFor();
  await page.evaluate(() =>
    (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.tell({
      what: 'compensation',
      compensationId: 'compensation-2' as never,
      caseId: 'case-2291' as never,
      caseReference: 'C-2291',
      kind: 'refund',
      amount: 120_000,
      byName: 'Noor',
      news: 'granted',
    }),
  );
  await page.getByText('Noor approved Refund NT$1,200 (C-2291).').waitFor();
});

test('COMP-12 a sum leads to its cases, months are held against the budget', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/compensation' });
  await page.getByRole('radio', { name: 'Costs' }).click();
  await page.getByRole('button', { name: 'No cause named yet' }).click();
  const behind = page.getByRole('region', { name: 'Behind the figure: No cause named yet' });
  await behind.getByRole('button', { name: 'C-2104' }).waitFor();
  await page.getByRole('radio', { name: 'By month' }).click();
  await page.getByText('124%, over budget').waitFor();
});

test(
  'COMP-14 a budget that is nearly used up says so, and one that is used up, too',
  { timeout: slow },
  async () => {
    const page = await gallery.show('supervisor', { path: '/compensation' });
    await page.getByRole('radio', { name: 'Costs' }).click();
    const budgets = page.getByRole('table', { name: 'Budgets' });
    await budgets.getByText('85%, nearly used up').waitFor();
    await budgets.getByText('120%, used up').waitFor();
    await budgets.getByText('NT$2,900 of NT$5,000').waitFor();
  },
);

const screens = ['case', 'waiting', 'costs'] as const;

/** Opens one of the screens with everything in it unfolded. */
async function open(screen: (typeof screens)[number]): Promise<Page> {
  if (screen === 'case') {
    const page = await gallery.show('ready', case2291);
    const { panel, amount } = await compensate(page);
    await amount.fill('1200');
    await panel.getByText('The last 3', { exact: true }).click();
    return page;
  }
  const page = await gallery.show('supervisor', { path: '/compensation' });
  if (screen === 'costs') {
    await page.getByRole('radio', { name: 'Costs' }).click();
    await page.getByRole('button', { name: 'No cause named yet' }).click();
    await page.getByRole('button', { name: 'C-2104' }).waitFor();
  } else await page.getByRole('button', { name: 'Approve' }).click();
  return page;
}

test.each(screens)(
  'WCAG 2.2 AA in three themes and languages: compensation, %s',
  { timeout: 180_000 },
  async (screen) => {
    const page = await open(screen);
    expect(await faultsInLooks(page)).toEqual([]);
  },
);
