import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };

const theCase = (look: Readonly<Record<string, string>> = {}) =>
  gallery.show('ready', { path: '/cases/case-2291', ...look });
const caseCommands = async (page: Page) =>
  (await commandsOf(page)).filter(({ do: what }) => what.startsWith('case.') && what !== 'case.look');

test('STAGE-3 Maya sees where the case stands and what is to be done first', slow, async () => {
  const page = await theCase();
  const track = page.getByRole('list', { name: 'Stages of this case' });
  expect(await track.locator('[aria-current=step]').innerText()).toContain('Being investigated');
  const ways = page.getByRole('list', { name: 'What comes next' });
  await ways.getByText('First: name its cause').first().waitFor();
  expect(await ways.getByRole('button', { name: 'Response proposed' }).isDisabled()).toBe(true);
});

test('CASE-14 Maya is told who else has the case open, and says that she has', slow, async () => {
  const page = await theCase();
  await page.getByRole('list', { name: 'Stages of this case' }).waitFor();
  expect(await commandsOf(page)).toContainEqual({ do: 'case.look', caseId: 'case-2291' });
  await page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    const lookers = [{ agentId: 'noor', name: 'Noor', since: 1 }];
    link.tell({ what: 'caseLookers', caseId: 'case-2291', lookers } as never);
  });
  await page.getByText('Also open with Noor.').waitFor();
});

test('CASE-10 handing over asks for what the next one needs to know', slow, async () => {
  const page = await theCase();
  await page.getByRole('button', { name: 'Hand over …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand over C-2291' });
  const doIt = dialog.getByRole('button', { name: 'Hand over', exact: true });
  await dialog.getByRole('button', { name: /To whom/ }).press('Enter');
  await page.getByRole('option', { name: /Li · 3 open cases/ }).click();
  expect(await doIt.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('He wants it in writing.');
  await doIt.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await caseCommands(page)).toEqual([
    {
      do: 'case.handOver',
      caseId: 'case-2291',
      version: 4,
      owner: { to: 'agent', agentId: 'li' },
      context: 'He wants it in writing.',
    },
  ]);
});

test('CASE-8 when somebody was first, what Maya typed stays, and she is told', slow, async () => {
  const page = await theCase();
  await page.evaluate(() => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.refuse('case.escalate', 'changedMeanwhile');
  });
  await page.getByRole('button', { name: 'Escalate …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Escalate C-2291' });
  await dialog.getByRole('textbox').fill('The third time.');
  await dialog.getByRole('button', { name: 'Escalate', exact: true }).press('Enter');
  await dialog.getByText(/Somebody changed this case while you were writing/).waitFor();
  expect(await dialog.getByRole('textbox').inputValue()).toBe('The third time.');
});

test('no axe violations with a dialog open, in the dark and in Chinese', slow, async () => {
  const page = await theCase({ theme: 'dark', lang: 'zh-Hant' });
  await page.getByRole('button', { name: '評估…' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('Escape');
  const whole = await new AxeBuilder({ page }).include('.workflow-panel').analyze();
  expect(whole.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});
