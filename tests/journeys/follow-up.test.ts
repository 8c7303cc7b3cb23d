import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskView } from '@ringside/shared/protocol/task';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const okaforsNumber = '+886912345678';
const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const centre = {
  hotlines: [{ hotlineId: 'line', name: text('Line'), numbers: ['line'], queueId: 'line', language: 'en' }],
  queues: [
    { queueId: 'line', name: text('Line'), skills: [], wrapUpForSeconds: 0, dispositionNeeded: false },
  ],
};

let gateway: RunningGateway;
let talk: Conversation;
let okafor: Baresip;

beforeAll(async () => {
  const voice = join(mkdtempSync(join(tmpdir(), 'ringside-follow-up-')), 'okafor.wav');
  writeTone(voice, 440, 300);
  okafor = await startBaresip({ user: okaforsNumber, microphone: voice });
  const carrier = {
    trunkId: 'carrier',
    name: 'Carrier',
    host: '127.0.0.1',
    port: okafor.sipPort,
    allow: ['127.0.0.1/32'],
    trusted: true,
  };
  const dialling = { trunkId: 'carrier', allowedPrefixes: ['+886'] };
  gateway = await startGateway({ config: { trunks: [carrier], dialling, centre } });
  talk = { ...(await seatMaya(gateway)), caller: okafor };
});
afterAll(async () => {
  await talk?.stop();
  await okafor?.stop();
  await gateway?.stop();
});

const count = (type: string): number => okafor.events.filter((event) => event.type === type).length;
const title = 'Ask whether the hose came';
const followUp = async (state: 'open' | 'finished'): Promise<TaskView | undefined> =>
  ((await talk.maya.ask({ ask: 'task.list', state })) as TaskView[]).find((task) => task.title === title);

test('TASK-13, TASK-15 what Maya promises Mr Okafor in a call rings her in time, dials him, and is done when they have talked', async () => {
  await talk.maya.tell({ do: 'presence.ready' });
  okafor.dial(`sip:line@127.0.0.1:${gateway.sipPort}`);
  const call = await until('Maya has him', () => talk.maya.contacts()[0]);
  await hearEachOther(talk);
  const now = Date.now();
  await talk.maya.tell({
    do: 'task.create',
    task: {
      kind: 'callBack',
      title,
      note: 'He is at home in the evening',
      from: now + 15_000,
      dueAt: now + 600_000,
      ownerId: null,
      familyId: null,
      customerId: null,
      caseId: null,
      callId: call.callId,
      number: okaforsNumber as TaskView['number'],
      remindAt: null,
      checklist: [],
      after: null,
      repeat: null,
    },
  });
  expect(await followUp('open')).toMatchObject({ ringsAt: now + 15_000 });
  okafor.hangUp();
  const ended = (one: { callId: string }): boolean => one.callId !== call.callId;
  await until('she has no longer him', () => talk.maya.contacts().every(ended));
  const rung = count('CALL_INCOMING');

  const offered = await until('it rings her', () => talk.maya.contacts().find(ended), 60_000);
  expect(Date.now()).toBeGreaterThanOrEqual(now + 15_000);
  expect(offered).toMatchObject({
    direction: 'outbound',
    callback: { attempt: 1, onLine: false, note: 'He is at home in the evening' },
  });
  expect(offered.caller).toMatchObject({ number: okaforsNumber });
  expect(count('CALL_INCOMING')).toBe(rung);
  const { callId, state } = offered;
  await talk.maya.tell({ do: 'offer.accept', callId, offerId: state.is === 'offered' ? state.offerId : '' });
  await until('his telephone rings', () => count('CALL_INCOMING') > rung, 20_000);
  okafor.answer();
  await hearEachOther(talk);
  expect(await followUp('open')).toBeDefined();
  okafor.hangUp();
  const done = await until('the task is done', () => followUp('finished'), 30_000);
  expect(done).toMatchObject({ state: 'done', timesPassed: 0 });
}, 180_000);
