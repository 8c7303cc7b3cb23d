import { presenceStates } from '@ringside/shared/model/presence';
import { expect, test } from 'vitest';
import { attentionWanted } from './attention-wanted.ts';
import { crashBudget } from './crash-budget.ts';
import { pageHeaders } from './page-headers.ts';
import { mayUse } from './permissions.ts';
import { trayIcon } from './tray-icon.ts';
import { placeOnScreen } from './window-place.ts';
import { languageOf } from './words.ts';

const offer = { callId: 'c', title: '陳大文', body: 'Service' };
const call = { name: '陳大文', since: 0, muted: false, held: false, next: null };
const calm = { offer: null, call: null, language: 'en', inFront: false } as const;

test('an offer behind another window flashes, notifies and shows the mini window; in front it needs nothing', () => {
  expect(attentionWanted({ ...calm, offer })).toMatchObject({ flash: true, notify: true, mini: true });
  expect(attentionWanted({ ...calm, offer, inFront: true })).toMatchObject({
    flash: false,
    notify: false,
    mini: false,
  });
});

test('keys of the whole system are taken only while they mean something', () => {
  expect(attentionWanted(calm).keys).toEqual([]);
  expect(attentionWanted({ ...calm, offer }).keys).toEqual(['answer']);
  expect(attentionWanted({ ...calm, call }).keys).toEqual(['mute']);
  expect(attentionWanted({ ...calm, call, inFront: true })).toMatchObject({
    keys: ['mute'],
    mini: false,
    keepAwake: true,
  });
});

test('our page gets microphone, headset buttons, speakers, notifications, the whole screen and a clipboard to write to; nobody gets a camera', () => {
  const wants = [
    'media',
    'hid',
    'speaker-selection',
    'notifications',
    'clipboard-sanitized-write',
    'fullscreen',
  ];
  for (const wanted of wants) {
    expect(mayUse(wanted, 'app://ringside', [])).toBe(true);
    expect(mayUse(wanted, 'https://evil.example', [])).toBe(false);
  }
  expect(mayUse('media', 'app://ringside', ['audio', 'video'])).toBe(false);
  expect(mayUse('geolocation', 'app://ringside', [])).toBe(false);
  expect(mayUse('clipboard-read', 'app://ringside', [])).toBe(false);
  expect(mayUse('media', 'app://ringside.evil', [])).toBe(false);
});

test('a page runs its own scripts and talks to its own gateway, nothing else', () => {
  const policy = pageHeaders('https://gw.example:8443')['Content-Security-Policy'];
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' wss://gw.example:8443;");
  expect(policy).toContain("default-src 'none'");
});

test('a page that crashes is reloaded three times within a minute, and again once that is past', () => {
  const mayReload = crashBudget();
  expect([0, 1, 2, 3].map(mayReload)).toEqual([true, true, true, false]);
  expect(mayReload(70_000)).toBe(true);
});

test('the window comes back where it was, unless that monitor is gone', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  const place = { x: 100, y: 50, width: 1400, height: 900, maximized: false };
  expect(placeOnScreen(place, screens)).toBe(place);
  expect(placeOnScreen({ ...place, x: 2500 }, screens)).toBeNull();
  expect(placeOnScreen({ ...place, y: -300 }, screens)).toBeNull();
  expect(placeOnScreen(null, screens)).toBeNull();
});

test('every state has a tray icon of its own, told apart without colour', () => {
  const shapes = [...presenceStates, 'offline' as const].map((state) => {
    const pixels = trayIcon(state, 16);
    return Array.from({ length: 256 }, (_, at) => pixels[at * 4 + 3]).join();
  });
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('the main process speaks the system’s language', () => {
  expect(['en-GB', 'fr', 'zh-TW', 'zh-HK', 'zh-Hant-MO', 'zh-CN', 'zh'].map(languageOf)).toEqual([
    'en',
    'en',
    'zh-Hant',
    'zh-Hant',
    'zh-Hant',
    'zh-Hans',
    'zh-Hans',
  ]);
});
