import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = 60_000;

test('ACD-18 an agent asks "why me?" and reads why, in sentences', { timeout: slow }, async () => {
  const page = await gallery.show('inCall');
  await page.getByRole('button', { name: 'Why me?' }).click();
  const path = page.getByRole('list', { name: 'How this call went' });
  await path.waitFor();
  const told = await path.innerText();
  for (const sentence of [
    'Took a place in Service',
    'Rang at 李欣怡: Missed: not answered in time',
    '李欣怡 looks after this customer.',
    'With +4 points (customer’s value +3, open complaint +1) the wait counts as 4 min 20 s.',
    'Had waited as long as the queue guarantees at most, and so came before others with more points.',
    'Meanwhile 2 other callers of the queue were given an agent.',
    'Maya Lin answered after 1 min 9 s',
  ])
    expect(told).toContain(sentence);
});

test('from the list of calls each call’s path is one click away', { timeout: slow }, async () => {
  const page = await gallery.show('ready', { path: '/calls' });
  await page.getByRole('button', { name: 'How it went' }).first().click();
  await page.getByRole('heading', { name: 'How this call went' }).waitFor();
});
