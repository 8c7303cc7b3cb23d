import { app, BrowserWindow, dialog, screen } from 'electron';
import type { Session } from 'electron';
import { crashBudget } from './crash-budget.ts';
import { readJson, writeJson } from './json-file.ts';
import { pageOrigin } from './page-origin.ts';
import { hardened } from './window-options.ts';
import { placeOnScreen, windowPlace } from './window-place.ts';
import { crashWords, languageOf } from './words.ts';

/** The agent's window: comes back where it was, and comes back by itself when its page dies. */
export function openDeskWindow(session: Session, placeFile: string, search: string): BrowserWindow {
  const place = placeOnScreen(
    readJson(placeFile, windowPlace.nullable(), null),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...(place ?? { width: 1440, height: 900 }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Ringside',
    autoHideMenuBar: true,
    webPreferences: hardened(session),
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeJson(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  reviveOnCrash(window);
  void window.loadURL(`${pageOrigin}/${search}`);
  return window;
}

/** The gateway keeps the call; a new page takes the desk up again within seconds. */
function reviveOnCrash(window: BrowserWindow): void {
  const mayReload = crashBudget();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    process.stderr.write(`The page stopped (${reason}).\n`);
    if (mayReload(Date.now())) window.webContents.reload();
    else void offerReload(window);
  });
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const language = languageOf(app.getLocale());
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: crashWords.title[language],
    detail: crashWords.detail[language],
    buttons: [crashWords.again[language], crashWords.quit[language]],
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
