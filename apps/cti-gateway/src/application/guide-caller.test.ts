import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../domain/call/call-event.ts';
import type { Calendar } from '../domain/centre/calendar.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { Queue } from '../domain/centre/queue.ts';
import { billing, centre, chen, li, maya, nobodysNumber, okafor, service } from '../testing/cast.ts';
import { aCase } from '../testing/records.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';
import { popBuilt } from './record-events.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });

/** The rig's clock begins at 2026-11-21T02:00Z, a Saturday, ten in the morning in Taipei. */
const everyDay = (...open: Calendar['week']['mon']) => ({
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: open,
  sat: open,
  sun: open,
});
const untilNoon: Calendar = {
  calendarId: asId('mornings'),
  name: text('Mornings'),
  timeZone: null,
  week: everyDay({ from: 0, until: 720 }),
  exceptions: [],
};
const holiday: Calendar = {
  ...untilNoon,
  calendarId: asId('holiday'),
  exceptions: [{ date: '2026-11-21', name: 'Founders’ Day', open: [] }],
};

const serviceLine = (changed: Partial<Hotline>): Partial<Centre> => ({
  calendars: [untilNoon, holiday],
  hotlines: centre.hotlines.map((hotline) =>
    hotline.hotlineId === 'service-line' ? { ...hotline, greeting: 'welcome', ...changed } : hotline,
  ),
});
const withQueues = (changes: Partial<Record<'service' | 'billing', Partial<Queue>>>): Partial<Centre> => ({
  calendars: [untilNoon, holiday],
  queues: centre.queues.map((queue) => ({ ...queue, ...changes[queue.queueId as 'service' | 'billing'] })),
});

const menu: Hotline['menu'] = {
  prompt: 'menu',
  waitFor: seconds(5),
  repeats: 1,
  otherwise: service,
  choices: [
    { key: '1', name: text('Repairs'), to: { to: 'queue', queueId: service } },
    { key: '2', name: text('中文'), to: { to: 'language', language: 'zh-Hant' } },
    {
      key: '3',
      name: text('By number'),
      to: { to: 'keyIn', what: 'customerNumber', prompt: 'key-in', queueId: service },
    },
    {
      key: '4',
      name: text('About a case'),
      to: { to: 'keyIn', what: 'caseReference', prompt: 'key-in', queueId: service },
    },
    { key: '5', name: text('Bills'), to: { to: 'queue', queueId: billing } },
  ],
};

async function storyOf(rig: Rig, callId: CallId): Promise<readonly CallEvent[]> {
  const stored = await rig.store.events(`call-${callId}`);
  return stored.filter(({ type }) => type !== popBuilt).map(({ body }) => body as CallEvent);
}
const told = async (rig: Rig, callId: CallId) => (await storyOf(rig, callId)).map(({ type }) => type);
const outcomeOf = async (rig: Rig, callId: CallId) => (await rig.store.call(callId))?.outcome;

/** What callers were last told, and its end. */
const lastSaid = (rig: Rig, callId: CallId) => {
  const said = rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === 'announce');
  if (!said) throw new Error('Nothing was said');
  return said as unknown as { announcementId: string; sounds: string[]; stopAtKey: boolean };
};
const saidOver = (rig: Rig, callId: CallId, how: 'finished' | 'key' = 'finished') =>
  rig.happens({ type: 'announced', callId, announcementId: lastSaid(rig, callId).announcementId, how });
async function press(rig: Rig, callId: CallId, keys: string): Promise<void> {
  for (const digit of keys)
    await rig.happens({ type: 'digitsGenerated', callId, legId: asId(`${callId}-customer`), digit });
}

describe('a line that is closed', () => {
  test('FLOW-2 tells Mr Okafor so, lets him go, and counts neither as abandoned nor as a wait', async () => {
    const rig = await openRig({
      centre: serviceLine({
        calendarId: untilNoon.calendarId,
        whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: 'goodbye' } },
      }),
    });
    const open = await rig.callIn();
    expect(rig.telephony.asksOf(open)).toEqual(['admit']);
    await rig.advance(hours(3));
    const callId = await rig.callIn();
    expect(rig.telephony.asksOf(callId)).toEqual(['admit', 'announce']);
    expect(lastSaid(rig, callId).sounds).toEqual(['we-are-closed-en', 'goodbye-en']);
    await saidOver(rig, callId);
    expect(rig.telephony.asksOf(callId)).toEqual(['admit', 'announce', 'release']);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'closed', queuedAt: null, waitMs: 0 });
    expect(await storyOf(rig, callId)).toContainEqual(
      expect.objectContaining({ type: 'CallClosed', why: { by: 'hours' } }),
    );
  });

  test('FLOW-2 who hangs up while being told is counted alike', async () => {
    const rig = await openRig({
      centre: serviceLine({
        calendarId: holiday.calendarId,
        whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: null } },
      }),
    });
    const callId = await rig.callIn();
    await rig.hangUp(callId);
    expect(await outcomeOf(rig, callId)).toBe('closed');
  });

  test('FLOW-2 a holiday is recorded by its name', async () => {
    const rig = await openRig({ centre: serviceLine({ calendarId: holiday.calendarId }) });
    const callId = await rig.callIn();
    expect(await storyOf(rig, callId)).toContainEqual(
      expect.objectContaining({ type: 'CallClosed', why: { by: 'holiday', name: 'Founders’ Day' } }),
    );
    expect(await outcomeOf(rig, callId)).toBe('closed');
  });

  test('FLOW-2 an emergency goes before the hours, with its reason, and may lead to another queue', async () => {
    const rig = await openRig({
      centre: serviceLine({
        emergency: { reason: 'Typhoon', prompt: null },
        whenClosed: { prompt: 'we-are-closed', to: { to: 'queue', queueId: billing } },
      }),
    });
    const atLi = await rig.seatReady(li);
    const callId = await rig.callIn();
    await saidOver(rig, callId);
    expect(atLi.screen.lastContact()).toMatchObject({
      queueId: billing,
      way: { closed: { by: 'emergency', reason: 'Typhoon' } },
    });
  });

  test('FLOW-2 a queue whose own hours are over counts like its line', async () => {
    const rig = await openRig({ centre: withQueues({ service: { calendarId: holiday.calendarId } }) });
    const callId = await rig.callIn();
    expect(await told(rig, callId)).toEqual(['CallArrived', 'CallClosed', 'CallEnded']);
  });

  test('FLOW-2 a closed line that leads to a closed queue ends, and not in a circle', async () => {
    const rig = await openRig({
      centre: {
        ...withQueues({
          service: { calendarId: holiday.calendarId },
          billing: { calendarId: holiday.calendarId },
        }),
        ...serviceLine({ whenClosed: { prompt: 'we-are-closed', to: { to: 'queue', queueId: billing } } }),
      },
    });
    const callId = await rig.callIn();
    await saidOver(rig, callId);
    expect(await outcomeOf(rig, callId)).toBe('closed');
  });
});

describe('a menu', () => {
  const inMenu = () => openRig({ centre: serviceLine({ menu }) });

  test('FLOW-1 greets Mr Okafor and says the menu; FLOW-3 his key leads to a queue, and the agent sees it', async () => {
    const rig = await inMenu();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    expect(lastSaid(rig, callId)).toMatchObject({ sounds: ['welcome-en', 'menu-en'], stopAtKey: true });
    expect(atMaya.screen.of('contact')).toEqual([]);
    await press(rig, callId, '1');
    expect(atMaya.screen.lastContact()).toMatchObject({
      queueId: service,
      digits: '',
      way: { choices: [text('Repairs')], keyedIn: null },
    });
  });

  test('METRIC-1 the wait begins with the queue, not with the menu', async () => {
    const rig = await inMenu();
    const callId = await rig.callIn();
    await rig.advance(seconds(40));
    await press(rig, callId, '1');
    await rig.advance(seconds(10));
    await rig.hangUp(callId);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'abandoned', waitMs: seconds(10) });
  });

  test('FLOW-4 silence and a wrong key repeat it, then a person takes over', async () => {
    const rig = await inMenu();
    const callId = await rig.callIn();
    await saidOver(rig, callId);
    await press(rig, callId, '9');
    expect(rig.telephony.asksOf(callId).filter((ask) => ask === 'announce').length).toBe(2);
    await saidOver(rig, callId);
    await rig.advance(seconds(4));
    expect(await told(rig, callId)).not.toContain('CallQueued');
    await rig.advance(seconds(1));
    expect(await told(rig, callId)).toContain('CallQueued');
  });

  test('FLOW-4 goes on though the end of the prompt is never reported', async () => {
    const rig = await inMenu();
    const callId = await rig.callIn();
    for (let look = 0; look < 4; look += 1) await rig.advance(minutes(4));
    expect(await told(rig, callId)).toContain('CallQueued');
  });

  test('FLOW-5 speaks the language that was chosen from then on, and the agent sees which', async () => {
    const rig = await inMenu();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await press(rig, callId, '2');
    expect(lastSaid(rig, callId).sounds).toEqual(['menu-zh-Hant']);
    await press(rig, callId, '1');
    expect(atMaya.screen.lastContact().way).toMatchObject({ language: 'zh-Hant' });
  });

  test('CALL-10 who leaves in the menu was in no queue and has not abandoned one', async () => {
    const rig = await inMenu();
    const callId = await rig.callIn();
    await rig.hangUp(callId);
    expect(await outcomeOf(rig, callId)).toBe('leftMenu');
  });

  test('FLOW-9 is said again after a restart', async () => {
    const rig = await inMenu();
    const callId = await rig.callIn();
    await saidOver(rig, callId);
    await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: 'r' });
    await rig.restart([callId]);
    expect(rig.telephony.asksOf(callId)).toContain('announce');
    await press(rig, callId, '1');
    expect(await told(rig, callId)).toContain('CallQueued');
  });

  test('CALL-1 a full queue of a line with a menu is no busy tone: the caller is told', async () => {
    const rig = await openRig({
      centre: { ...withQueues({ billing: { capacity: 0 } }), ...serviceLine({ menu }) },
    });
    const callId = await rig.callIn();
    await press(rig, callId, '5');
    expect(lastSaid(rig, callId).sounds).toEqual(['all-agents-busy-en']);
    await saidOver(rig, callId);
    expect(await outcomeOf(rig, callId)).toBe('overflowed');
  });
});

describe('a number that is keyed in', () => {
  async function asked(key: string) {
    const rig = await openRig({ centre: serviceLine({ menu }) });
    await rig.store.commit([
      { put: 'customerNumber', customerId: chen.customerId, customerNumber: '10001' },
      { put: 'case', case: aCase('2291', { customerId: chen.customerId, version: 1 }) },
    ]);
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn({ from: nobodysNumber });
    await press(rig, callId, key);
    await saidOver(rig, callId);
    return { rig, atMaya, callId };
  }

  test('FLOW-6 finds 陳大文 for the pop, though he calls from a number nobody knows', async () => {
    const { rig, atMaya, callId } = await asked('3');
    await press(rig, callId, '10001#');
    const contact = atMaya.screen.lastContact();
    expect(contact.pop.match).toMatchObject({ kind: 'known', customer: { customerId: chen.customerId } });
    expect(contact.way.keyedIn).toEqual({ what: 'customerNumber', found: true });
    expect((await rig.store.call(callId))?.customerId).toBe(chen.customerId);
  });

  test('FLOW-6 begins with the first key after it was asked for, whatever was pressed in the menu', async () => {
    const { rig, atMaya, callId } = await asked('93');
    await press(rig, callId, '10001#');
    expect(atMaya.screen.lastContact().pop.match.kind).toBe('known');
  });

  test('FLOW-6 is complete when the caller stops', async () => {
    const { rig, atMaya, callId } = await asked('3');
    await press(rig, callId, '10001');
    await rig.advance(seconds(5));
    expect(atMaya.screen.lastContact().pop.match.kind).toBe('known');
  });

  test('FLOW-6 may be the telephone number they registered', async () => {
    const { rig, atMaya, callId } = await asked('3');
    await press(rig, callId, '0912345678#');
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      customer: { customerId: okafor.customerId },
    });
  });

  test('FLOW-6 finds a case and whose it is', async () => {
    const { rig, atMaya, callId } = await asked('4');
    await press(rig, callId, '2291#');
    expect(atMaya.screen.lastContact()).toMatchObject({
      caseIds: ['2291'],
      pop: { match: { kind: 'known', customer: { customerId: chen.customerId } } },
    });
  });

  test('FLOW-7 that is nobody’s is told to the agent, and holds nobody up', async () => {
    const { rig, atMaya, callId } = await asked('3');
    await press(rig, callId, '77777#');
    expect(atMaya.screen.lastContact()).toMatchObject({
      way: { keyedIn: { what: 'customerNumber', found: false } },
      pop: { match: { kind: 'stranger' } },
    });
  });

  test('CALL-7 is kept nowhere: neither in the store nor in the log nor on the desk', async () => {
    const { rig, atMaya, callId } = await asked('3');
    await press(rig, callId, '8675309#');
    const everything = JSON.stringify([rig.store.commits, rig.log.lines, atMaya.screen]);
    expect(everything).not.toContain('8675309');
    expect(await told(rig, callId)).toContain('CallerKeyedIn');
  });
});

describe('what another system passes on', () => {
  test('POP-6 finds the customer by a header where the number does not', async () => {
    const rig = await openRig({ centre: serviceLine({ popKeys: ['x-customer-id'] }) });
    await rig.store.commit([{ put: 'customerNumber', customerId: chen.customerId, customerNumber: '10001' }]);
    const atMaya = await rig.seatReady(maya);
    await rig.callIn({ from: nobodysNumber, passed: { 'x-customer-id': '10001' } });
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      customer: { customerId: chen.customerId },
    });
  });

  test('POP-6 does not go before the number that is known', async () => {
    const rig = await openRig({ centre: serviceLine({ popKeys: ['x-customer-id'] }) });
    const atMaya = await rig.seatReady(maya);
    await rig.callIn({ passed: { 'x-customer-id': 'chen' } });
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      customer: { customerId: okafor.customerId },
    });
  });
});
