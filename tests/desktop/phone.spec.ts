import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { tellHowItStands } from '../support/failures.ts';
import type { RunningGateway } from '../support/gateway.ts';
import { startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
test.beforeEach(async () => {
  gateway = await startGateway();
});
test.afterEach(async () => {
  const { status, expectedStatus } = test.info();
  if (status !== expectedStatus) await tellHowItStands();
  await gateway.kill();
});

/** Maya's browser on a computer on which she looked at her devices before. */
async function mayasBrowser(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addInitScript(() => {
    const state = {
      language: 'en',
      theme: 'light',
      density: 'cosy',
      keys: {},
      devicesSeen: true,
      panelWidth: 400,
      dispositionsUsed: {},
    };
    localStorage.setItem('ringside.preferences', JSON.stringify({ state, version: 1 }));
  });
  return context;
}

async function mayaTalks(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${gateway.url}/?as=maya`);
  await expect(page.getByText('Not ready').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+Y');
  await expect(page.getByText('Waiting for the next call')).toBeVisible();
  await page.getByRole('button', { name: 'Demo call' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Call/ }).first().click();
  await page.keyboard.press('Escape');
  await expect.poll(() => hearsLine(page)).toBe(true);
  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByText('On call').first()).toBeVisible();
  return page;
}

/** A living line from the gateway ends at the page's own ear. */
const hearsLine = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const sound = document.querySelector('audio')?.srcObject;
    return (
      sound instanceof MediaStream &&
      sound.getAudioTracks().some((track) => track.readyState === 'live' && !track.muted)
    );
  });

const isInCall = async (page: Page): Promise<void> => {
  await expect(page.getByText('On call').first()).toBeVisible();
  await expect(page.getByText('Reconnecting you')).toHaveCount(0);
  await expect.poll(() => hearsLine(page)).toBe(true);
};

test('pain 6: the ring that Maya tests on a new computer really sounds', async ({ page }) => {
  await page.goto(`${gateway.url}/?as=maya`);
  await expect(page.getByRole('heading', { name: 'Sound devices' })).toBeVisible();
  await page.getByRole('button', { name: 'Test the ring' }).click();
  await expect(page.getByText('It sounded.')).toBeVisible();
});

test('pain 2: Maya reloads the page in a call, and is in the call again', async ({ browser }) => {
  const context = await mayasBrowser(browser);
  const page = await mayaTalks(context);
  await page.reload();
  await isInCall(page);
});

test('pain 1: the gateway is gone in the middle of a call and comes back; Maya is put back by herself', async ({
  browser,
}) => {
  const context = await mayasBrowser(browser);
  const page = await mayaTalks(context);
  await gateway.kill();
  await expect(page.getByText('No connection to the gateway')).toBeVisible();
  gateway = await gateway.startAgain();
  await expect(page.getByText('No connection to the gateway')).toBeHidden();
  await isInCall(page);
});

test('pain 7: a second tab is another desk, asks before it takes over, and takes the running call along', async ({
  browser,
}) => {
  const context = await mayasBrowser(browser);
  const first = await mayaTalks(context);
  const second = await context.newPage();
  await second.goto(`${gateway.url}/?as=maya`);
  await expect(second.getByText('You are signed in at another desk')).toBeVisible();
  await isInCall(first);
  await second.getByRole('button', { name: 'Take over here' }).click();
  await isInCall(second);
  await expect(first.getByText('You signed in at another desk')).toBeVisible();
  expect(await hearsLine(first)).toBe(false);
});

test('pain 9: Maya changes her microphone in a call and stays in it', async ({ browser }) => {
  const context = await mayasBrowser(browser);
  const page = await mayaTalks(context);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: /Microphone/ }).click();
  await page.getByRole('option', { name: 'Fake Audio Input 2' }).click();
  await expect(
    page.getByRole('button', { name: /Microphone.*Fake Audio Input 2|Fake Audio Input 2.*Microphone/ }),
  ).toBeVisible();
  await isInCall(page);
});
