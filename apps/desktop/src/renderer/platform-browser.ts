import type { Platform } from './platform.ts';

/** As far as a page in a browser can: a notification, a flashing title, the page's own storage. */
export function browserPlatform(): Platform {
  const attention = titleFlash(document);
  let notification: Notification | null = null;

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
    showCall: () => undefined,
    async keepSecret(name, value) {
      if (value === null) sessionStorage.removeItem(keyOf(name));
      else sessionStorage.setItem(keyOf(name), value);
    },
    readSecret: async (name) => sessionStorage.getItem(keyOf(name)),
    onDial: () => nothingToStop,
    onPower(heard) {
      // A browser says nothing of sleep; a page whose clock jumps has slept.
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

function onClockJump(act: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    // A hidden page's timers may come a minute late without any sleep.
    if (now - last > 90_000) act();
    last = now;
  }, 5_000);
  return () => clearInterval(timer);
}
