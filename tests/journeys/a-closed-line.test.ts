import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { saidAt, saidInOrder } from '../support/spoken.ts';
import { readWav, toneRunMs, toneShare, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-journey-'));
const voice = join(folder, 'caller.wav');
const [OKAFOR, TONE] = [440, 1_000];
const centre = {
  calendars: [{ calendarId: 'never', name: { en: 'Never', 'zh-Hant': '不開', 'zh-Hans': '不开' }, week: {} }],
  hotlines: [
    {
      hotlineId: 'service',
      name: { en: 'Service', 'zh-Hant': '客服', 'zh-Hans': '客服' },
      numbers: ['service'],
      queueId: 'care',
      language: 'zh-Hant',
      calendarId: 'never',
      whenClosed: { prompt: 'we-are-closed', to: { to: 'voicemail' } },
    },
  ],
};
let gateway: RunningGateway;
let caller: Baresip;

beforeAll(async () => {
  writeTone(voice, OKAFOR, 120);
  gateway = await startGateway({ config: { centre } });
  caller = await startBaresip({ user: '+886912345678', microphone: voice });
});
afterAll(async () => {
  await caller?.stop();
  await gateway?.stop();
});

const hears = (sound: string): Promise<number> =>
  until(`the caller hears ${sound}`, () => saidAt(caller.heard().samples, sound), 20_000);

test('SOUND-1, RECORD-1, RECORD-2: Mr Okafor calls a closed line, is told so in its language, and leaves a message that is kept', async () => {
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  await hears('we-are-closed-zh-Hant');
  await hears('voicemail-greeting-zh-Hant');
  await until('the tone', () => {
    const { samples, rate } = caller.heard();
    return toneRunMs(samples.subarray(-2 * rate), rate, TONE) >= 200;
  });
  await new Promise((talk) => setTimeout(talk, 2_000));
  caller.pressKeys('#');
  await hears('voicemail-thanks-zh-Hant');
  await caller.saw('CALL_CLOSED', 20_000);
  expect(
    saidInOrder(caller.heard().samples, [
      'voicemail-thanks-zh-Hant',
      'voicemail-greeting-zh-Hant',
      'we-are-closed-zh-Hant',
      'we-are-closed-en',
    ]),
  ).toEqual(['we-are-closed-zh-Hant', 'voicemail-greeting-zh-Hant', 'voicemail-thanks-zh-Hant']);

  const recordings = join(gateway.dataFolder, 'recordings');
  const [name = '', ...others] = readdirSync(recordings);
  expect(others).toEqual([]);
  const { samples, rate } = readWav(join(recordings, name));
  expect(samples.length / rate).toBeGreaterThan(1);
  expect(toneShare(samples.subarray(rate / 2, rate), rate, OKAFOR)).toBeGreaterThan(0.8);
}, 120_000);
