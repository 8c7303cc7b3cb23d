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
  await page.getByRole('dialog').getByRole('table').waitFor();
  expect(await faultsInLooks(page)).toEqual([]);
});
