import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Baresip } from '../support/baresip.ts';
import { startDeskPhone } from '../support/baresip-desk.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { level, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const command = fileURLToPath(new URL('../../apps/cti-gateway/src/cli/call.ts', import.meta.url));
const voice = join(mkdtempSync(join(tmpdir(), 'ringside-demo-')), 'agent.wav');
const running: ChildProcess[] = [];
let gateway: RunningGateway;
let maya: DeskClient;
let phone: Baresip;

beforeAll(async () => {
  writeTone(voice, 1_000, 300);
  gateway = await startGateway();
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  phone = await startDeskPhone(gateway, { userName: 'maya', microphone: voice });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  maya?.close();
  await phone?.stop();
  await gateway?.stop();
});
afterEach(async () => {
  const [contact] = maya.contacts();
  if (!contact) return;
  if (contact.state.is !== 'wrapUp') await maya.tryTell({ do: 'call.end', callId: contact.callId });
  await until('wrap-up', () => maya.contacts()[0]?.state.is === 'wrapUp');
  const disposition = { disposition: 'informed', resolved: true, feeling: null, note: '' };
  await maya.tell({ do: 'wrapUp.dispose', callId: contact.callId, disposition });
  await maya.tell({ do: 'wrapUp.done', callId: contact.callId });
  await until('Maya’s desk is empty', () => maya.contacts().length === 0);
  phone.forgetHeard();
});

interface Placed {
  readonly said: () => string;
  readonly code: Promise<number | null>;
}

function call(...args: string[]): Placed {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, RINGSIDE_DATA: gateway.dataFolder },
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  return { said: () => said, code: new Promise((settle) => void child.once('exit', settle)) };
}

const mayaHearsSpeech = (): Promise<true> =>
  until('Maya hears speech', () => {
    const { samples, rate } = phone.heard();
    return samples.length > rate && level(samples) > 200;
  });

test.each([
  ['陳大文', ['--from', '+886912345678'], 'known'],
  ['a stranger', ['--from', '+886955000111'], 'stranger'],
  ['somebody who hides the number', ['--withheld'], 'withheld'],
])('"npm run call" calls as %s, and Maya hears them speak', async (_who, args, kind) => {
  await maya.tell({ do: 'presence.ready' });
  const placed = call(...args, '--to', 'service', '--hang-up-after', '12');
  await until(
    () => `Maya talks; the command said: ${placed.said()}`,
    () => maya.contacts()[0]?.state.is === 'talking',
  );
  expect(maya.contacts()[0]?.pop.match.kind).toBe(kind);
  await mayaHearsSpeech();
  expect(await placed.code).toBe(0);
});

test('the demo’s button calls too', async () => {
  await maya.tell({ do: 'presence.ready' });
  await maya.tell({ do: 'demo.call', from: '+886912345678', hotlineId: 'service' });
  await until('Maya talks', () => maya.contacts()[0]?.state.is === 'talking');
  await mayaHearsSpeech();
});

test('a hotline that does not exist is told with those that do', async () => {
  const placed = call('--from', '+886912345678', '--to', 'nowhere');
  expect(await placed.code).not.toBe(0);
  expect(placed.said()).toContain('service');
});
