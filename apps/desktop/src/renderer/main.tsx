import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { showBootstrapFault } from './bootstrap-fault.ts';
import { bridge } from './bridge.ts';
import { useDesk } from './desk.ts';
import { gatewayHttp } from './gateway/gateway-http.ts';
import type { OpenedLink, TokenStore } from './gateway/open-link.ts';
import { openLink } from './gateway/open-link.ts';
import { socketIoLine } from './gateway/socket-io-line.ts';
import type { HeadsetPort } from './headset/headset-port.ts';
import type { Hid } from './headset/web-hid-headset.ts';
import { webHidHeadset } from './headset/web-hid-headset.ts';
import { perform } from './keys/keys.ts';
import { openPhone } from './phone/open-phone.ts';
import { sipJsLine } from './phone/sip-js-line.ts';
import type { Platform } from './platform.ts';
import { askForNotifications, browserPlatform } from './platform-browser.ts';
import { electronPlatform } from './platform-electron.ts';
import { systemTimers } from './waiting/timers.ts';
import { claimStation } from './wiring/claim-station.ts';
import { followDesk } from './wiring/follow-desk.ts';
import { resumeAfterSleep } from './wiring/resume-after-sleep.ts';
import { signInAs } from './wiring/sign-in-as.ts';

run().catch(showBootstrapFault);

async function run(): Promise<void> {
  const preload = bridge();
  const platform = preload ? electronPlatform(preload) : browserPlatform();
  const origin = await platform.gatewayUrl();
  const link = await linkTo(origin, platform);
  const phone = openPhone({
    openLine: sipJsLine,
    timers: systemTimers,
    random: Math.random,
    now: gatewayNow,
    absolute: (path) => new URL(path, origin.replace(/^http/, 'ws')).href,
    storage: localStorage,
  });
  if (platform.kind === 'browser') askForNotifications();
  if ((await platform.readSecret('session')) === null) await signInAs(location.search, link);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the desk (element #root).');
  createRoot(root).render(<App services={{ link, phone, platform }} />);
  followDesk({ link, phone, platform, headset: headset(), timers: systemTimers });
  resumeAfterSleep({ link, phone, platform, timers: systemTimers });
}

async function linkTo(origin: string, platform: Platform): Promise<OpenedLink> {
  const inOneWindow = platform.kind === 'electron';
  return openLink({
    http: gatewayHttp((input, init) => fetch(input, init)),
    openSocket: socketIoLine,
    origin,
    stationId: await claimStation(inOneWindow ? localStorage : sessionStorage, navigator.locks, newId),
    token: await tokenIn(platform),
    timers: systemTimers,
    random: Math.random,
    newId,
  });
}

async function tokenIn(platform: Platform): Promise<TokenStore> {
  let token = await platform.readSecret('session');
  return {
    read: () => token,
    keep(value) {
      token = value;
      void platform.keepSecret('session', value);
    },
  };
}

/** WebHID is there in Chromium alone. Its buttons do what the keys do, so that the screen shows the same. */
function headset(): HeadsetPort | null {
  const hid = (navigator as Navigator & { hid?: Hid }).hid;
  return hid ? webHidHeadset(hid, (press) => void perform(press)) : null;
}

const gatewayNow = () => Date.now() + (useDesk.getState().desk?.clockOffset ?? 0);

/** randomUUID is missing where a browser loads the desk over plain http from another machine. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
