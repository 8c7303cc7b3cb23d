import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** The same walls around every page: sandboxed, isolated from the preload, no Node, no relaxed web security. */
export function hardened(session: Session): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    session,
    preload: join(__dirname, 'preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // Ringing and the answer to the gateway's ping must not slow down behind another window (pains 3).
    backgroundThrottling: false,
    // The ring and the caller's voice start without a click.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
