import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refund, tasks } from '../../testing/company.ts';
import type { FakeGateway } from '../../testing/fake-gateway.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

test('DUTY-10 what a manager promised and the call back that keeps it stand once, and the promise still does when that is put off', async () => {
  const page = await gallery.show('ready');
  const now = Date.now();
  const promise = { ...refund(now), dueAt: now };
  const [task] = tasks(now);
  if (task === undefined) throw new Error('Maya has tasks');
  const callBack = { ...task, taskId: asId<'task'>(promise.promiseId), title: 'The call back', dueAt: now };
  const tell = (events: Parameters<FakeGateway['tell']>[0][]) =>
    page.evaluate((some) => {
      const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
      for (const event of some) link.tell(event);
    }, events);
  const due = page.getByRole('region', { name: 'Due today' });
  await tell([
    { what: 'promise', promise },
    { what: 'task', task: { ...callBack, snoozed: null, waiting: false } },
  ]);
  await due.getByText('The call back').waitFor();
  expect(await due.getByText(promise.what).count()).toBe(0);
  const snoozed = { until: now + hours(48), reason: 'On holiday' };
  await tell([{ what: 'task', task: { ...callBack, waiting: false, snoozed } }]);
  await due.getByText(promise.what).waitFor();
  expect(await due.getByText('The call back').count()).toBe(0);
}, 60_000);
