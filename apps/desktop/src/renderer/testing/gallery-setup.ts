import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { serveGallery } from './serve-gallery.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where the gallery is served, and where its Chromium takes connections */
    gallery: { readonly url: string; readonly browser: string };
  }
}

/** The gallery is built, and Chromium started, once for all files of the screens. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await serveGallery();
  const server = await chromium.launchServer({
    executablePath: process.env['RINGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    // Debian's Chromium makes a page of its own ready behind every window, which costs as much as ours
    args: ['--no-sandbox', '--disable-gpu', '--disable-features=PreloadTopChromeWebUI'],
  });
  project.provide('gallery', { url: served.url, browser: server.wsEndpoint() });
  return async () => {
    await server.close();
    await served.close();
  };
}
