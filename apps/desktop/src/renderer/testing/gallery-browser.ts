import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { FakeGateway } from './fake-gateway.ts';
import type { State } from './states.ts';

export interface Gallery {
  /** A page for this test, with nothing kept from the ones before. */
  readonly show: (state: State, look?: Look) => Promise<Page>;
  /** One whose clock, or whatever else of it can't be put back, is changed; closed when the test is over. */
  readonly showApart: (state: State, look?: Look) => Promise<Page>;
  /** A page to go from state to state with; nothing is kept from one to the next. */
  readonly forgetfulPage: (options: BrowserContextOptions) => Promise<Page>;
  readonly turnTo: (page: Page, state: State, look?: Look) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Look = Readonly<Record<string, string>>;

const viewport = { width: 1440, height: 900 };
const asBefore = { media: null, colorScheme: null, reducedMotion: null, contrast: null, forcedColors: null };

/** A real Chromium in front of the gallery, both of gallery-setup.ts. */
export async function openGallery(): Promise<Gallery> {
  const { url, browser: endpoint } = inject('gallery');
  const browser = await chromium.connect(endpoint);
  const free: Page[] = [];
  let shown = 0;
  const turnTo = async (page: Page, state: State, look: Look = {}): Promise<void> => {
    shown += 1;
    const address = `${url}?${new URLSearchParams({ state, shown: String(shown), ...look })}`;
    await page.goto(address, { waitUntil: 'commit' });
    // at each frame: a locator that has to wait looks only twice a second
    await page.waitForFunction(
      () =>
        document.querySelector('main, [role=alertdialog]') !== null &&
        // the page in the middle has come
        document.querySelector('main > .frame-work:not([hidden]) > .rs-loading') === null,
    );
    // what is drawn hears keys once its effects have run
    await page.evaluate(() => new Promise((heard) => requestIdleCallback(heard, { timeout: 2_000 })));
  };
  const showOn = async (page: Page, state: State, look?: Look): Promise<Page> => {
    await turnTo(page, state, look);
    return page;
  };
  return {
    turnTo,
    async show(state, look) {
      // a page that has run the desktop once runs it in half the time
      const page = free.pop() ?? (await pageThatForgets(browser, {}, 'eachShown'));
      onTestFinished(async ({ task }) => {
        if (task.result?.state !== 'pass' || page.isClosed()) return page.context().close();
        await page.emulateMedia(asBefore);
        await page.setViewportSize(viewport);
        await page.context().clearPermissions();
        free.push(page);
      });
      return showOn(page, state, look);
    },
    async showApart(state, look) {
      const page = await pageThatForgets(browser, {}, 'eachShown');
      onTestFinished(() => page.context().close());
      return showOn(page, state, look);
    },
    forgetfulPage: (options) => pageThatForgets(browser, options, 'eachLoaded'),
    close: () => browser.close(),
  };
}

/** What it kept is gone each time it is loaded, or only when it is shown something else: not when a test loads it again. */
async function pageThatForgets(
  browser: Browser,
  options: BrowserContextOptions,
  when: 'eachLoaded' | 'eachShown',
): Promise<Page> {
  const page = await (await browser.newContext({ viewport, ...options })).newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript((each) => {
    // a window keeps its name when it is loaded again
    const shown = new URLSearchParams(location.search).get('shown') ?? '';
    if (each === 'eachShown' && window.name === shown) return;
    window.name = shown;
    localStorage.clear();
    sessionStorage.clear();
  }, when);
  return page;
}

/** What the page's commands were, in order. */
export const commandsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { gallery: { link: FakeGateway } }).gallery.link.commands);
