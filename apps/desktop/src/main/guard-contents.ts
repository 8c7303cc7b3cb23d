import type { App } from 'electron';
import { pageOrigin } from './page-origin.ts';

/** No page opens a window, embeds a webview or goes anywhere but to its own origin. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event, url) => stayHome(event, url));
    contents.on('will-redirect', (event, url) => stayHome(event, url));
    contents.on('will-frame-navigate', (event) => stayHome(event, event.url));
  });
}

function stayHome(event: { preventDefault(): void }, url: string): void {
  if (!url.startsWith(`${pageOrigin}/`)) event.preventDefault();
}
