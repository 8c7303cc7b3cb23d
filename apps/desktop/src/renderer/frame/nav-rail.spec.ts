import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../testing/gallery-browser.ts';
import { openGallery } from '../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

test.each(['en', 'zh-Hant', 'zh-Hans'])(
  'all ways through the product fit beside a page of 1280 by 720, where Noor has the most of them: %s',
  { timeout: 60_000 },
  async (lang) => {
    const page = await gallery.show('rota', { lang, path: '/' });
    await page.setViewportSize({ width: 1280, height: 720 });
    const rail = page.locator('nav.rail');
    const links = rail.locator('.rail-link');
    expect(await links.count()).toBeGreaterThanOrEqual(14);
    expect(await rail.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    expect(await links.evaluateAll(cutOff)).toEqual([]);
    await links.first().focus();
    for (const link of (await links.all()).slice(1)) {
      await page.keyboard.press('Tab');
      expect(await link.evaluate((it) => it === document.activeElement)).toBe(true);
    }
  },
);

/** Words that leave their link or lie on the next one. */
const cutOff = (links: readonly Element[]): readonly string[] =>
  links
    .filter((link) => link.scrollHeight > link.clientHeight || link.scrollWidth > link.clientWidth)
    .map(({ textContent }) => textContent ?? '');
