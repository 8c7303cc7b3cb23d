import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskView } from '@ringside/shared/protocol/task';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { openDesk, signIn } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { saidAt } from '../support/spoken.ts';
import { readWav, toneRunMs, toneShare, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-message-'));
const voice = join(folder, 'okafor.wav');
const OKAFOR = 440;
const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const centre = {
  hotlines: [{ hotlineId: 'line', name: text('Line'), numbers: ['line'], queueId: 'line', language: 'en' }],
  queues: [
    {
      queueId: 'line',
      name: text('Line'),
      skills: [],
      overflow: [{ when: 'unstaffed', to: { to: 'voicemail' } }],
      voicemail: { longestSeconds: 30, dueWithinMinutes: 60 },
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

const people = ['maya', 'li', 'noor'];
const password = 'blue-magpie';

test('VM-1 to VM-4 what Mr Okafor says is heard by whoever is to call him back, and by nobody else', async () => {
  caller.dial(`sip:line@127.0.0.1:${gateway.sipPort}`);
  await until('the greeting', () => saidAt(caller.heard().samples, 'voicemail-greeting-en'), 30_000);
  await until('the tone after it', () => {
    const { samples, rate } = caller.heard();
    return toneRunMs(samples.subarray(-2 * rate), rate, 1_000) >= 200;
  });
  await new Promise((talk) => setTimeout(talk, 3_000));
  const before = Date.now();
  caller.hangUp();

  const desks = await Promise.all(
    people.map((userName) =>
      openDesk({ url: gateway.url, userName, password }).then((desk) => ({ userName, desk })),
    ),
  );
  const found = await until('a follow-up', async () => {
    for (const { userName, desk } of desks) {
      const tasks = (await desk.ask({ ask: 'task.list', state: 'open' })) as TaskView[];
      const task = tasks.find(({ recording }) => recording !== null);
      if (task) return { userName, task };
    }
    return null;
  });
  for (const { desk } of desks) desk.close();
  const { task, userName: owner } = found;
  expect(task).toMatchObject({ kind: 'callBack', number: '+886912345678' });
  expect(task.customerId).not.toBeNull();
  expect(task.dueAt - before).toBeGreaterThan(55 * 60_000);

  const sound = async (userName: string, range?: string): Promise<Response> => {
    const { token } = await signIn({ url: gateway.url, userName, password });
    return fetch(`${gateway.url}/api/recordings/${task.recording?.recordingId}`, {
      headers: { authorization: `Bearer ${token}`, ...(range ? { range } : {}) },
    });
  };
  const heard = await sound(owner);
  expect(heard.status).toBe(200);
  expect(heard.headers.get('cache-control')).toBe('no-store');
  const bytes = Buffer.from(await heard.arrayBuffer());
  const file = join(folder, 'heard.wav');
  writeFileSync(file, bytes);
  const { samples, rate } = readWav(file);
  expect(samples.length / rate).toBeGreaterThan(1);
  expect(toneShare(samples.subarray(rate / 2, rate), rate, OKAFOR)).toBeGreaterThan(0.8);

  const part = await sound(owner, 'bytes=0-43');
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 0-43/${bytes.length}`);
  const other = people.find((name) => name !== owner && name !== 'noor') ?? '';
  expect((await sound(other)).status).toBe(403);
  expect((await sound('noor')).status).toBe(200);
  expect((await fetch(`${gateway.url}/api/recordings/${task.recording?.recordingId}`)).status).toBe(401);
}, 120_000);
