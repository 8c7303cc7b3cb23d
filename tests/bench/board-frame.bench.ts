import type { CDPSession } from 'playwright-core';
import { chromium } from 'playwright-core';
import { serveGallery } from '../../apps/desktop/src/renderer/testing/serve-gallery.ts';
import { boardFloor } from '../support/board-floor.ts';
import type { Bench } from './bench.ts';

const [agents, queues, seconds, warmUp] = [500, 50, 20, 3];

export const bench: Bench = {
  name: 'board_frame_ms',
  unit: 'ms',
  about: `${agents} agents and ${queues} queues, a message a second for ${seconds} s: processor time of the page’s main thread for each message, from parsing to paint, with everything else of that second (wanted: p95 under 50 ms)`,
  async measure(tell) {
    const served = await serveGallery();
    const browser = await chromium.launch({
      executablePath: process.env['RINGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${served.url}?state=supervisor`);
      await page.getByRole('heading', { name: 'Live floor' }).waitFor();
      const floor = boardFloor(agents, queues);
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.evaluate(hear, JSON.stringify(floor.all()));
      await page.waitForTimeout(2_000);
      tell(`${await page.locator('[role=row]').count()} rows of the floor are drawn`);
      await page.evaluate(watchTasks);
      const samples: number[] = [];
      for (let second = 0; second < warmUp + seconds; second += 1) {
        const text = JSON.stringify(floor.nextSecond());
        const before = await busy(devTools);
        await page.evaluate(hear, text);
        await page.waitForTimeout(1_000);
        if (second >= warmUp) samples.push((await busy(devTools)) - before);
      }
      const tasks = await page.evaluate(longTasks);
      const told = tasks.length === 0 ? 'none' : tasks.map((ms) => Math.round(ms)).join(', ');
      tell(`tasks that took over 50 ms by the clock, waits for a busy machine included: ${told}`);
      return samples;
    } finally {
      await browser.close();
      await served.close();
    }
  },
};

/** How long the page's main thread has worked so far, in milliseconds of processor time. */
async function busy(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

interface InPage {
  gallery: { link: { hearBoard(message: unknown): void } };
  tasks: number[];
}

function hear(text: string): void {
  (window as unknown as InPage).gallery.link.hearBoard(JSON.parse(text));
}

function watchTasks(): void {
  const page = window as unknown as InPage;
  page.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

const longTasks = (): number[] => (window as unknown as InPage).tasks;
