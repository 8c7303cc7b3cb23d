import { defineConfig } from '@playwright/test';

/** The desktop in both shells: Debian's Chromium, and Electron under a virtual display where there is none. */
export default defineConfig({
  testDir: './desktop',
  outputDir: './test-results',
  globalSetup: './desktop/virtual-display.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  // A machine that builds or tests something else beside this is slow, not wrong.
  expect: { timeout: 60_000 },
  reporter: [['list']],
  // Pictures change on purpose only: see CONTRIBUTING.md, Screens.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/electron-*.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-gpu',
            // Debian's Chromium makes a page of its own ready behind every window
            '--disable-features=PreloadTopChromeWebUI',
            '--allow-loopback-in-peer-connection',
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            '--autoplay-policy=no-user-gesture-required',
          ],
        },
      },
    },
    { name: 'electron', testMatch: '**/electron-*.spec.ts' },
  ],
});
