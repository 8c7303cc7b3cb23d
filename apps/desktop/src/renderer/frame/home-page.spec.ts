import type { CallId, OfferId } from '@ringside/shared/model/ids';
import type { Presence } from '@ringside/shared/model/presence';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeGateway } from '../testing/fake-gateway.ts';
import type { Gallery } from '../testing/gallery-browser.ts';
import { openGallery } from '../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const [callId, offerId] = ['one' as CallId, 'one' as OfferId];
const hints: readonly (readonly [string, string, Presence, string])[] = [
  ['en', 'rings', { state: 'reserved', since: 0, callId, offerId }, 'Ctrl+Shift+A answers'],
  ['zh-Hant', 'rings', { state: 'reserved', since: 0, callId, offerId }, '按 Ctrl+Shift+A 接聽'],
  ['en', 'is talked to', { state: 'onCall', since: 0, callId, next: null }, 'Ctrl+K finds'],
  ['en', 'is not awaited', { state: 'notReady', since: 0, reason: 'lunch' }, 'press Ctrl+Shift+Y'],
];

test.each(hints)('%s: while a caller %s, Maya is told the keys for that', async (lang, _, presence, hint) => {
  const page = await gallery.show('ready', { lang });
  await page.evaluate((stands) => {
    const { link } = (window as unknown as { gallery: { link: FakeGateway } }).gallery;
    link.tell({ what: 'presence', presence: stands });
  }, presence);
  const card = page.locator('.home-card');
  await card.getByText(hint).waitFor();
  expect(await card.getByText('Ctrl+Shift+Y').count()).toBe(presence.state === 'notReady' ? 1 : 0);
});
