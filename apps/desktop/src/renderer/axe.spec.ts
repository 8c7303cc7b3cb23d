import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from './testing/accessibility.ts';
import type { Gallery } from './testing/gallery-browser.ts';
import { openGallery } from './testing/gallery-browser.ts';
import { states } from './testing/states.ts';

let gallery: Gallery;
/** Two are looked at side by side. */
const free: Page[] = [];
beforeAll(async () => {
  gallery = await openGallery();
  for (let nth = 0; nth < 2; nth += 1) free.push(await gallery.forgetfulPage({ reducedMotion: 'reduce' }));
}, 120_000);
afterAll(() => gallery.close());

const otherPages = [
  '/tasks',
  '/day',
  '/cases',
  '/cases/case-2291',
  '/calls',
  '/calls/call-chen/path',
  '/queues',
  '/search',
  '/settings',
  '/my-day',
  '/satisfaction/task-check',
];
const screens = [
  ...states.map((state) => ({ screen: state, state, path: null })),
  ...otherPages.map((path) => ({ screen: path, state: 'ready' as const, path })),
  ...['/floor', '/reports', '/causes', '/load'].map((path) => ({
    screen: path,
    state: 'supervisor' as const,
    path,
  })),
];

test.concurrent.each(screens)(
  'WCAG 2.2 AA in three themes and languages, and the window itself stands still: $screen',
  { timeout: 180_000 },
  async ({ state, path }) => {
    const page = free.pop();
    if (page === undefined) throw new Error('More are looked at than there are pages: see maxConcurrency.');
    try {
      await gallery.turnTo(page, state, path === null ? {} : { path });
      await page.locator('.rs-loading').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
      expect(await faultsInLooks(page)).toEqual([]);
    } finally {
      free.push(page);
    }
  },
);
