import type { Platform } from './platform.ts';
import { onClockJump } from './waiting/clock-jump.ts';

/** As far as a page in a browser can: a notification, a flashing title, the page's own storage. */
export function browserPlatform(): Platform {
  const attention = titleFlash(document);
  let notification: Notification | null = null;
  let reminded: Notification | null = null;

  return {
    kind: 'browser',
    gatewayUrl: async () => location.origin,
    async setGatewayUrl(url) {
      if (url !== location.origin) location.assign(url);
    },
    attend(offer) {
      attention(offer?.title ?? null);
      notification?.close();
      notification = offer && document.hidden ? notify(offer) : null;
    },
    remind(reminder) {
      reminded?.close();
      const inFront = document.hasFocus();
      reminded = reminder && !inFront ? notify({ ...reminder, callId: 'ringside.reminder' }) : null;
    },
    showCall: () => undefined,
    async keepSecret(name, value) {
      if (value === null) sessionStorage.removeItem(keyOf(name));
      else sessionStorage.setItem(keyOf(name), value);
    },
    readSecret: async (name) => sessionStorage.getItem(keyOf(name)),
    letterPdf: null,
    onDial: () => nothingToStop,
    onPower(heard) {
      // A browser says nothing of sleep; a clock that jumps tells of it.
      return onClockJump(() => heard('resume'));
    },
    onGlobalKey: () => nothingToStop,
    onNotificationAnswer: () => nothingToStop,
  };
}

/** Asked at the first gesture, since browsers ignore the question without one. */
export function askForNotifications(): void {
  if (!('Notification' in window) || Notification.permission !== 'default') return;
  addEventListener('pointerdown', () => void Notification.requestPermission(), { once: true });
}

const keyOf = (name: string) => `ringside.${name}`;
const nothingToStop = (): void => undefined;

function notify({
  callId,
  title,
  body,
}: {
  callId: string;
  title: string;
  body: string;
}): Notification | null {
  if (!('Notification' in window) || Notification.permission !== 'granted') return null;
  const shown = new Notification(title, { body, tag: callId, silent: true, requireInteraction: true });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
  });
  return shown;
}

/** Alternates the tab's title once a second; gives it back as it was. */
function titleFlash(page: Document): (text: string | null) => void {
  let flashing: ReturnType<typeof setInterval> | null = null;
  let own = page.title;
  return (text) => {
    if (flashing !== null) {
      clearInterval(flashing);
      page.title = own;
      flashing = null;
    }
    if (text === null) return;
    own = page.title;
    flashing = setInterval(() => {
      page.title = page.title === own ? text : own;
    }, 1_000);
  };
}
