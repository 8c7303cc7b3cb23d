import { expect, test } from '@playwright/test';
import type { ServedGallery } from '../../apps/desktop/src/renderer/testing/serve-gallery.ts';
import { serveGallery } from '../../apps/desktop/src/renderer/testing/serve-gallery.ts';

/** What a screen shows, by its name; the gallery's states and paths. */
const screens = {
  'sign-in': { state: 'signedOut' },
  ready: { state: 'ready' },
  incoming: { state: 'incoming' },
  'in-call': { state: 'inCall' },
  'wrap-up': { state: 'wrapUp' },
  'my-tasks': { state: 'ready', path: '/tasks' },
} as const;
const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh-Hant'] as const;

/** A Thursday afternoon in Taipei: days, countdowns and greetings are the same in every run. */
const now = new Date('2026-11-19T14:20:00+08:00');

test.use({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Taipei', locale: 'en-US' });

let gallery: ServedGallery;
test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

for (const [name, look] of Object.entries(screens))
  for (const theme of themes)
    for (const lang of languages)
      test(`${name} looks as it did, ${theme}, ${lang}`, async ({ page }) => {
        await page.clock.setFixedTime(now);
        await page.goto(`${gallery.url}?${new URLSearchParams({ ...look, theme, lang })}`);
        await page.getByRole('heading').first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        // Fonts and their smoothing differ a little between builds of Chromium.
        await expect(page).toHaveScreenshot(`${name}-${theme}-${lang}.png`, { maxDiffPixelRatio: 0.003 });
      });
