import { minutes, seconds } from '@ringside/shared/model/instant';
import { refuse } from '@ringside/shared/model/result';
import type { PresenceStretchView } from '@ringside/shared/protocol/presence';
import { describe, expect, test } from 'vitest';
import { centre, li, maya } from '../testing/cast.ts';
import type { SeatedAgent } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const tolerant = { presence: { missesAllowed: 2, warnBefore: minutes(1) } };

const today = async (agent: SeatedAgent): Promise<readonly PresenceStretchView[]> => {
  const told = await agent.ask({ ask: 'presence.today' });
  if (!told.ok) throw new Error(told.refusal.problem);
  return told.value as readonly PresenceStretchView[];
};

describe('presence', () => {
  test('PRES-10 of two misses allowed the first leaves Maya Ready and the second does not', async () => {
    const rig = await openRig({ centre: tolerant });
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.advance(seconds(20));
    // nobody else is there, so it rings her again
    expect(rig.offerTo(atMaya).callId).toBe(callId);
    expect(atMaya.presence()).toMatchObject({ state: 'reserved', missed: 1 });
    await rig.advance(seconds(20));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'missed' });
  });

  test('PRES-10 the count of misses survives a restart of the gateway', async () => {
    const rig = await openRig({ centre: tolerant });
    const atMaya = await rig.seatReady(maya);
    await rig.advance(seconds(1));
    const atLi = await rig.seatReady(li);
    await rig.callIn();
    await rig.advance(seconds(20));
    expect(atMaya.presence()).toMatchObject({ state: 'ready', missed: 1 });
    await atLi.do({ do: 'offer.decline', ...rig.offerTo(atLi) });
    await rig.hangUp(rig.offerTo(atMaya).callId);
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token, stationId: atMaya.stationId });
    await rig.happens({ type: 'stationUp', stationId: again.stationId });
    expect(again.presence()).toMatchObject({ state: 'ready', missed: 1 });
    await rig.callIn();
    await rig.advance(seconds(20));
    expect(again.presence()).toMatchObject({ state: 'notReady', reason: 'missed' });
  });

  test('PRES-9 how long Maya stood where is kept, and she can look at her own day', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const began = rig.clock.now();
    await rig.advance(minutes(5));
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await rig.advance(minutes(30));
    await atMaya.do({ do: 'presence.ready' });
    await rig.advance(minutes(1));
    // pressing what she is already begins nothing
    await atMaya.do({ do: 'presence.ready' });
    expect(await today(atMaya)).toMatchObject([
      { state: 'ready', since: began, until: began + minutes(5) },
      { state: 'notReady', reason: 'lunch', until: began + minutes(35) },
      { state: 'ready', reason: null, since: began + minutes(35), until: null },
    ]);
  });

  test('PRES-9 a call is told in all its states, and choosing what comes next is none', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.advance(seconds(10));
    const callId = await rig.callIn();
    await rig.advance(seconds(3));
    await rig.answer(atMaya);
    await rig.advance(seconds(60));
    await atMaya.do({ do: 'presence.next', reason: 'lunch' });
    await rig.hangUp(callId);
    await rig.advance(minutes(1));
    const lengths = (await today(atMaya)).map(({ state, since, until }) => [
      state,
      until === null ? null : until - since,
    ]);
    expect(lengths.slice(-5)).toEqual([
      ['ready', seconds(10)],
      ['reserved', seconds(3)],
      ['onCall', seconds(60)],
      ['wrapUp', minutes(1)],
      ['notReady', null],
    ]);
  });

  test('PRES-12 pain 4: after sleep Maya gets no call before her page has tested that she can answer it', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.asleep' });
    await rig.callIn();
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'resuming' });
    expect(await atMaya.try({ do: 'presence.ready' })).toEqual(refuse({ problem: 'notPossibleNow' }));
    await atMaya.do({ do: 'presence.awake' });
    expect(atMaya.presence().state).toBe('reserved');
  });

  test('PRES-12 a test is not believed while the station is away', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.asleep' });
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    expect(await atMaya.try({ do: 'presence.awake' })).toEqual(refuse({ problem: 'noStation' }));
    await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    await atMaya.do({ do: 'presence.awake' });
    expect(atMaya.presence().state).toBe('ready');
  });

  test('PRES-12 a machine that slept unannounced is taken back by the same test', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    await rig.advance(minutes(5));
    expect(atMaya.presence()).toMatchObject({ reason: 'connectionLost' });
    await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    await atMaya.do({ do: 'presence.asleep' });
    expect(atMaya.presence()).toMatchObject({ reason: 'resuming' });
    await atMaya.do({ do: 'presence.awake' });
    expect(atMaya.presence().state).toBe('ready');
  });

  test('PRES-12 who opens the laptop the next morning is not put to work by it', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.asleep' });
    await rig.advance(minutes(16));
    await atMaya.do({ do: 'presence.awake' });
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'connectionLost' });
  });

  test('PRES-12 who was at lunch when the lid was closed is at lunch when it opens', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await atMaya.do({ do: 'presence.asleep' });
    await atMaya.do({ do: 'presence.awake' });
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('PRES-8 pain 18: what Maya chose for after her call is still chosen after a restart of the gateway', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await atMaya.do({ do: 'presence.next', reason: 'lunch' });
    await rig.hangUp(callId);
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token, stationId: atMaya.stationId });
    expect(again.presence()).toMatchObject({ state: 'wrapUp', next: 'lunch' });
    await rig.advance(minutes(1));
    expect(again.presence()).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('PRES-6 pain 17: a page that stops answering is offered nothing, and after 20 s its agent is Not ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    atMaya.desk.alive(false);
    await rig.callIn();
    expect(atMaya.presence().state).toBe('ready');
    expect(rig.telephony.asked.filter(({ ask }) => ask === 'offer')).toEqual([]);
    await rig.advance(seconds(20));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'connectionLost' });
  });

  test('PRES-13 a desk is told the limits of the reasons and when to warn', async () => {
    const rig = await openRig({
      centre: {
        notReadyReasons: centre.notReadyReasons.map((reason) => ({ ...reason, limit: minutes(30) })),
      },
    });
    const atMaya = await rig.enter(maya);
    expect(atMaya.screen.snapshots.at(-1)?.reference).toMatchObject({
      notReadyReasons: [{ reason: 'lunch', limitMs: minutes(30) }],
      presence: { warnBeforeMs: minutes(1) },
    });
  });
});
