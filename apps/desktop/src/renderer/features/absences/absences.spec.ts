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

async function openRota(): Promise<Page> {
  const page = await gallery.show('rota');
  await page.getByRole('table', { name: 'Absences' }).waitFor();
  return page;
}
const lastCommand = async (page: Page) => (await commandsOf(page)).at(-1);

test(
  'ABSENT-1 Noor, who plans, sees everybody’s absences and enters 吳雅婷’s holiday by its days',
  slow,
  async () => {
    const page = await openRota();
    const absences = page.getByRole('table', { name: 'Absences' });
    await absences.getByText('吳雅婷').waitFor();
    await absences.getByText('from the calendar file').waitFor();
    await page.getByRole('button', { name: 'Enter an absence' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Enter an absence' });
    await dialog.getByRole('button', { name: /Who/ }).press('Enter');
    await page.getByRole('option', { name: '吳雅婷' }).press('Enter');
    await dialog.getByLabel('First day').fill('2027-04-05');
    await dialog.getByLabel('Last day').fill('2027-04-04');
    await dialog.getByRole('button', { name: 'Enter an absence' }).press('Enter');
    await dialog.getByText(/end/i).first().waitFor();
    await dialog.getByLabel('Last day').fill('2027-04-09');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('清明連假');
    await dialog.getByRole('button', { name: 'Enter an absence' }).press('Enter');
    await page.getByText('吳雅婷 is entered as away').waitFor();
    expect(await lastCommand(page)).toMatchObject({
      do: 'absence.enter',
      agentId: 'agent-wu',
      from: '2027-04-05T00:00',
      until: '2027-04-10T00:00',
      kind: 'holiday',
      note: '清明連假',
    });
  },
);

test('ABSENT-1 an afternoon is entered by its times, and an absence removed', slow, async () => {
  const page = await openRota();
  await page.getByRole('button', { name: 'Enter an absence' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Enter an absence' });
  await dialog.getByRole('radio', { name: 'Times' }).press('Space');
  await dialog.getByLabel('From', { exact: true }).fill('2027-04-05T13:00');
  await dialog.getByLabel('Until', { exact: true }).fill('2027-04-05T15:30');
  await dialog.getByRole('button', { name: 'Enter an absence' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await lastCommand(page)).toMatchObject({
    agentId: 'noor',
    from: '2027-04-05T13:00',
    until: '2027-04-05T15:30',
  });
  await page.getByRole('button', { name: /^Remove: Max Weber/ }).press('Enter');
  await expect
    .poll(() => lastCommand(page))
    .toMatchObject({ do: 'absence.remove', absenceId: 'absence-2', version: 1 });
});

test(
  'ABSENT-5 a calendar file is read, and what was not understood is listed with its line and why',
  slow,
  async () => {
    const page = await openRota();
    await page.getByRole('button', { name: 'From a calendar file' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'From a calendar file' });
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'mine.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
    });
    await dialog.getByText('7 absences taken, 1 removed').waitFor();
    const faults = dialog.getByRole('table', { name: 'Lines that were not understood' });
    await faults
      .getByRole('row', { name: /31 RRULE:FREQ=HOURLY;INTERVAL=6 This repetition can’t be read/ })
      .waitFor();
    expect(await lastCommand(page)).toMatchObject({ do: 'absence.import', agentId: 'noor' });
    expect(await faultsInLooks(page)).toEqual([]);
  },
);

test('ABSENT-6 a calendar file of more bytes than the gateway takes is not sent', slow, async () => {
  const page = await openRota();
  await page.getByRole('button', { name: 'From a calendar file' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'From a calendar file' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'mine.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from('會'.repeat(700_000)),
  });
  await page.getByText('The file is longer than 2 MB.').waitFor();
  expect(await commandsOf(page)).toEqual([]);
});

test(
  'PLAN-8 Noor looks at a fair plan of the quarter, what it changes and what stays open, and keeps it though it clashes',
  slow,
  async () => {
    const page = await openRota();
    await page.getByRole('button', { name: 'Plan fairly' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Plan fairly' });
    await dialog.getByText('Fairness 91 % → 100 %').waitFor();
    await dialog.getByText(/1 shift stays open/).waitFor();
    await dialog.getByRole('row', { name: /Grace Lin 198 → 144/ }).waitFor();
    await page.evaluate(() =>
      (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.refuse(
        'rota.change',
        'wouldClash',
      ),
    );
    await dialog.getByRole('button', { name: 'Keep the plan' }).press('Enter');
    await dialog.getByRole('button', { name: 'Keep it all the same' }).press('Enter');
    await expect
      .poll(() => lastCommand(page))
      .toMatchObject({
        do: 'rota.change',
        origin: 'plan',
        evenSo: true,
        reason: expect.stringMatching(/^Fair plan/),
      });
  },
);

test('PLAN-2 what everybody carries and the plan can be read and used by everybody', slow, async () => {
  const page = await openRota();
  await page
    .getByRole('table', { name: /What everybody carries/ })
    .getByText('Grace Lin')
    .waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
  await page.getByRole('button', { name: /Plan fairly|公平排班/ }).press('Enter');
  await page.getByRole('dialog').getByRole('table').last().waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
});

const givePlan = async (page: Page) => {
  await page.getByRole('button', { name: 'Plan fairly' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Plan fairly' });
  await dialog.getByRole('table', { name: 'Shifts that change hands' }).waitFor();
  return dialog;
};
const unsavedTitle = (page: Page) => page.getByText(/^Not saved yet: /);

test(
  'PLAN-9 Noor reads who gets which shift from whom, of everybody and of Max alone, and why one stays open',
  slow,
  async () => {
    const page = await openRota();
    const dialog = await givePlan(page);
    const changes = dialog.getByRole('table', { name: 'Shifts that change hands' });
    const all = await changes.getByRole('row').count();
    await dialog.getByText(new RegExp(`^${all - 1} shifts change hands, \\d+ stay`)).waitFor();
    await dialog.getByRole('button', { name: /Whose shifts/ }).press('Enter');
    await page.getByRole('option', { name: 'Max Weber' }).press('Enter');
    const rows = await changes.getByRole('row').allTextContents();
    expect(rows.length).toBeLessThan(all);
    expect(rows.slice(1).every((row) => row.includes('Max Weber'))).toBe(true);
    const open = dialog.getByRole('table', { name: 'Shifts that stay open' });
    await open.getByRole('row', { name: /Grace Lin: would be over a limit; .*吳雅婷: away then/ }).waitFor();
    await dialog.getByRole('region', { name: 'Shifts that change hands' }).focus();
    await page.keyboard.press('PageDown');
  },
);

test(
  'PLAN-10 with keys alone Noor looks at the plan in the calendar, leaves one of its shifts to nobody, drops one and saves the rest at one stroke',
  slow,
  async () => {
    const page = await openRota();
    const dialog = await givePlan(page);
    await dialog.getByRole('button', { name: 'Look at it in the calendar' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[role=gridcell]:focus').waitFor();
    const first = (await unsavedTitle(page).textContent()) ?? '';
    const count = Number(/\d+/.exec(first)?.[0]);
    expect(count).toBeGreaterThan(10);
    await page.getByText(/more shifts of the plan stay with whoever has it now/).waitFor();
    await page.getByText(/^(With these changes|These changes make no gap)/).waitFor();

    await page.keyboard.press('Enter');
    const who = page.getByRole('dialog', { name: 'Who is on' });
    expect(await who.getByRole('textbox', { name: 'Why' }).inputValue()).toMatch(/^Fair plan, /);
    await who.getByRole('button', { name: /Who/ }).press('Enter');
    await page.getByRole('option', { name: 'Nobody, on purpose' }).press('Enter');
    await who.getByRole('button', { name: 'Add to the changes' }).press('Enter');
    await page
      .getByRole('button', { name: /^Take back: / })
      .nth(3)
      .press('Enter');
    await page.getByText(`Not saved yet: ${count - 1} changes`).waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
    await page.getByRole('button', { name: /^(Save all|全部儲存|全部保存)$/ }).press('Enter');
    await page.locator('.rota-changes').waitFor({ state: 'detached' });
    const [change, ...others] = (await commandsOf(page)).filter((one) => one.do === 'rota.change');
    expect(others).toEqual([]);
    expect(change?.reason).toMatch(/^Fair plan, /);
    const ofOrigin = (origin: string) => change?.shifts.filter((one) => one.origin === origin) ?? [];
    expect(ofOrigin('byHand').map(({ agentId }) => agentId)).toEqual([null]);
    expect(ofOrigin('plan').length).toBeGreaterThan(count);
  },
);

test(
  'PLAN-10 before a plan takes the place of what waits unsaved Noor is asked, and may keep both; a reload keeps them too',
  slow,
  async () => {
    const page = await openRota();
    await (await givePlan(page)).getByRole('button', { name: 'Look at it in the calendar' }).press('Enter');
    await page.locator('[role=gridcell]:focus').waitFor();
    const count = await unsavedTitle(page).textContent();
    const again = await givePlan(page);
    await again.getByRole('button', { name: 'Look at it in the calendar' }).press('Enter');
    const question = page.getByRole('dialog', { name: /^Not saved yet/ });
    await question.waitFor();
    expect(await faultsInLooks(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(count ?? '').waitFor();
    await (await givePlan(page)).getByRole('button', { name: 'Look at it in the calendar' }).press('Enter');
    await page.getByRole('button', { name: 'Keep them and add the plan' }).press('Enter');
    await page.locator('[role=gridcell]:focus').waitFor();
    await page.getByText(count ?? '').waitFor();
    await page.getByRole('button', { name: 'Discard' }).press('Enter');
    await unsavedTitle(page).waitFor({ state: 'detached' });
  },
);

test(
  'PLAN-11 of a plan longer than one command what was saved is no longer unsaved where the second command is refused, and the rest stays',
  slow,
  async () => {
    const page = await openRota();
    await (await givePlan(page)).getByRole('button', { name: 'Look at it in the calendar' }).press('Enter');
    await page.locator('[role=gridcell]:focus').waitFor();
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('ringside.drafts') ?? '');
      const draft = kept.drafts['rota:duty'];
      const { json } = JSON.parse(draft.text);
      const plan = JSON.parse(json);
      const hour = (nth: number) => new Date(Date.UTC(2099, 0, 1, nth)).toISOString().slice(0, 16);
      plan.shifts = Array.from({ length: 520 }, (_, nth) => `${hour(nth)}/${hour(nth + 1)}/0/0/p`);
      draft.text = JSON.stringify({ json: JSON.stringify(plan) });
      sessionStorage.setItem('ringside.drafts', JSON.stringify(kept));
    });
    await page.reload();
    await page.getByText('Not saved yet: 520 changes').waitFor();
    await page.evaluate(() => {
      const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
      const told = link.command.bind(link);
      link.command = async (command) => {
        const reply = await told(command);
        if (command.do === 'rota.change') link.refuse('rota.change', 'changedMeanwhile');
        return reply;
      };
    });
    await page.getByRole('button', { name: 'Save all', exact: true }).press('Enter');
    await page.getByText('500 of 520 shifts are saved').waitFor();
    await page.getByText('Not saved yet: 20 changes').waitFor();
    const sent = (await commandsOf(page)).flatMap((one) => (one.do === 'rota.change' ? [one.shifts] : []));
    expect(sent.map((shifts) => shifts.length)).toEqual([500, 20]);
  },
);
