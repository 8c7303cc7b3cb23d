import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { CallId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { CallbackRule, Queue } from '../domain/centre/queue.ts';
import { centre, li, maya, okaforsNumber, service } from '../testing/cast.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig, testSettings } from '../testing/rig.ts';

const rule: CallbackRule = { offerOver: 0, first: 'agentFirst', attempts: 2, retryAfter: minutes(10) };

const withQueue = (changed: Partial<Queue>) => ({
  centre: {
    queues: centre.queues.map((queue) => (queue.queueId === service ? { ...queue, ...changed } : queue)),
  },
});

const asksOf = (rig: Rig, ask: string) => rig.telephony.asked.filter((one) => one.ask === ask);
const lastSaid = (rig: Rig, callId: CallId): readonly string[] =>
  (rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === 'announce')?.['sounds'] ??
    []) as readonly string[];

const press = async (rig: Rig, callId: CallId, keys: string): Promise<void> => {
  for (const digit of keys)
    await rig.happens({ type: 'digitsGenerated', callId, legId: asId(`${callId}-customer`), digit });
};
const wordsEnd = (rig: Rig, callId: CallId) => {
  const asked = rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === 'announce');
  return rig.happens({
    type: 'announced',
    callId,
    announcementId: asked?.['announcementId'] as string,
    how: 'finished',
  });
};

/** Mr Okafor waits, takes the callback that he is offered, and is told goodbye; gives the callback's own call. */
async function okaforAsksToBeCalled(rig: Rig): Promise<{ callId: CallId; callbackId: CallId }> {
  const callId = await rig.callIn();
  await rig.advance(seconds(60));
  await press(rig, callId, '11');
  await rig.advance(0);
  await wordsEnd(rig, callId);
  const callbackId = [...(await rig.store.liveCallStreams())]
    .map((one) => one.callId)
    .find((id) => id !== callId);
  if (callbackId === undefined) throw new Error('No callback was planned');
  return { callId, callbackId };
}

const customerLeg = (rig: Rig, callId: CallId) =>
  asId<'leg'>(
    rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === 'dial')?.['legId'] as string,
  );

describe('BACK a customer asks to be called back', () => {
  test('BACK-1 it is offered to who has to wait long, and only once', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    expect(lastSaid(rig, callId)).toEqual(['callback-offer-en']);
    await rig.advance(minutes(10));
    expect(asksOf(rig, 'announce')).toHaveLength(1);
  });

  test('BACK-2 the number is read back as people dial it, and 1 confirms it', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '1');
    const digits = [...'0912345678'].map((digit) => `number-${digit}-en`);
    expect(lastSaid(rig, callId)).toEqual(['callback-your-number-en', ...digits, 'callback-confirm-en']);
    await press(rig, callId, '1');
    await rig.advance(0);
    expect(lastSaid(rig, callId)).toEqual(['callback-agreed-en']);
  });

  test('BACK-2 another number is keyed in, and confirmed in turn', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '12');
    expect(lastSaid(rig, callId)).toEqual(['callback-enter-number-en']);
    await press(rig, callId, '0223456789#');
    expect(lastSaid(rig, callId)).toContain('callback-your-number-en');
    await press(rig, callId, '1');
    await rig.advance(0);
    expect([...(await rig.store.liveCallStreams())]).toHaveLength(2);
    const dialled = await Promise.all(
      (await rig.store.liveCallStreams()).map(({ callId: id }) => rig.store.call(id)),
    );
    expect(dialled.map((call) => call?.dialled)).toContain('+886223456789');
  });

  test('BACK-4 who asked has not abandoned, and hanging up after confirming is fine', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '11');
    await rig.advance(0);
    await rig.hangUp(callId);
    expect((await rig.store.call(callId))?.outcome).toBe('tookCallback');
    expect(await rig.store.liveCallStreams()).toHaveLength(1);
  });

  test('BACK-4 what was promised holds though the gateway restarts while it says goodbye', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '11');
    await rig.advance(0);
    await rig.restart([]);
    expect((await rig.store.call(callId))?.outcome).toBe('tookCallback');
    expect(await rig.store.liveCallStreams()).toHaveLength(1);
  });

  test('BACK-4, BACK-6 the callback has the place of the call; the agent has it first, then the customer is dialled', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const { callId, callbackId } = await okaforAsksToBeCalled(rig);
    expect((await rig.store.call(callId))?.outcome).toBe('tookCallback');
    await rig.advance(minutes(1));
    await rig.callIn({ from: null });
    const atMaya = await rig.seatReady(maya);
    const { callId: offered } = rig.offerTo(atMaya);
    expect(offered).toBe(callbackId);
    expect(asksOf(rig, 'dial')).toEqual([]);
    expect(asksOf(rig, 'offer')).toEqual([]);
    expect(atMaya.screen.lastContact().pop.match.kind).toBe('known');
    await atMaya.do({ do: 'offer.accept', ...rig.offerTo(atMaya) });
    expect(atMaya.presence().state).toBe('onCall');
    expect(asksOf(rig, 'dial')).toMatchObject([{ callId: callbackId, number: okaforsNumber }]);
    await rig.legUp(callbackId);
    await rig.happens({ type: 'established', callId: callbackId, legId: customerLeg(rig, callbackId) });
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
    await rig.happens({
      type: 'connectionCleared',
      callId: callbackId,
      legId: customerLeg(rig, callbackId),
      party: 'caller',
      by: 'caller',
      cause: 'normal',
    });
    expect((await rig.store.call(callbackId))?.outcome).toBe('handled');
  });

  test('BACK-7 a customer who is called first is rung when it is nearly their turn, and then heads the queue', async () => {
    const rig = await openRig(withQueue({ callback: { ...rule, first: 'customerFirst' } }));
    const { callbackId } = await okaforAsksToBeCalled(rig);
    const later = await rig.callIn({ from: null });
    expect(asksOf(rig, 'dial')).toEqual([]);
    const atMaya = await rig.seatReady(maya);
    // somebody is at work now: his turn has come, and the caller behind him is served meanwhile
    expect(asksOf(rig, 'dial')).toMatchObject([{ callId: callbackId }]);
    expect(rig.offerTo(atMaya).callId).toBe(later);
    await rig.happens({ type: 'established', callId: callbackId, legId: customerLeg(rig, callbackId) });
    expect(lastSaid(rig, callbackId)).toEqual(['callback-connecting-en']);
    const third = await rig.callIn({ from: null });
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    await atMaya.do({ do: 'presence.ready' });
    expect(rig.offerTo(atMaya).callId).toBe(callbackId);
    expect(third).not.toBe(callbackId);
  });

  test('BACK-7 nothing else is said over what the call is about', async () => {
    const waiting = { announceEvery: seconds(60), comfort: null, position: true, expectedWait: false };
    const rig = await openRig(withQueue({ waiting, callback: { ...rule, first: 'customerFirst' } }));
    const { callbackId } = await okaforAsksToBeCalled(rig);
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await rig.happens({ type: 'established', callId: callbackId, legId: customerLeg(rig, callbackId) });
    await rig.advance(seconds(59));
    expect(lastSaid(rig, callbackId)).toEqual(['callback-connecting-en']);
    await rig.advance(seconds(1));
    expect(lastSaid(rig, callbackId)).toContain('number-1-en');
  });

  test('BACK-9 no answer: again after the delay; after the last attempt a follow-up, and never two calls at once', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const { callId, callbackId } = await okaforAsksToBeCalled(rig);
    const atMaya = await rig.seatReady(maya);
    for (const attempt of [1, 2]) {
      await atMaya.do({ do: 'offer.accept', ...rig.offerTo(atMaya) });
      expect(asksOf(rig, 'dial')).toHaveLength(attempt);
      await rig.happens({
        type: 'failed',
        callId: callbackId,
        legId: customerLeg(rig, callbackId),
        cause: 'noAnswer',
      });
      expect(atMaya.presence().state).toBe('ready');
      const again = attempt === 1 ? rig.clock.now() + minutes(10) : null;
      expect(atMaya.screen.of('contactGone').at(-1)?.unanswered).toEqual({ again });
      await rig.advance(minutes(10) - 1);
      expect(asksOf(rig, 'dial')).toHaveLength(attempt);
      await rig.advance(1);
    }
    expect((await rig.store.call(callbackId))?.outcome).toBe('noAnswer');
    const [task] = await rig.store.tasksOfAgent(maya.agentId, 'open', 10);
    expect(task).toMatchObject({ kind: 'callBack', number: okaforsNumber, callId });
    expect(asksOf(rig, 'dial')).toHaveLength(2);
  });

  test('BACK-5 a callback waits through a restart, and is offered once', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const { callbackId } = await okaforAsksToBeCalled(rig);
    await rig.restart([]);
    const atMaya = await rig.seatReady(maya);
    expect(rig.offerTo(atMaya).callId).toBe(callbackId);
    await rig.restart([]);
    expect(asksOf(rig, 'dial')).toEqual([]);
    expect((await rig.store.call(callbackId))?.outcome).toBeNull();
  });

  test('BACK-8 a number that may not be called, costs more, or was asked for three times today is refused', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    for (const number of ['0204123456', '+44201234567', '12']) {
      const callId = await rig.callIn({ from: null });
      await rig.advance(seconds(15));
      await press(rig, callId, `1${number}#`);
      await rig.advance(0);
      if (number !== '12') await press(rig, callId, '1');
      await rig.advance(0);
      expect(lastSaid(rig, callId)[0]).toBe('callback-number-not-possible-en');
      await rig.hangUp(callId);
    }
    for (let day = 0; day < 3; day += 1) await okaforAsksToBeCalled(rig);
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '11');
    await rig.advance(0);
    expect(lastSaid(rig, callId)[0]).toBe('callback-number-not-possible-en');
    await rig.advance(hours(25));
    expect(await rig.store.callbacksSince(okaforsNumber, rig.clock.now() - hours(24))).toBe(0);
  });

  test('BACK-3 who says nothing twice keeps waiting at the old place', async () => {
    const rig = await openRig(withQueue({ callback: rule }));
    const callId = await rig.callIn();
    await rig.advance(seconds(15));
    await press(rig, callId, '1');
    await rig.advance(minutes(1));
    await rig.advance(minutes(1));
    const atMaya = await rig.seatReady(maya);
    expect(rig.offerTo(atMaya).callId).toBe(callId);
  });
});

describe('BACK-3 a caller is sent to the callback by overflow', () => {
  const sent = (changed: object = {}) =>
    openRig({
      ...withQueue({
        callback: { ...rule, offerOver: minutes(9) },
        overflow: [{ when: 'waited', over: seconds(30), to: { to: 'callback' } }],
      }),
      ...changed,
    });

  test('BACK-3 nobody gets the call while the number is asked for; who says nothing is back at the old place', async () => {
    const rig = await sent();
    const callId = await rig.callIn();
    await rig.advance(seconds(31));
    expect(lastSaid(rig, callId)[0]).toBe('callback-your-number-en');
    const atMaya = await rig.seatReady(maya);
    expect(atMaya.presence().state).toBe('ready');
    await rig.callIn({ from: null });
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    for (let silences = 0; silences < 4; silences += 1) await rig.advance(seconds(30));
    await atMaya.do({ do: 'presence.ready' });
    expect(rig.offerTo(atMaya).callId).toBe(callId);
    expect(asksOf(rig, 'announce').filter(({ callId: id }) => id === callId)).toHaveLength(2);
  });

  test('BACK-3 where nobody can be called the caller is told so, and waits on', async () => {
    const rig = await sent({ settings: { dialling: { ...testSettings.dialling, trunkId: null } } });
    const callId = await rig.callIn();
    await rig.advance(seconds(31));
    expect(lastSaid(rig, callId)).toEqual(['callback-not-possible-en']);
    const atMaya = await rig.seatReady(maya);
    expect(rig.offerTo(atMaya).callId).toBe(callId);
  });

  test('BACK-5 a restart in the middle asks for the number anew', async () => {
    const rig = await sent();
    const callId = await rig.callIn();
    await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: 'a leg' });
    await rig.advance(seconds(31));
    await rig.restart([callId]);
    expect(lastSaid(rig, callId)[0]).toBe('callback-your-number-en');
    await press(rig, callId, '1');
    await rig.advance(0);
    expect(lastSaid(rig, callId)).toEqual(['callback-agreed-en']);
  });
});

describe('BACK-10 an agent plans a callback', () => {
  const wish = (rig: Rig, callId: CallId, changed: object = {}) => ({
    do: 'callback.plan' as const,
    callId,
    number: okaforsNumber as string,
    whose: 'me' as const,
    from: rig.clock.now() + hours(1),
    until: rig.clock.now() + hours(2),
    note: 'Ask for the invoice',
    ...changed,
  });

  /** Mr Okafor talked with Maya, and she is ready again. */
  async function talkedWithMaya(rig: Rig) {
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    return { atMaya, callId };
  }
  const close = async (rig: Rig, atMaya: SeatedAgent, callId: CallId) => {
    await rig.hangUp(callId);
    const disposition = { disposition: 'solved', resolved: true, feeling: null, note: '' };
    await atMaya.do({ do: 'wrapUp.dispose', callId, disposition });
    await atMaya.do({ do: 'wrapUp.done', callId });
  };

  test('BACK-10 for herself alone: nobody else gets it, and not before its time', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talkedWithMaya(rig);
    await atMaya.do(wish(rig, callId));
    await close(rig, atMaya, callId);
    const atLi = await rig.seatReady(li);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await rig.advance(hours(1) + seconds(1));
    expect(atLi.presence().state).toBe('ready');
    await atMaya.do({ do: 'presence.ready' });
    const { callback, pop } = atMaya.screen.lastContact();
    expect(callback).toMatchObject({ of: callId, attempt: 1, note: 'Ask for the invoice', onLine: false });
    expect(pop.match.kind).toBe('known');
    await atMaya.do({ do: 'offer.accept', ...rig.offerTo(atMaya) });
    expect(asksOf(rig, 'dial')).toMatchObject([{ number: okaforsNumber }]);
  });

  test('BACK-10 of a finished contact, for anyone', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talkedWithMaya(rig);
    await close(rig, atMaya, callId);
    await atMaya.do(wish(rig, callId, { whose: 'anyone', from: 0 }));
    expect(atMaya.screen.lastContact()).toMatchObject({ state: { is: 'offered' }, callback: { of: callId } });
  });

  test('BACK-10 a window that ends without an attempt becomes her follow-up', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talkedWithMaya(rig);
    await atMaya.do(wish(rig, callId));
    await close(rig, atMaya, callId);
    await atMaya.do({ do: 'presence.signOut' });
    await rig.advance(hours(1));
    await rig.advance(hours(1));
    const [task] = await rig.store.tasksOfAgent(maya.agentId, 'open', 10);
    expect(task).toMatchObject({ kind: 'callBack', number: okaforsNumber, note: 'Ask for the invoice' });
    expect(asksOf(rig, 'dial')).toEqual([]);
  });

  test('BACK-10 what can’t be is refused with what is at fault, and it is audited who planned it', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talkedWithMaya(rig);
    const atLi = await rig.enter(li);
    const refusals = [
      [atLi, {}, 'notYourCall'],
      [atMaya, { number: 'nobody' }, 'wrongNumber'],
      [atMaya, { number: '0204123456' }, 'numberNotAllowed'],
      [atMaya, { until: rig.clock.now() }, 'badMessage'],
      [
        atMaya,
        { from: rig.clock.now() + hours(24 * 31), until: rig.clock.now() + hours(24 * 32) },
        'badMessage',
      ],
    ] as const;
    for (const [who, changed, problem] of refusals)
      expect(await who.try(wish(rig, callId, changed))).toMatchObject({ refusal: { problem } });
    const { callId: callbackId } = (await atMaya.do(wish(rig, callId))) as { callId: CallId };
    await rig.advance(seconds(1));
    expect(await rig.store.auditOf(callbackId, rig.clock.now() + 1, 10)).toMatchObject([
      { who: maya.agentId, did: 'callback.planned' },
    ]);
  });
});
