import type { Page } from 'playwright-core';

/** Notes in the page when each new incoming card is on the screen. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    let known: Element | null = null;
    new MutationObserver(() => {
      const card = document.querySelector('.incoming .rs-offer');
      if (card === known) return;
      known = card;
      // the frame that has the card in it is done when the next one begins
      if (card) requestAnimationFrame(() => requestAnimationFrame(() => painted.push(performance.now())));
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Wall clock of each paint so far, as this process reads its own clock. */
export async function paintsOf(page: Page): Promise<readonly number[]> {
  const offset = await clockOffset(page);
  const painted = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);
  return painted.map((at) => at + offset);
}

/** What the page's clock lacks to ours: by the quickest of some questions, whose answer was half the way old. */
async function clockOffset(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 };
  for (let i = 0; i < 50; i += 1) {
    const asked = performance.timeOrigin + performance.now();
    const theirs = await page.evaluate(() => performance.now());
    const took = performance.timeOrigin + performance.now() - asked;
    if (took < best.took) best = { took, offset: asked + took / 2 - theirs };
  }
  return best.offset;
}
