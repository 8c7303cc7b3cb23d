import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { FakeGateway } from './fake-gateway.ts';
import { serveGallery } from './serve-gallery.ts';
import type { State } from './states.ts';

export interface Gallery {
  readonly show: (state: State, look?: Readonly<Record<string, string>>) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** A real Chromium in front of the gallery. */
export async function openGallery(): Promise<Gallery> {
  const served = await serveGallery();
  const executablePath = process.env['RINGSIDE_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    async show(state, look = {}) {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${served.url}?${new URLSearchParams({ state, ...look })}`);
      await page.locator('main').or(page.getByRole('alertdialog')).first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** What the page's commands were, in order. */
export const commandsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.commands);
