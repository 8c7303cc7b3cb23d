import type { BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { FakeGateway } from './fake-gateway.ts';
import type { State } from './states.ts';

export interface Gallery {
  /** A page of its own, closed when the test is over. */
  readonly show: (state: State, look?: Look) => Promise<Page>;
  /** A page to go from state to state with; nothing is kept from one to the next. */
  readonly forgetfulPage: (options: BrowserContextOptions) => Promise<Page>;
  readonly turnTo: (page: Page, state: State, look?: Look) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Look = Readonly<Record<string, string>>;

const viewport = { width: 1440, height: 900 };

/** A real Chromium in front of the gallery, both of gallery-setup.ts. */
export async function openGallery(): Promise<Gallery> {
  const { url, browser: endpoint } = inject('gallery');
  const browser = await chromium.connect(endpoint);
  const turnTo = async (page: Page, state: State, look: Look = {}): Promise<void> => {
    await page.goto(`${url}?${new URLSearchParams({ state, ...look })}`);
    await page.locator('main').or(page.getByRole('alertdialog')).first().waitFor();
  };
  const pageWith = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await (await browser.newContext({ viewport, ...options })).newPage();
    page.setDefaultTimeout(30_000);
    return page;
  };
  return {
    turnTo,
    async show(state, look) {
      const page = await pageWith({});
      onTestFinished(() => page.context().close());
      await turnTo(page, state, look);
      return page;
    },
    async forgetfulPage(options) {
      const page = await pageWith(options);
      await page.addInitScript(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** What the page's commands were, in order. */
export const commandsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.commands);
