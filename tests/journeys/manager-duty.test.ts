import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ManagerPageView, ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { TaskView } from '@ringside/shared/protocol/task';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { AGENT, CALLER, hearEachOther, hears, seatMaya } from '../support/conversation.ts';
import type { Conversation } from '../support/conversation.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { saidAt } from '../support/spoken.ts';
import { toneRunMs, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const weekly = { rotation: 'weekly', startsOn: '2026-01-05' };
const line = (hotlineId: string, queueId: string, language: string) => ({
  ...{ hotlineId, name: text(hotlineId), numbers: [hotlineId], queueId, language },
});
const centre = {
  hotlines: [
    line('service', 'service', 'en'),
    line('managers', 'managers', 'en'),
    line('zhuguan', 'managers', 'zh-Hant'),
    line('jingli', 'managers', 'zh-Hans'),
  ],
  queues: [
    { queueId: 'service', name: text('Service'), skills: [], wrapUpForSeconds: 0 },
    { queueId: 'managers', name: text('Managers'), skills: [], rotaId: 'duty', wrapUpForSeconds: 0 },
  ],
  rotas: [
    {
      rotaId: 'duty',
      name: text('Duty manager'),
      layers: [
        { layer: 'duty', name: text('Duty'), ...weekly, people: ['max'] },
        { layer: 'backup', name: text('Backup'), ...weekly, people: ['grace'] },
      ],
      ringForSeconds: 5,
      promiseWithinMinutes: 60,
    },
  ],
};
const password = 'blue-magpie';
const okafor = '+886912345678';
const [maxsNumber, gracesNumber] = ['+886955000111', '+886955000222'];
let gateway: RunningGateway;
let talk: Conversation;
/** the mobile telephones of Max and Grace, in one: whoever is rung, this rings */
let mobile: Baresip;
let max: DeskClient;
let grace: DeskClient;

beforeAll(async () => {
  const voice = join(mkdtempSync(join(tmpdir(), 'ringside-duty-')), 'manager.wav');
  writeTone(voice, AGENT, 300);
  mobile = await startBaresip({ user: maxsNumber, alsoCalled: [gracesNumber], microphone: voice });
  const trunk = { trunkId: 'carrier', name: 'Carrier', host: '127.0.0.1', port: mobile.sipPort };
  gateway = await startGateway({
    config: {
      trunks: [{ ...trunk, allow: ['127.0.0.1/32'], trusted: true, presents: '+886223456789' }],
      dialling: { trunkId: 'carrier', allowedPrefixes: ['+886'] },
      centre,
    },
  });
  talk = await seatMaya(gateway);
  const desk = (userName: string) => openDesk({ url: gateway.url, userName, password });
  [max, grace] = await Promise.all([desk('max'), desk('grace')]);
  const reach = { do: 'manager.reach', agentId: null, reach: 'deskThenPhone', email: null } as const;
  await max.tell({ ...reach, phone: maxsNumber });
  await grace.tell({ ...reach, phone: gracesNumber });
  await talk.maya.tell({ do: 'presence.ready' });
});
afterEach(async () => {
  talk.caller.hangUp();
  await until('nobody is on the line', () => closed(mobile) >= rungSoFar());
});
afterAll(async () => {
  max?.close();
  grace?.close();
  await Promise.all([talk?.stop(), mobile?.stop()]);
  await gateway?.stop();
});

const count = (phone: Baresip, type: string): number =>
  phone.events.filter((one) => one.type === type).length;
const rungSoFar = () => count(mobile, 'CALL_INCOMING');
const closed = (phone: Baresip) => count(phone, 'CALL_CLOSED');
const call = (number: string) => talk.caller.dial(`sip:${number}@127.0.0.1:${gateway.sipPort}`);
const ringing = async (what: string, act: () => void | Promise<unknown>): Promise<void> => {
  const before = rungSoFar();
  mobile.forgetHeard();
  await act();
  await until(what, () => rungSoFar() > before, 40_000);
};
const whispered = (stem: string): Promise<unknown> =>
  until(`the whisper ${stem}`, () => saidAt(mobile.heard().samples, stem) !== null, 30_000);
const toldCaller = (stem: string): Promise<unknown> =>
  until(`the caller is told ${stem}`, () => saidAt(talk.caller.heard().samples, stem) !== null, 30_000);
const openOf = async (desk: DeskClient): Promise<readonly ManagerRequestView[]> =>
  ((await desk.ask({ ask: 'manager.page' })) as ManagerPageView).open;
/** Mr Okafor's: the demo has requests of its own */
const promisedTo = async (desk: DeskClient): Promise<readonly ManagerRequestView[]> =>
  (await openOf(desk)).filter(({ state, number }) => state === 'promised' && number === okafor);
const takenBy = (desk: DeskClient, before: number): Promise<unknown> =>
  until('the request is theirs', async () => {
    const taken = (await openOf(desk)).filter(({ state, number }) => state === 'taken' && number === okafor);
    return taken.length > before;
  });
const hearTheManager = () => hearEachOther({ caller: talk.caller, phone: mobile });

test('DUTY-4, DUTY-8 Maya passes Mr Okafor on; Max presses 1 on his mobile, and they hear each other', async () => {
  call('service');
  const { callId, state } = await talk.maya.offered();
  talk.phone.answer();
  await hears(talk.caller, AGENT, 'Mr Okafor hears Maya');
  const ask = { do: 'manager.ask', callId, rotaId: 'duty', reason: 'promiseBroken', caseId: null } as const;
  await ringing('Max’s mobile rings', () => talk.maya.tell({ ...ask, note: 'Third call' }));
  expect(state.is).toBe('offered');
  await until('Maya is free', () => talk.maya.presence().state === 'ready');
  await toldCaller('connecting-manager-en');
  mobile.answer();
  await whispered('duty-why-promiseBroken-en');
  expect(toneRunMs(mobile.heard().samples, mobile.heard().rate, CALLER)).toBe(0);
  mobile.pressKeys('1');
  await hearTheManager();
  await takenBy(max, 0);
  const request = (await openOf(max)).find((one) => one.callId === callId);
  expect(request).toMatchObject({ way: 'agent', reason: 'promiseBroken', note: 'Third call', callId });
  mobile.hangUp();
  await until('Mr Okafor’s call is over', () => closed(talk.caller) === 1);
});

test('DUTY-3 a line of its own: Max’s voicemail answers, and Grace gets the call in her language', async () => {
  await ringing('Max’s mobile rings', () => call('managers'));
  mobile.answer();
  await whispered('duty-whisper-en');
  await ringing('Grace’s mobile rings', () => undefined);
  expect(toneRunMs(talk.caller.heard().samples, talk.caller.heard().rate, AGENT)).toBe(0);
  mobile.answer();
  await whispered('duty-whisper-zh-Hant');
  mobile.pressKeys('1');
  await hearTheManager();
  await takenBy(grace, 0);
  mobile.hangUp();
  await until('the call is over', () => closed(talk.caller) === 2);
});

test.each([
  ['zhuguan', 'manager-calls-within-zh-Hant'],
  ['jingli', 'manager-calls-within-zh-Hans'],
])('DUTY-10 nobody answers on %s: the caller is told, and Max has the call back', async (number, told) => {
  const before = (await promisedTo(max)).length;
  await ringing('Max’s mobile rings', () => call(number));
  await ringing('Grace’s mobile rings', () => mobile.hangUp());
  mobile.hangUp();
  await toldCaller(told);
  const promised = await until('it is promised', async () => {
    const all = await promisedTo(max);
    return all.length > before ? all : null;
  });
  expect(promised.every(({ way, callBackBy }) => way === 'hotline' && callBackBy !== null)).toBe(true);
  const tasks = (await max.ask({ ask: 'task.list', state: 'open' })) as TaskView[];
  expect(tasks.filter((task) => task.kind === 'callBack' && task.number === okafor).length).toBe(before + 1);
});

test('DUTY-2 the shift becomes Grace’s in the middle of a call: Max talks on, the next caller is hers', async () => {
  await ringing('Max’s mobile rings', () => call('managers'));
  mobile.answer();
  await whispered('duty-whisper-en');
  mobile.pressKeys('1');
  await hearTheManager();
  const noor = await openDesk({ url: gateway.url, userName: 'noor', password });
  const local = (at: number) => taipei(at).replace(' ', 'T');
  await noor.tell({
    do: 'rota.change',
    rotaId: 'duty',
    shifts: [
      {
        layer: 'duty',
        from: local(Date.now()),
        until: local(Date.now() + 3_600_000),
        agentId: grace.snapshot.me.agentId,
      },
    ],
    reason: 'Max has to leave',
    evenSo: true,
    origin: 'byHand',
  });
  noor.close();
  await until('Grace is shown as on duty', () => firstOnDuty(max) === grace.snapshot.me.agentId);
  await hears(talk.caller, AGENT, 'the caller still hears Max');
  mobile.hangUp();
  await until('Max’s call is over', () => closed(mobile) >= rungSoFar());
  await ringing('Grace’s mobile rings', () => call('managers'));
  mobile.answer();
  await whispered('duty-whisper-zh-Hant');
  mobile.pressKeys('1');
  await hearTheManager();
  mobile.hangUp();
});

test('DUTY-6 the gateway is killed in the middle of the talk and started again: they talk on', async () => {
  await ringing('a manager’s mobile rings', () => call('managers'));
  mobile.answer();
  await until('somebody is heard on the mobile', () => mobile.heard().samples.length > 16_000);
  mobile.pressKeys('1');
  await hearTheManager();
  const rung = rungSoFar();
  await gateway.kill();
  gateway = await gateway.startAgain();
  const from = [talk.caller, mobile].map((phone) => phone.heard().samples.length);
  const hearsSince = (phone: Baresip, hertz: number, since = 0) =>
    until(
      'the other is heard again',
      () => toneRunMs(phone.heard().samples.subarray(since), phone.heard().rate, hertz) >= 1_000,
      30_000,
    );
  await hearsSince(talk.caller, AGENT, from[0]);
  await hearsSince(mobile, CALLER, from[1]);
  expect(rungSoFar()).toBe(rung);
  const before = closed(talk.caller);
  mobile.hangUp();
  await until('the call is over', () => closed(talk.caller) > before);
});

const firstOnDuty = (desk: DeskClient): unknown => {
  const last = desk.events.map(({ event }) => event).findLast((event) => event.what === 'duty');
  return last?.duty[0]?.now[0]?.agentId;
};

/** "2026-11-22 18:05", as the wall in Taipei has it */
const taipei = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Taipei',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
