import { createSocket } from 'node:dgram';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { ok, refuse } from '@ringside/shared/model/result';
import { demoCaller } from './demo-caller.ts';

vi.setConfig({ testTimeout: 60_000 });
const soundsFolder = fileURLToPath(new URL('../../../../../resources/sounds', import.meta.url));
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const end of cleanUp.splice(0)) end();
});

/** A gateway that hears INVITEs and lets them ring for ever. */
async function listening() {
  const socket = createSocket('udp4');
  const invites: string[] = [];
  socket.on('message', (bytes) => bytes.toString().startsWith('INVITE') && invites.push(bytes.toString()));
  await new Promise<void>((bound) => void socket.bind(0, '127.0.0.1', bound));
  const caller = demoCaller({
    gateway: { host: '127.0.0.1', port: socket.address().port },
    soundsFolder,
    dialled: (to) => (to === 'service' ? '+886223456789' : to),
    languageOf: async () => 'zh-Hant',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  cleanUp.push(
    () => caller.close(),
    () => socket.close(),
  );
  return { caller, invites };
}

test('the button places the same call as a customer’s telephone', async () => {
  const { caller, invites } = await listening();
  expect(await caller.call('+886912345678', 'service')).toEqual(ok(undefined));
  while (invites.length === 0) await new Promise((soon) => void setTimeout(soon, 20));
  expect(invites[0]).toContain('INVITE sip:+886223456789@127.0.0.1');
  expect(invites[0]).toContain('From: <sip:+886912345678@');
});

test('a demo has at most four callers at once', async () => {
  const { caller } = await listening();
  const placed = await Promise.all(Array.from({ length: 6 }, () => caller.call(null, 'service')));
  expect(placed.filter((result) => result.ok)).toHaveLength(4);
  expect(placed.filter((result) => !result.ok)).toEqual([refuse('busy'), refuse('busy')]);
});
