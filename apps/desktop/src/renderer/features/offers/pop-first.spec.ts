import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

// as on a desk that was idle for a moment: what is built first must not be decided by what is fetched first
const idleBefore = { pages: 'all' };

test('when 陳大文 calls, Maya has the card on the screen before his page is built', async () => {
  const page = await gallery.show('ready', idleBefore);
  const { card, work } = await ringAndWatch(page);
  expect(work).toBeGreaterThan(card);
});

test('the first frame of the card can be read: it does not fade in', async () => {
  const page = await gallery.show('ready', idleBefore);
  const { moves } = await ringAndWatch(page);
  expect(moves).toEqual(['transform']);
});

interface Seen {
  /** the number of the frame in which the card first stood in the document */
  readonly card: number;
  /** the same of the page of the one who calls */
  readonly work: number;
  /** what the card's entrance changes */
  readonly moves: readonly string[];
}

const ringAndWatch = (page: Page): Promise<Seen> =>
  page.evaluate(
    () =>
      new Promise((tell) => {
        let [frame, card] = [0, -1];
        let moves: string[] = [];
        const count = (): void => {
          frame += 1;
          requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
        new MutationObserver((_changes, observer) => {
          const offer = document.querySelector('.incoming .rs-offer');
          if (offer && card < 0) {
            card = frame;
            const [entrance] = offer.getAnimations();
            const [from = {}] = (entrance?.effect as KeyframeEffect | undefined)?.getKeyframes() ?? [];
            moves = Object.keys(from).filter((key) => ['opacity', 'transform', 'filter'].includes(key));
          }
          if (!document.querySelector('.work')) return;
          observer.disconnect();
          tell({ card, work: frame, moves });
        }).observe(document.body, { childList: true, subtree: true });
        (window as unknown as { gallery: { ring(): void } }).gallery.ring();
      }),
  );
