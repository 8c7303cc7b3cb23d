import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { callPath } from '@ringside/shared/protocol/call-path';
import { describe, expect, test } from 'vitest';
import type { Queue } from '../domain/centre/queue.ts';
import type { CallEventOf } from '../domain/call/call-event.ts';
import { callStream } from '../domain/call/call-stream.ts';
import {
  centre,
  chen,
  chensNumber,
  li,
  maya,
  nobodysNumber,
  noor,
  okafor,
  okaforsNumber,
} from '../testing/cast.ts';
import { openRig } from '../testing/rig.ts';

type Rig = Awaited<ReturnType<typeof openRig>>;

/** The cast's centre, with the service queue as the test says. */
const queueWith = (service: Partial<Queue>) => ({
  centre: { queues: centre.queues.map((one) => (one.queueId === 'service' ? { ...one, ...service } : one)) },
});
const points = (mvc: number): Queue['priority'] => ({
  tiers: { mvc, mgc: 0, standard: 0, bz: 0 },
  unknown: 0,
  openComplaint: 0,
  abandonedBefore: 1,
  hotlines: {},
});

/** Mr Chen is one of the most valuable customers, and Li looks after him. */
const asMostValuable = (rig: Rig) =>
  rig.store.commit([
    { put: 'customer', customer: { ...chen, version: 2, ownerId: li.agentId } },
    { put: 'tiers', tiers: [{ customerId: chen.customerId, tier: { ...chen.tier, tier: 'mvc' } }] },
  ]);

async function offersOf(rig: Rig, callId: CallId): Promise<readonly CallEventOf<'CallOffered'>[]> {
  const events = await rig.store.events(callStream(callId));
  return events
    .map(({ body }) => body as CallEventOf<'CallOffered'>)
    .filter(({ type }) => type === 'CallOffered');
}

describe('the line of callers', () => {
  test('ACD-11 a most valuable customer comes before who came two minutes earlier, and the reason is kept', async () => {
    const rig = await openRig(queueWith({ priority: points(3) }));
    await asMostValuable(rig);
    const first = await rig.callIn({ from: okaforsNumber });
    await rig.advance(minutes(2));
    const valuable = await rig.callIn({ from: chensNumber });
    await rig.seatReady(maya);
    expect(await offersOf(rig, first)).toEqual([]);
    expect((await offersOf(rig, valuable))[0]?.why).toMatchObject({
      points: { total: 3, terms: [{ for: 'tier', points: 3 }] },
      place: 1,
      inLine: 2,
      chosen: 'onlyOne',
    });
  });

  test('ACD-11 the place is decided alike after a restart, though the customer’s tier has changed since', async () => {
    const rig = await openRig(queueWith({ priority: points(3) }));
    await asMostValuable(rig);
    const first = await rig.callIn({ from: okaforsNumber });
    await rig.advance(minutes(2));
    const valuable = await rig.callIn({ from: chensNumber });
    await rig.store.commit([{ put: 'tiers', tiers: [{ customerId: chen.customerId, tier: chen.tier }] }]);
    for (const callId of [first, valuable])
      await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: '{}' });
    await rig.restart([first, valuable]);
    await rig.seatReady(maya);
    expect(await offersOf(rig, first)).toEqual([]);
    expect(await offersOf(rig, valuable)).toHaveLength(1);
  });

  test('ACD-11 who gave up twice within the hour comes before who came a minute earlier, known or not', async () => {
    for (const number of [nobodysNumber, chensNumber]) {
      const rig = await openRig(queueWith({ priority: points(0) }));
      for (let times = 0; times < 2; times += 1) {
        const givenUp = await rig.callIn({ from: number });
        await rig.advance(seconds(10));
        await rig.hangUp(givenUp);
      }
      await rig.callIn({ from: okaforsNumber });
      await rig.advance(minutes(1));
      const again = await rig.callIn({ from: number });
      await rig.seatReady(maya);
      expect((await offersOf(rig, again))[0]?.why?.points.terms).toEqual([
        { for: 'abandonedBefore', points: 2 },
      ]);
    }
  });

  test('ACD-12 the guaranteed wait holds against a most valuable customer', async () => {
    const rig = await openRig(queueWith({ priority: points(30), guaranteedWait: minutes(5) }));
    await asMostValuable(rig);
    const first = await rig.callIn({ from: okaforsNumber });
    await rig.advance(minutes(5));
    await rig.callIn({ from: chensNumber });
    await rig.seatReady(maya);
    expect((await offersOf(rig, first))[0]?.why?.guarantee).toBe('decided');
  });
});

describe('rings and preferred agents', () => {
  test('ACD-13 a ring opens by itself when its time has come', async () => {
    const expert = { skills: [{ skillId: asId<'skill'>('english'), level: 5 }] };
    const rings = [{ after: seconds(40), skills: [{ skillId: asId<'skill'>('english'), level: 1 }] }];
    const rig = await openRig(queueWith({ ...expert, rings }));
    await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.advance(seconds(39));
    expect(await offersOf(rig, callId)).toEqual([]);
    await rig.advance(seconds(1));
    expect((await offersOf(rig, callId))[0]?.why).toMatchObject({ ring: 1, notEarlier: { why: 'ring' } });
  });

  test('ACD-15 who looks after the customer is rung, though Maya has waited longer for a call', async () => {
    const rig = await openRig(queueWith({ preferredAgent: { who: 'ownerThenLast', waitFor: 0 } }));
    await asMostValuable(rig);
    await rig.seatReady(maya);
    await rig.advance(seconds(30));
    await rig.seatReady(li);
    const callId = await rig.callIn({ from: chensNumber });
    expect(await offersOf(rig, callId)).toMatchObject([
      { agentId: li.agentId, why: { chosen: 'preferredAgent' } },
    ]);
  });

  test('ACD-15 who spoke with the customer last is rung when nobody looks after them', async () => {
    const rig = await openRig(queueWith({ preferredAgent: { who: 'ownerThenLast', waitFor: 0 } }));
    const atLi = await rig.seatReady(li);
    await rig.callIn({ from: okaforsNumber });
    const before = await rig.answer(atLi);
    await rig.seatReady(maya);
    await rig.hangUp(before);
    await rig.advance(minutes(2));
    const callId = await rig.callIn({ from: okaforsNumber });
    expect((await offersOf(rig, callId))[0]?.why?.preferred).toEqual({
      who: 'last',
      agentId: li.agentId,
      outcome: 'taken',
    });
  });

  test('ACD-16 a caller is kept for the owner who closes a contact, and given to Maya when the time is over', async () => {
    const rig = await openRig(
      queueWith({ preferredAgent: { who: 'owner', waitFor: seconds(20) }, wrapUpFor: minutes(5) }),
    );
    await asMostValuable(rig);
    const atLi = await rig.seatReady(li);
    await rig.callIn({ from: okaforsNumber });
    const before = await rig.answer(atLi);
    await rig.hangUp(before);
    expect(atLi.presence().state).toBe('wrapUp');
    await rig.seatReady(maya);
    const callId = await rig.callIn({ from: chensNumber });
    await rig.advance(seconds(19));
    expect(await offersOf(rig, callId)).toEqual([]);
    await rig.advance(seconds(1));
    expect(await offersOf(rig, callId)).toMatchObject([
      {
        agentId: maya.agentId,
        why: { preferred: { outcome: 'notInTime' }, notEarlier: { why: 'preferredAgent' } },
      },
    ]);
  });
});

describe('asking why', () => {
  const explained = async (by: Awaited<ReturnType<Rig['seatReady']>>, callId: CallId) => {
    const answer = await by.ask({ ask: 'call.explain', callId });
    return answer.ok ? callPath.parse(answer.value) : answer.refusal.problem;
  };

  test('ACD-21 tells what happened to a call: an offer that was missed, the next one, the answer', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.advance(seconds(1));
    await rig.legUp(callId);
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    const atLi = await rig.seatReady(li);
    await rig.answer(atLi);
    const path = await explained(atLi, callId);
    if (typeof path === 'string') throw new Error(path);
    expect(path.customerName).toBe(okafor.name.written);
    expect(
      path.steps.map((step) => [
        step.is,
        'agentName' in step ? step.agentName : '',
        'outcome' in step ? step.outcome : '',
      ]),
    ).toEqual([
      ['arrived', '', ''],
      ['queued', '', ''],
      ['offered', 'Maya', 'declined'],
      ['offered', 'Li', 'accepted'],
      ['answered', 'Li', ''],
    ]);
  });

  test('ACD-21 agents may ask about calls they had to do with, supervisors about any', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    const atLi = await rig.seatReady(li);
    const atNoor = await rig.enter(noor);
    expect(await explained(atMaya, callId)).toMatchObject({ callId });
    expect(await explained(atLi, callId)).toBe('notYourCall');
    expect(await explained(atNoor, callId)).toMatchObject({ callId });
    expect(await explained(atNoor, asId('call-nobody'))).toBe('unknownCall');
  });
});
