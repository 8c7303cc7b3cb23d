import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Preferences } from '../preferences.ts';

type Look = Pick<Preferences, 'theme'> & Partial<Pick<Preferences, 'language'>>;

/** Every theme and every language once: colours know nothing of languages, nor names and roles of colours. */
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh-Hant' },
  { theme: 'contrast', language: 'zh-Hans' },
] as const;

/** What a theme or a language can break on a page that keeps every rule in another one. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'html-lang-valid', 'valid-lang'];
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Where the page breaks WCAG 2.2 AA; `looks` asks only for what a change of looks can break. */
export async function faultsOf(page: Page, rules: 'all' | 'looks' = 'all'): Promise<readonly string[]> {
  // The page has no frames, for which alone axe would open another page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (
    rules === 'all' ? axe.withTags(wcag22aa) : axe.withRules(rulesOfLooks)
  ).analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** All rules in the first of these looks, in the others what they can break; the page is not loaded again. */
export async function faultsInLooks(page: Page, chosen: readonly Look[] = looks): Promise<readonly string[]> {
  const faults: string[] = [];
  // a colour that is on its way from one theme to the next is no colour of either
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [nth, look] of chosen.entries()) {
    await put(page, look);
    const found = await faultsOf(page, nth === 0 ? 'all' : 'looks');
    faults.push(...found.map((fault) => `${look.theme} ${look.language ?? ''}: ${fault}`));
  }
  return faults;
}

/** Changes the looks of the page as the settings do. */
async function put(page: Page, look: Look): Promise<void> {
  await page.evaluate(
    (change) => (window as unknown as { gallery: { prefer(look: object): void } }).gallery.prefer(change),
    look,
  );
  const language = look.language === undefined ? '' : `[lang=${look.language}]`;
  await page.locator(`html[data-theme=${look.theme}]${language}`).waitFor();
}
