import type { Page } from '@playwright/test';
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
  rota: { state: 'rota' },
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

/** Changes the looks of the page as the settings do, without loading it again. */
async function put(page: Page, look: { readonly theme: string; readonly language: string }): Promise<void> {
  await page.evaluate(
    (change) => (window as unknown as { gallery: { prefer(look: object): void } }).gallery.prefer(change),
    look,
  );
  await page.locator(`html[data-theme=${look.theme}][lang=${look.language}]`).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

for (const [name, look] of Object.entries(screens))
  test(`${name} looks as it did, in each theme and language`, async ({ page }) => {
    await page.clock.setFixedTime(now);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${gallery.url}?${new URLSearchParams(look)}`);
    await page.getByRole('heading').first().waitFor();
    await expect(page.locator('.rs-loading')).toHaveCount(0);
    for (const theme of themes)
      for (const language of languages) {
        await put(page, { theme, language });
        // Fonts and their smoothing differ a little between builds of Chromium.
        await expect
          .soft(page)
          .toHaveScreenshot(`${name}-${theme}-${language}.png`, { maxDiffPixelRatio: 0.003 });
      }
  });
