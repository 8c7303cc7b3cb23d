import type { TaskView } from '@ringside/shared/protocol/task';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';
import { teamTasks } from '../../testing/follow-up.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

const last = async (page: Page, word: string) =>
  (await commandsOf(page)).filter((command) => command.do === word).at(-1);

function lateTask(): TaskView {
  const [task] = teamTasks(Date.now());
  if (task === undefined) throw new Error('The gallery has no task');
  return task;
}

/** The gateway tells Maya of one of her tasks. */
const told = (page: Page, why: 'reminder' | 'late') =>
  page.evaluate(
    ([reason, task]) =>
      (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.tell({
        what: 'taskNotice',
        why: reason,
        task,
      }),
    [why, lateTask()] as const,
  );

test(
  'TASK-7 Maya puts a task off: without a reason she is asked for one, with it it is done',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    await page.getByRole('row', { name: '回電 林小姐' }).getByRole('button', { name: 'Put off' }).click();
    const dialog = page.getByRole('dialog', { name: /^Put off/u });
    await dialog.getByRole('button', { name: 'Tomorrow 10:00' }).click();
    await dialog.getByRole('button', { name: 'Put off' }).click();
    await dialog.getByText('Please fill this in').waitFor();
    expect(await last(page, 'task.snooze')).toBeUndefined();
    await dialog.getByRole('textbox', { name: /^Why/u }).fill('She is travelling');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await last(page, 'task.snooze')).toMatchObject({
      taskId: 'task-callback',
      reason: 'She is travelling',
    });
  },
);

test(
  'TASK-5, TASK-6 the team’s list shows whose each is; one is taken and a point is ticked',
  { timeout: slow },
  async () => {
    const page = await gallery.show('supervisor', { path: '/tasks' });
    await page.getByRole('radio', { name: 'Everybody’s' }).click();
    const visit = page.getByRole('row', { name: '到府檢查冷氣排水管' });
    await visit.getByText('after “Ask the workshop for its report”').waitFor();
    await visit.getByRole('button', { name: 'Take' }).click();
    expect(await last(page, 'task.take')).toMatchObject({ taskId: 'task-visit' });
    await page.getByRole('checkbox', { name: 'Ask 張經理 to sign' }).click({ force: true });
    expect(await last(page, 'task.tick')).toMatchObject({ item: 1, text: 'Ask 張經理 to sign', done: true });
    await page.getByText('put off 2 times: They answer after lunch').waitFor();
  },
);

test(
  'TASK-21 Noor puts two tasks off at once; the one that Li kept to himself stays selected, and she reads which',
  { timeout: slow },
  async () => {
    const page = await gallery.show('supervisor', { path: '/tasks' });
    await page.getByRole('radio', { name: 'Everybody’s' }).click();
    const select = (title: string) => page.getByRole('checkbox', { name: `Select “${title}` });
    await select('回電 林小姐').click({ force: true });
    await select('Ask the workshop for its report').click({ force: true });
    // what waits for another has no time of its own
    expect(await select('到府檢查冷氣排水管').count()).toBe(0);
    const bar = page.getByRole('toolbar', { name: 'Selected tasks' });
    await bar.getByText('2 selected').waitFor();
    await bar.getByRole('button', { name: 'Put off…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put off 2 tasks' });
    await dialog.getByRole('button', { name: 'Tomorrow 10:00' }).click();
    await dialog.getByRole('textbox', { name: /^Why/u }).fill('The line is down');
    await dialog.getByRole('button', { name: 'Put off' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await last(page, 'task.snoozeAll')).toMatchObject({
      taskIds: expect.arrayContaining(['task-callback', 'task-workshop']) as unknown,
      reason: 'The line is down',
    });
    await page.getByText(/1 task was not put off.*Ask the workshop for its report/u).waitFor();
    await bar.getByText('1 selected').waitFor();
    await bar.getByRole('button', { name: 'Clear' }).click();
    await bar.waitFor({ state: 'detached' });
  },
);

test('TASK-19 of the list Noor sees one kind alone', { timeout: slow }, async () => {
  const page = await gallery.show('supervisor', { path: '/tasks' });
  await page.getByRole('radio', { name: 'Everybody’s' }).click();
  await page.getByRole('row', { name: '到府檢查冷氣排水管' }).waitFor();
  await page.getByRole('radio', { name: 'Visit' }).click();
  await expect.poll(() => page.getByRole('row', { name: '回電 林小姐' }).count()).toBe(0);
  await page.getByRole('row', { name: '到府檢查冷氣排水管' }).waitFor();
  // the kind stays when another list is looked at
  await page.getByRole('radio', { name: 'Mine' }).click();
  await page.getByRole('row', { name: '到府檢查冷氣排水管' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('row', { name: '回電 林小姐' }).count()).toBe(0);
});

test(
  'TASK-10 a reminder is shown without taking the focus, and is done or put away from there',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    await page.getByRole('button', { name: 'New task' }).focus();
    await told(page, 'reminder');
    const notice = page.getByRole('status').filter({ hasText: 'Reminder' });
    await notice.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('New task');
    await notice.getByRole('button', { name: 'Close' }).click();
    await notice.waitFor({ state: 'detached' });
    await told(page, 'late');
    const late = page.getByRole('status').filter({ hasText: 'Due since' });
    await late.getByRole('button', { name: 'Done' }).click();
    expect(await last(page, 'task.finish')).toMatchObject({ taskId: 'task-callback', how: 'done' });
  },
);

test(
  'TASK-1, TASK-4 a new task with window, points and repetition is sent as it was typed',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/tasks' });
    await page.getByRole('button', { name: 'New task' }).click();
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('讀電表');
    await dialog.getByRole('button', { name: 'Tomorrow 17:00' }).first().click();
    await dialog.getByText('Window, reminder').click();
    await dialog.getByRole('textbox', { name: /^Checklist/u }).fill('帶鑰匙\n\n 讀數 ');
    await dialog.getByRole('button', { name: /^None Repeats|Repeats/u }).click();
    await page.getByRole('option', { name: 'monthly' }).click();
    await dialog.getByRole('button', { name: 'Save task' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await last(page, 'task.create')).toMatchObject({
      task: {
        title: '讀電表',
        ownerId: null,
        familyId: null,
        repeat: 'monthly',
        checklist: [
          { text: '帶鑰匙', done: false },
          { text: '讀數', done: false },
        ],
      },
    });
  },
);

test(
  'TASK-20 the day stands with what is late first, and one key begins it: the call is dialled',
  { timeout: slow },
  async () => {
    const page = await gallery.show('ready', { path: '/day' });
    const list = page.getByRole('list', { name: 'To do until tonight' });
    await list.getByRole('listitem').first().getByText('回電 林小姐').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(5);
    await page.keyboard.press('Control+Shift+X');
    expect(await last(page, 'call.dial')).toMatchObject({ taskId: 'task-callback', number: '+886912000777' });
  },
);

test('TASK-18 an address for one’s calendar is made and shown once', { timeout: slow }, async () => {
  const page = await gallery.show('ready', { path: '/tasks' });
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = page.getByRole('textbox', { name: /^Address/u });
  await address.waitFor();
  expect(await address.inputValue()).toContain('/calendar/a-secret-of-the-gallery.ics');
});
