import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Preferences } from './preferences.ts';
import type { Gallery } from './testing/gallery-browser.ts';
import { openGallery } from './testing/gallery-browser.ts';
import { states } from './testing/states.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

/** Every theme and every language once: colours know nothing of languages, nor names and roles of colours. */
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh-Hant' },
  { theme: 'contrast', language: 'zh-Hans' },
] as const;
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

/** Changes the looks of the page as the settings do, without loading it again. */
async function put(page: Page, look: Partial<Preferences>): Promise<void> {
  await page.evaluate(
    (change) => (window as unknown as { gallery: { prefer(look: object): void } }).gallery.prefer(change),
    look,
  );
  await page.locator(`html[data-theme=${look.theme}][lang=${look.language}]`).waitFor();
}

test.concurrent.each(screens)(
  'WCAG 2.2 AA in three themes and languages: $screen',
  { timeout: 180_000 },
  async ({ state, path }) => {
    const page = await gallery.show(state, path === null ? {} : { path });
    // a colour that is on its way from one theme to the next is no colour of either
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('.rs-loading').waitFor({ state: 'detached' });
    const faults: string[] = [];
    for (const look of looks) {
      await put(page, look);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations) {
        const where = nodes.map((node) => node.target.join(' ')).join(', ');
        faults.push(`${look.theme} ${look.language}: ${id} at ${where}`);
      }
    }
    await page.context().close();
    expect(faults).toEqual([]);
  },
);
