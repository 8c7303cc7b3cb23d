import { BrowserWindow, screen } from 'electron';
import type { Session } from 'electron';
import type { MiniView } from '../ipc/contract.ts';
import { message } from './door.ts';
import { pageOrigin } from './page-origin.ts';
import { hardened } from './window-options.ts';

export interface MiniWindow {
  show(shown: boolean, view: MiniView): void;
  readonly webContentsId: () => number | null;
}

const size = { width: 340, height: 92 };

/** The call on top of other programs' windows, shown without taking the keyboard from them; made when first needed. */
export function miniWindow(session: Session): MiniWindow {
  let window: BrowserWindow | null = null;

  function open(): BrowserWindow {
    const { workArea } = screen.getPrimaryDisplay();
    const opened = new BrowserWindow({
      ...size,
      x: workArea.x + workArea.width - size.width - 16,
      y: workArea.y + 16,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      acceptFirstMouse: true,
      webPreferences: hardened(session),
    });
    opened.setAlwaysOnTop(true, 'floating');
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    opened.on('closed', () => {
      window = null;
    });
    // A dead window would stay in front of everything; the next change of the call makes a new one.
    opened.webContents.on('render-process-gone', () => opened.destroy());
    void opened.loadURL(`${pageOrigin}/mini/mini.html`);
    return opened;
  }

  return {
    webContentsId: () => window?.webContents.id ?? null,
    show(shown, { offer, call, language }) {
      if (!shown) return window?.hide();
      window ??= open();
      window.webContents.send(...message('miniChanged', { offer, call, language }));
      if (!window.isVisible()) window.showInactive();
    },
  };
}
