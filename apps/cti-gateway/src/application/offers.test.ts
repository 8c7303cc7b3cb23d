import { seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { li, maya } from '../testing/cast.ts';
import { openRig, settle } from '../testing/rig.ts';

describe('an offer', () => {
  test('OFFER-1 the pop is on the desk before the station rings', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const shownWhenRung: string[] = [];
    const ring = rig.telephony.offer.bind(rig.telephony);
    rig.telephony.offer = (leg) => {
      shownWhenRung.push(...atMaya.screen.of('contact').map(({ contact }) => contact.pop.match.kind));
      return ring(leg);
    };
    await rig.callIn();
    expect(shownWhenRung).toEqual(['known']);
  });

  test('CALL-2 the events are in the store before desk and switch hear of the call', async () => {
    const rig = await openRig();
    await rig.seatReady(maya);
    rig.store.failWith(new Error('the disk is full'));
    const callId = await rig.callIn();
    expect(rig.telephony.asksOf(callId)).toEqual([]);
    rig.store.failWith(null);
    await rig.advance(seconds(1));
    expect(rig.telephony.asksOf(callId)).toEqual(['admit', 'offer']);
  });

  test('STORE-24 while the disk is full, callers are sent elsewhere at once and not left in silence', async () => {
    const rig = await openRig();
    rig.store.failWith(new Error('the disk is full'));
    const first = await rig.callIn();
    const second = await rig.callIn();
    expect(rig.telephony.asksOf(second)).toEqual(['refuse']);
    rig.store.failWith(null);
    await rig.advance(seconds(1));
    const third = await rig.callIn();
    expect([first, third].map((callId) => rig.telephony.asksOf(callId))).toEqual([['admit'], ['admit']]);
  });

  test('arrival, place and offer are one transaction when an agent is ready', async () => {
    const rig = await openRig();
    await rig.seatReady(maya);
    const before = rig.store.commits.length;
    await rig.callIn();
    expect(rig.store.commits.length - before).toBe(1);
  });

  test('OFFER-2 answering joins both', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    expect(rig.telephony.asksOf(callId)).toEqual(['admit', 'offer', 'connect']);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
    expect(atMaya.presence()).toMatchObject({ state: 'onCall', callId });
  });

  test('OFFER-2 an answer that comes after the caller gave up finds the offer gone', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    const offer = rig.offerTo(atMaya);
    await rig.hangUp(callId);
    expect(await atMaya.try({ do: 'offer.accept', ...offer })).toEqual({
      ok: false,
      refusal: { problem: 'offerIsGone' },
    });
  });

  test('OFFER-4 a declined caller goes to the next agent, and the first is Not ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.advance(10);
    const atLi = await rig.seatReady(li);
    const callId = await rig.callIn();
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'declined' });
    expect(atMaya.screen.of('contactGone')).toEqual([{ what: 'contactGone', callId, outcome: 'declined' }]);
    expect(rig.offerTo(atLi).callId).toBe(callId);
  });

  test('OFFER-5 an agent who does not answer is Not ready, missed, and the leg is taken down', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.advance(seconds(20));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'missed' });
    expect(rig.telephony.asksOf(callId)).toEqual(['admit', 'offer', 'drop']);
    const calls = await atMaya.ask({ ask: 'call.list', before: null });
    expect(calls).toMatchObject({ ok: true, value: [{ callId, offer: 'notAnswered', outcome: null }] });
  });

  test('OFFER-6 a station that is gone makes the offer unreachable, and the caller is offered elsewhere', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.advance(10);
    const atLi = await rig.seatReady(li);
    rig.telephony.gone.add(atMaya.stationId);
    const callId = await rig.callIn();
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'unreachable' });
    expect(rig.offerTo(atLi).callId).toBe(callId);
  });

  test('OFFER-6 a browser closed in mid-offer gives the caller back to the queue', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    atMaya.desk.close();
    await settle();
    const atLi = await rig.seatReady(li);
    expect(rig.offerTo(atLi).callId).toBe(callId);
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'unreachable' });
  });

  test('OFFER-6 Maya reloads her page while it rings: it rings her again, and nothing is held against her', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    await rig.advance(seconds(2));
    await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    expect(atMaya.presence()).toMatchObject({ state: 'reserved', callId });
    expect(rig.offerTo(atMaya).callId).toBe(callId);
  });

  test('OFFER-6 a page that comes back after twenty seconds finds its agent Not ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.callIn();
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    await rig.advance(seconds(21));
    await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'unreachable' });
  });

  test('OFFER-7 an agent whose caller gave up is first in line again', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.advance(10);
    await rig.seatReady(li);
    const idleSince = atMaya.presence().since;
    await rig.hangUp(await rig.callIn());
    expect(atMaya.presence()).toEqual({ state: 'ready', since: idleSince });
    expect(atMaya.screen.of('contactGone').at(-1)?.outcome).toBe('callerGaveUp');
    const next = await rig.callIn();
    expect(rig.offerTo(atMaya).callId).toBe(next);
  });

  test('OFFER-8 an accepted offer whose leg never comes is unreachable after five seconds', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.callIn();
    await atMaya.do({ do: 'offer.accept', ...rig.offerTo(atMaya) });
    await rig.advance(seconds(5));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'unreachable' });
  });

  test('OFFER-8 an accepted offer is joined as soon as the leg is up', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await atMaya.do({ do: 'offer.accept', ...rig.offerTo(atMaya) });
    await rig.advance(seconds(2));
    await rig.legUp(callId);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
    await rig.advance(seconds(30));
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
  });

  test('OFFER-9 a desk phone that is picked up has accepted', async () => {
    const rig = await openRig();
    const phone = 'maya-phone' as never;
    const grant = {
      stationId: phone,
      agentId: maya.agentId,
      media: 'rtp',
      ha1Sha256: '',
      ha1Md5: '',
    } as const;
    await rig.store.commit([
      { put: 'stationGrant', grant: { ...grant, expiresAt: Number.MAX_SAFE_INTEGER } },
    ]);
    const atMaya = await rig.enter(maya);
    await rig.happens({ type: 'stationUp', stationId: phone });
    await atMaya.do({ do: 'presence.ready' });
    const callId = await rig.callIn();
    await rig.legUp(callId);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
  });

  test('CALL-3 a caller who was let pass by everybody keeps their place before later ones', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const first = await rig.callIn();
    await rig.advance(100);
    await rig.callIn();
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    await atMaya.do({ do: 'presence.ready' });
    expect(rig.offerTo(atMaya).callId).toBe(first);
  });
});

describe('a call that arrives', () => {
  test('CALL-1 a number that is nobody’s is refused', async () => {
    const rig = await openRig();
    const callId = await rig.callIn({ to: '9999' });
    expect(rig.telephony.asked.filter((one) => one.callId === callId)).toMatchObject([
      { ask: 'refuse', why: 'unknownNumber' },
    ]);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'refused' });
    expect(await rig.store.liveCallStreams()).toEqual([]);
  });

  test('CALL-1 a number of ours is found however the trunk writes it', async () => {
    const rig = await openRig();
    const callId = await rig.callIn({ to: '0800-111-222' });
    expect(rig.telephony.asksOf(callId)).toEqual(['admit']);
  });

  test('CALL-1 a full queue is busy', async () => {
    const rig = await openRig();
    for (let count = 0; count < 2; count += 1) await rig.callIn({ to: 'billing' });
    const third = await rig.callIn({ to: 'billing' });
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'refuse', callId: third, why: 'busy' });
  });

  test('CALL-1 a line that rings until an agent answers is not answered at once', async () => {
    const rig = await openRig();
    await rig.callIn({ to: 'billing' });
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'admit', answer: 'withAgent', greeting: null });
  });

  test('CALL-5 a caller who hangs up while being recognised is abandoned, and nobody is rung', async () => {
    const rig = await openRig();
    await rig.seatReady(maya);
    const callId = 'call-0001' as never;
    const calling = rig.callIn();
    await Promise.all([calling, rig.hangUp(callId)]);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'abandoned', endedBy: 'caller' });
    expect(rig.telephony.asksOf(callId).at(-1)).toBe('release');
  });

  test('CALL-10 a caller who gives up in the queue is abandoned with their wait', async () => {
    const rig = await openRig();
    const callId = await rig.callIn();
    await rig.advance(seconds(42));
    await rig.hangUp(callId);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'abandoned', waitMs: seconds(42) });
    expect(await rig.store.liveCallStreams()).toEqual([]);
  });

  test('every consequence that was carried out is marked so', async () => {
    const rig = await openRig();
    await rig.hangUp(await rig.callIn());
    await rig.advance(seconds(1));
    expect(await rig.store.pendingConsequences()).toEqual([]);
  });
});
