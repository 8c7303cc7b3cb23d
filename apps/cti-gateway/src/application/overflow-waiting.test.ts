import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { CallEvent, CallEventOf } from '../domain/call/call-event.ts';
import type { Calendar } from '../domain/centre/calendar.ts';
import type { Destination, OverflowRule, Queue } from '../domain/centre/queue.ts';
import { billing, centre, li, maya, nobodysNumber, noor, service } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const toBilling: Destination = { to: 'queue', queueId: billing };
const goodbye: Destination = { to: 'goodbye', prompt: null };
const rule = (when: OverflowRule['when'], to: Destination, over = 0): OverflowRule => ({ when, over, to });

const untilNoon: Calendar = {
  calendarId: asId('mornings'),
  name: text('Mornings'),
  timeZone: null,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [{ from: 0, until: 720 }], sun: [] },
  exceptions: [],
};
const rigWith = (changes: Partial<Record<'service' | 'billing', Partial<Queue>>>) =>
  openRig({
    centre: {
      calendars: [untilNoon],
      queues: centre.queues.map((queue) => ({
        ...queue,
        ...changes[queue.queueId as 'service' | 'billing'],
      })),
    },
  });

async function overflowsOf(rig: Rig, callId: CallId): Promise<readonly CallEventOf<'CallOverflowed'>[]> {
  const stored = await rig.store.events(`call-${callId}`);
  return stored.map(({ body }) => body as CallEvent).filter((event) => event.type === 'CallOverflowed');
}

describe('a caller flows over', () => {
  test('OVER-1 after waiting too long; CALL-3 with the place they had', async () => {
    const rig = await rigWith({ service: { overflow: [rule('waited', toBilling, seconds(30))] } });
    const callId = await rig.callIn();
    await rig.advance(seconds(30));
    expect(await overflowsOf(rig, callId)).toEqual([]);
    await rig.advance(seconds(2));
    expect(await overflowsOf(rig, callId)).toMatchObject([{ from: service, to: toBilling, why: 'waited' }]);
    const later = await rig.callIn({ from: nobodysNumber, to: 'billing' });
    const atLi = await rig.seatReady(li);
    expect(atLi.screen.lastContact()).toMatchObject({
      callId,
      queueId: billing,
      way: { overflows: [{ from: service, why: 'waited' }] },
    });
    expect((await rig.store.call(later))?.answeredAt).toBeNull();
    await rig.hangUp(callId);
    expect((await rig.store.call(callId))?.waitMs).toBe(seconds(32));
  });

  test('OVER-1 when too many wait for the agents at work: who came last goes', async () => {
    const rig = await rigWith({ service: { overflow: [rule('callersPerAgent', toBilling, 1)] } });
    const atMaya = await rig.seatReady(maya);
    await rig.callIn();
    await rig.answer(atMaya);
    const first = await rig.callIn({ from: nobodysNumber });
    const second = await rig.callIn({ from: nobodysNumber });
    expect((await rig.store.call(first))?.queueId).toBe(service);
    expect((await rig.store.call(second))?.queueId).toBe(billing);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await rig.advance(seconds(2));
    expect((await rig.store.call(first))?.queueId).toBe(service);
  });

  test('OVER-1 when the wait they would have is too long', async () => {
    const rig = await rigWith({ service: { overflow: [rule('expectedWait', toBilling, minutes(2))] } });
    const atMaya = await rig.seatReady(maya);
    // five calls of five minutes teach what the next callers have to expect
    for (let call = 0; call < 5; call += 1) {
      await rig.callIn();
      const callId = await rig.answer(atMaya);
      await rig.advance(minutes(5));
      await atMaya.do({ do: 'call.end', callId });
      const disposition = { disposition: 'solved', resolved: true, feeling: null, note: '' };
      await atMaya.do({ do: 'wrapUp.dispose', callId, disposition });
      await atMaya.do({ do: 'wrapUp.done', callId });
    }
    await rig.callIn();
    await rig.answer(atMaya);
    const callId = await rig.callIn({ from: nobodysNumber });
    expect(await overflowsOf(rig, callId)).toMatchObject([{ why: 'expectedWait' }]);
  });

  test('OVER-1 when the queue is full, instead of hearing busy', async () => {
    const rig = await rigWith({ service: { capacity: 1, overflow: [rule('full', toBilling)] } });
    await rig.callIn();
    const callId = await rig.callIn({ from: nobodysNumber });
    expect(rig.telephony.asksOf(callId)).toEqual(['admit']);
    expect((await rig.store.call(callId))?.queueId).toBe(billing);
  });

  test('CALL-1 and hears busy where the next is full too', async () => {
    const rig = await rigWith({
      service: { capacity: 1, overflow: [rule('full', toBilling)] },
      billing: { capacity: 0 },
    });
    await rig.callIn();
    const callId = await rig.callIn({ from: nobodysNumber });
    expect(rig.telephony.asksOf(callId)).toEqual(['refuse']);
  });

  test('OVER-1 when the hours of the queue end while they wait', async () => {
    const rig = await rigWith({
      service: { calendarId: untilNoon.calendarId, overflow: [rule('closed', goodbye)] },
    });
    const callId = await rig.callIn();
    await rig.advance(hours(2) - seconds(5));
    expect(rig.telephony.asksOf(callId)).toEqual(['admit']);
    await rig.advance(seconds(6));
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'overflowed', endedBy: 'gateway' });
    expect(await overflowsOf(rig, callId)).toMatchObject([{ to: goodbye, why: 'closed' }]);
  });

  test('OVER-1 when nobody who fits is signed in any more', async () => {
    const rig = await rigWith({ service: { overflow: [rule('unstaffed', toBilling)] } });
    const atMaya = await rig.enter(maya);
    const callId = await rig.callIn();
    await rig.advance(seconds(2));
    expect((await rig.store.call(callId))?.queueId).toBe(service);
    await atMaya.do({ do: 'presence.signOut' });
    await rig.advance(seconds(2));
    expect((await rig.store.call(callId))?.queueId).toBe(billing);
  });

  test('OVER-5 to a goodbye that is said first; who hangs up meanwhile counts alike', async () => {
    const rig = await rigWith({
      service: { overflow: [rule('unstaffed', { to: 'goodbye', prompt: 'goodbye' })] },
    });
    const callId = await rig.callIn();
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'announce', sounds: ['goodbye-en'] });
    await rig.hangUp(callId);
    expect((await rig.store.call(callId))?.outcome).toBe('overflowed');
  });

  test('OVER-5 to voicemail and to a callback, each a state of its own', async () => {
    const voicemail = { longest: minutes(1), dueWithin: hours(4) };
    const callback = { offerOver: 0, first: 'agentFirst', attempts: 1, retryAfter: minutes(10) } as const;
    const rig = await rigWith({
      service: { voicemail, overflow: [rule('unstaffed', { to: 'voicemail' })] },
      billing: { callback, overflow: [rule('unstaffed', { to: 'callback' })] },
    });
    const message = await rig.callIn();
    const back = await rig.callIn({ to: 'billing', from: nobodysNumber });
    const types = async (callId: CallId) =>
      (await rig.store.events(`call-${callId}`)).map(({ type }) => type);
    expect(await types(message)).toEqual(expect.arrayContaining(['CallOverflowed', 'CallSentToVoicemail']));
    expect(await types(back)).toEqual(expect.arrayContaining(['CallOverflowed', 'CallSentToCallback']));
  });

  test('OVER-6 and it stands in the call’s path, for whoever asks why it rang where it did', async () => {
    const rig = await rigWith({ service: { overflow: [rule('unstaffed', toBilling)] } });
    const atNoor = await rig.enter(noor);
    const callId = await rig.callIn();
    const explained = await atNoor.ask({ ask: 'call.explain', callId });
    expect(explained).toMatchObject({
      value: {
        steps: expect.arrayContaining([
          expect.objectContaining({ is: 'overflowed', from: service, queueId: billing, why: 'unstaffed' }),
        ]),
      },
    });
  });

  test('OVER-3 once to each queue, though both send everybody to the other', async () => {
    const toService: Destination = { to: 'queue', queueId: service };
    const rig = await rigWith({
      service: { overflow: [rule('waited', toBilling, seconds(5))] },
      billing: { overflow: [rule('waited', toService, seconds(5))] },
    });
    const callId = await rig.callIn();
    await rig.advance(minutes(1));
    expect((await overflowsOf(rig, callId)).length).toBe(1);
    expect((await rig.store.call(callId))?.queueId).toBe(billing);
  });

  test('OVER-6 and what befell them is still known after a restart', async () => {
    const rig = await rigWith({ service: { overflow: [rule('unstaffed', toBilling)] } });
    const callId = await rig.callIn();
    await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: 'r' });
    await rig.restart([callId]);
    const atLi = await rig.seatReady(li);
    expect(atLi.screen.lastContact()).toMatchObject({ callId, way: { overflows: [{ from: service }] } });
  });
});
