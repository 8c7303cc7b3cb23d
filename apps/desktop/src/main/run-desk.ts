import { join } from 'node:path';
import { app, ipcMain, powerMonitor, protocol, safeStorage, session } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Tell } from '../ipc/channels.ts';
import type { Message, Window } from '../ipc/contract.ts';
import { drawAttention } from './attention.ts';
import { openDeskWindow } from './desk-window.ts';
import type { DialLinks } from './dial-links.ts';
import type { Answers } from './door.ts';
import { message, openDoor } from './door.ts';
import { letterPdf } from './letter-pdf.ts';
import { miniWindow } from './mini-window.ts';
import { guardPermissions } from './permissions.ts';
import { systemReminders } from './reminders.ts';
import { openSecrets } from './secrets.ts';
import { servePages } from './serve-pages.ts';
import type { Settings } from './settings.ts';
import type { StartOptions } from './start-options.ts';
import { searchOf } from './start-options.ts';
import { stateTray } from './tray.ts';
import { languageOf } from './words.ts';

/** Everything of the running program: pages, window, tray, attention, and the one door between them. */
export function runDesk(settings: Settings, options: StartOptions, dialLinks: DialLinks): void {
  const pages = session.defaultSession;
  const inProfile = (name: string) => join(app.getPath('userData'), name);
  servePages(protocol, join(__dirname, '../renderer'), settings.gatewayUrl);
  guardPermissions(pages);

  let desk: BrowserWindow | null = null;
  const language = languageOf(app.getLocale());
  const secrets = openSecrets(safeStorage, inProfile('session.sealed'));
  const mini = miniWindow(pages);
  const tray = stateTray(focusDesk, () => app.quit());
  const attention = drawAttention(
    () => desk,
    mini,
    { offer: null, call: null, language, inFront: true },
    { key: (key) => tell('globalKey', key), open: focusDesk },
  );

  const reminders = systemReminders(focusDesk);

  function openDesk(): void {
    desk = openDeskWindow(pages, inProfile('window.json'), searchOf(options));
    desk.on('focus', () => attention.change({ inFront: true }));
    desk.on('blur', () => attention.change({ inFront: false }));
    desk.on('closed', () => {
      desk = null;
      app.quit();
    });
    // A page that is loaded anew has lost what it showed and says again what stands.
    desk.webContents.on('did-navigate', () => attention.change({ offer: null, call: null }));
  }

  function focusDesk(): void {
    if (desk?.isMinimized()) desk.restore();
    desk?.show();
    desk?.focus();
  }

  function tell<Name extends Tell>(name: Name, value: Message<Name>): void {
    desk?.webContents.send(...message(name, value));
  }

  function windowOf(webContentsId: number): Window | null {
    if (webContentsId === desk?.webContents.id) return 'desk';
    return webContentsId === mini.webContentsId() ? 'mini' : null;
  }

  const answers: Answers = {
    pageReady: () =>
      dialLinks.listen((number) => {
        focusDesk();
        tell('dial', number);
      }, focusDesk),
    gatewayUrl: () => settings.gatewayUrl(),
    setGatewayUrl(url) {
      settings.setGatewayUrl(url);
      // The new address stands in the page's security policy, which comes with the page.
      desk?.webContents.reload();
    },
    attend: (offer) => attention.change({ offer }),
    remind: (reminder) => reminders.show(reminder),
    showCall: (call) => attention.change({ call }),
    showPresence({ state, language: chosen }) {
      tray.show(state, chosen);
      attention.change({ language: chosen });
    },
    keepSecret: ({ value }) => secrets.keep(value),
    readSecret: () => secrets.read(),
    letterPdf: () => letterPdf(desk),
    miniView() {
      const { offer, call, language: chosen } = attention.situation();
      return { offer, call, language: chosen };
    },
    miniPressed(what) {
      const { offer } = attention.situation();
      if (what === 'open') focusDesk();
      if (what === 'mute') tell('globalKey', 'mute');
      if (what === 'answer' && offer) tell('notificationAnswer', offer.callId);
    },
  };

  openDoor(ipcMain, windowOf, answers);
  tray.show('offline', language);
  openDesk();
  powerMonitor.on('suspend', () => tell('power', 'suspend'));
  powerMonitor.on('resume', () => tell('power', 'resume'));
  app.on('will-quit', () => {
    attention.stop();
    reminders.show(null);
  });
}
