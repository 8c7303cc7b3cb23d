import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { saidAt, saidInOrder } from '../support/spoken.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
/** Today, and tomorrow: it may be midnight in Taipei before the call comes. */
const holidays = [0, 86_400_000].map((later) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Taipei' }).format(Date.now() + later),
);
const everyHour = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
);
const toService = { to: 'queue', queueId: 'service' };

const menu = {
  prompt: 'menu-main',
  waitForSeconds: 3,
  repeats: 1,
  otherwise: 'service',
  choices: [
    { key: '1', name: named('Service'), to: toService },
    {
      key: '3',
      name: named('By number'),
      to: { to: 'keyIn', what: 'customerNumber', prompt: 'enter-customer-number', queueId: 'service' },
    },
    { key: '8', name: named('Chinese'), to: { to: 'language', language: 'zh-Hant' } },
  ],
};
const centre = {
  calendars: [
    { calendarId: 'never', name: named('Never'), week: {} },
    {
      calendarId: 'holiday',
      name: named('Holiday'),
      week: everyHour,
      exceptions: holidays.map((date) => ({ date, name: 'Founders’ Day', open: [] })),
    },
  ],
  hotlines: [
    { hotlineId: 'menu', name: named('Menu'), numbers: ['menu'], queueId: 'service', menu },
    {
      hotlineId: 'night',
      name: named('Night'),
      numbers: ['night'],
      queueId: 'service',
      calendarId: 'never',
      whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: 'all-agents-busy' } },
    },
    {
      hotlineId: 'holiday',
      name: named('Holiday'),
      numbers: ['holiday'],
      queueId: 'service',
      calendarId: 'holiday',
      whenClosed: { prompt: 'we-are-closed', to: toService },
    },
    {
      hotlineId: 'typhoon',
      name: named('Typhoon'),
      numbers: ['typhoon'],
      queueId: 'service',
      language: 'zh-Hans',
      emergency: { reason: 'Typhoon', prompt: null },
    },
  ],
};

let gateway: RunningGateway;
let caller: Baresip;
let maya: DeskClient;
let phone: SipStation;
let credentials: StationCredentials;

beforeAll(async () => {
  const voice = join(mkdtempSync(join(tmpdir(), 'ringside-menu-')), 'caller.wav');
  writeTone(voice, 440, 300);
  gateway = await startGateway({ config: { centre } });
  const [granted] = await grantDeskPhones(gateway.dataFolder, ['demo-maya']);
  if (!granted) throw new Error('no credentials');
  credentials = granted;
  await seatMaya();
  // a number that nobody has: only what is keyed in says who calls
  caller = await startBaresip({ user: '+886900000123', microphone: voice });
});
afterAll(async () => {
  maya?.close();
  phone?.close();
  await caller?.stop();
  await gateway?.stop();
});
afterEach(async () => {
  caller.hangUp();
  await until('Maya’s desk is empty', () => maya.contacts().length === 0);
});

async function seatMaya(): Promise<void> {
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  await maya.tell({ do: 'presence.ready' });
  phone = await startStation({ gatewayPort: gateway.sipPort, rtpPort: 31_930, answer: 'never', credentials });
}
async function calls(line: string): Promise<void> {
  caller.dial(`sip:${line}@127.0.0.1:${gateway.sipPort}`);
}
const hears = (sound: string): Promise<number> =>
  until(`the caller hears ${sound}`, () => saidAt(caller.heard().samples, sound), 30_000);
const outcome = (what: string): Promise<string> =>
  until(`a call that ended as ${what}`, () =>
    gateway.log.find((line) => line.includes('call ended') && line.includes(`"outcome":"${what}"`)),
  );
const contact = (): Promise<ContactView> => maya.offered(30_000);

test('FLOW-1, FLOW-3, FLOW-5: the caller hears the menu, asks for Chinese with a key, hears it again, and chooses; Maya sees all of it', async () => {
  await calls('menu');
  await hears('menu-main-en');
  caller.pressKeys('8');
  await hears('menu-main-zh-Hant');
  expect(maya.contacts()).toEqual([]);
  caller.pressKeys('1');
  expect(await contact()).toMatchObject({
    queueId: 'service',
    digits: '',
    way: { language: 'zh-Hant', choices: [named('Chinese'), named('Service')], keyedIn: null },
  });
}, 90_000);

test('FLOW-6: the customer number that is keyed in brings the customer onto the card before Maya answers', async () => {
  await calls('menu');
  await hears('menu-main-en');
  caller.pressKeys('3');
  await hears('enter-customer-number-en');
  caller.pressKeys('10001#');
  expect(await contact()).toMatchObject({
    pop: { match: { kind: 'known', customer: { name: { written: '陳大文' } } } },
    way: { keyedIn: { what: 'customerNumber', found: true } },
  });
}, 90_000);

test('FLOW-7, CALL-7: a number that is nobody’s is told as not found, and stands in no log', async () => {
  await calls('menu');
  await hears('menu-main-en');
  caller.pressKeys('3');
  await hears('enter-customer-number-en');
  caller.pressKeys('7345012#');
  expect(await contact()).toMatchObject({
    pop: { match: { kind: 'stranger' } },
    way: { keyedIn: { what: 'customerNumber', found: false } },
  });
  expect(gateway.log.join('\n')).not.toContain('7345012');
}, 90_000);

test('FLOW-4: a wrong key is called one; who then presses nothing comes to a person', async () => {
  await calls('menu');
  await hears('menu-main-en');
  caller.pressKeys('5');
  await hears('not-understood-en');
  expect((await contact()).way.choices).toEqual([]);
}, 90_000);

test('FLOW-9: a caller in the menu hears it again after the gateway was killed, and their key is heard', async () => {
  maya.close();
  phone.close();
  await calls('menu');
  await hears('menu-main-en');
  // the leg must be written before the power goes
  await new Promise((written) => setTimeout(written, 500));
  await gateway.kill();
  const before = caller.heard().samples.length;
  gateway = await gateway.startAgain();
  await until(
    'the caller hears the menu again',
    () => saidAt(caller.heard().samples.subarray(before), 'menu-main-en'),
    40_000,
  );
  await seatMaya();
  caller.pressKeys('1');
  expect((await contact()).way.choices).toEqual([named('Service')]);
}, 120_000);

test('FLOW-2 closed: outside the hours the caller is told so, and the call ends as closed', async () => {
  await calls('night');
  await hears('we-are-closed-en');
  await hears('all-agents-busy-en');
  await outcome('closed');
  const told = saidInOrder(caller.heard().samples, ['all-agents-busy-en', 'we-are-closed-en']);
  expect(told).toEqual(['we-are-closed-en', 'all-agents-busy-en']);
}, 90_000);

test('FLOW-2 holiday: the caller is told which kind of day it is and sent on; Maya sees its name', async () => {
  await calls('holiday');
  await hears('closed-holiday-en');
  expect((await contact()).way.closed).toEqual({ by: 'holiday', name: 'Founders’ Day' });
}, 90_000);

test('FLOW-2 emergency: the line that was closed by hand says so in its own language', async () => {
  await calls('typhoon');
  await hears('closed-emergency-zh-Hans');
  await outcome('closed');
}, 90_000);
