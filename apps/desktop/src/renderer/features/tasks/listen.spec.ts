import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

test(
  'VM-2 Maya hears on her task what 陳大文 said, and learns which message is gone',
  { timeout: 60_000 },
  async () => {
    const page = await gallery.show('messages');
    await page.getByText('The message was deleted after the time it is kept.').waitFor();
    await page.getByRole('button', { name: 'Listen (34 s)' }).click();
    const sound = page.getByLabel('Message of 陳大文');
    await sound.waitFor();
    await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(1);
  },
);
