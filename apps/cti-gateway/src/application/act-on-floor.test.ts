import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { callStream } from '../domain/call/call-stream.ts';
import { billing, chensNumber, li, maya, noor, nobodysNumber, service } from '../testing/cast.ts';
import { ines, seat } from '../testing/in-charge.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

/** Mr Okafor waits in Service, 陳大文 behind him; Noor and Ines are in charge, and nobody is ready. */
async function twoWait() {
  const rig = await openRig();
  const okafor = await rig.callIn();
  await rig.advance(seconds(10));
  const chen = await rig.callIn({ from: chensNumber });
  return { rig, okafor, chen, noor: await seat(rig, noor), ines: await seat(rig, ines) };
}

const visits = ({ store }: Rig) => store.queueVisits(0, Number.MAX_SAFE_INTEGER);
const nowServed = (agent: SeatedAgent) => agent.screen.lastContact().callId;

describe('Noor and the callers who wait', () => {
  test('SUP-14 another queue, the same place, and the wait before counts as flowed out', async () => {
    const { rig, okafor, noor: noors } = await twoWait();
    const ahead = await rig.callIn({ from: nobodysNumber, to: 'billing' });
    await rig.advance(seconds(1));
    await noors.do({ do: 'floor.moveCall', callId: okafor, queueId: billing });
    const lis = await rig.seatReady(li);
    expect(nowServed(lis)).toBe(okafor);
    expect(nowServed(lis)).not.toBe(ahead);
    expect(lis.screen.lastContact()).toMatchObject({ queueId: billing });
    expect(await visits(rig)).toMatchObject([{ callId: okafor, queueId: service, end: 'flowedOut' }]);
  });

  test('SUP-14 a caller who is being rung through is taken back first, and the agent has missed nothing', async () => {
    const { rig, okafor, noor: noors } = await twoWait();
    const mayas = await rig.seatReady(maya);
    expect(nowServed(mayas)).toBe(okafor);
    await noors.do({ do: 'floor.moveCall', callId: okafor, queueId: billing });
    expect(mayas.screen.of('contactGone')[0]).toMatchObject({ callId: okafor, outcome: 'withdrawn' });
    expect(mayas.presence()).toMatchObject({ state: 'reserved' });
  });

  test('SUP-14 not to a queue that does not exist, nor somebody who talks', async () => {
    const { rig, okafor, noor: noors } = await twoWait();
    const nowhere = asId<'queue'>('nowhere');
    expect(await noors.try({ do: 'floor.moveCall', callId: okafor, queueId: nowhere })).toMatchObject({
      refusal: { problem: 'unknownQueue' },
    });
    await rig.answer(await rig.seatReady(maya));
    expect(await noors.try({ do: 'floor.moveCall', callId: okafor, queueId: billing })).toMatchObject({
      refusal: { problem: 'notPossibleNow' },
    });
  });

  test('SUP-15 points by hand put 陳大文 first, and stand in the reason that is recorded', async () => {
    const { rig, chen, noor: noors } = await twoWait();
    await noors.do({ do: 'floor.prioritise', callId: chen, points: 5, reason: 'gas leak' });
    const mayas = await rig.seatReady(maya);
    expect(nowServed(mayas)).toBe(chen);
    const bodies = (await rig.store.events(callStream(chen))).map(({ body }) => body);
    expect(bodies).toContainEqual(
      expect.objectContaining({ type: 'CallPrioritised', points: 5, reason: 'gas leak', by: 'noor' }),
    );
    const term = { for: 'supervisor', points: 5 };
    expect(bodies).toContainEqual(
      expect.objectContaining({
        type: 'CallOffered',
        why: expect.objectContaining({ points: { total: 5, terms: [term] } }),
      }),
    );
  });

  test('SUP-15 points given again replace those given before, also downwards', async () => {
    const { rig, okafor, chen, noor: noors } = await twoWait();
    await noors.do({ do: 'floor.prioritise', callId: chen, points: 5, reason: 'gas leak' });
    await noors.do({ do: 'floor.prioritise', callId: chen, points: -1, reason: 'no leak after all' });
    expect(nowServed(await rig.seatReady(maya))).toBe(okafor);
  });

  test('SUP-16 Li is ready: she is rung at once, though Maya’s turn it was', async () => {
    const { rig, okafor, chen, noor: noors } = await twoWait();
    await rig.hangUp(okafor);
    await noors.do({ do: 'floor.sendTo', callId: chen, agentId: asId('noor'), withinSeconds: 600 });
    const mayas = await rig.seatReady(maya);
    const lis = await rig.seatReady(li);
    expect(mayas.presence()).toMatchObject({ state: 'ready' });
    await noors.do({ do: 'floor.sendTo', callId: chen, agentId: lis.agentId, withinSeconds: 120 });
    expect(nowServed(lis)).toBe(chen);
    expect(mayas.presence()).toMatchObject({ state: 'ready' });
  });

  test('SUP-16 Li is busy: the caller is kept for her until the time is over, also over a restart', async () => {
    const { rig, okafor, chen, noor: noors } = await twoWait();
    await rig.hangUp(okafor);
    const lis = await rig.enter(li);
    await noors.do({ do: 'floor.sendTo', callId: chen, agentId: lis.agentId, withinSeconds: 60 });
    const legId = asId<'leg'>(`${chen}-customer`);
    await rig.happens({ type: 'legRecord', callId: chen, legId, record: '{}' });
    await rig.restart([chen]);
    const mayas = await rig.seatReady(maya);
    expect(mayas.presence()).toMatchObject({ state: 'ready' });
    await rig.advance(seconds(59));
    expect(mayas.presence()).toMatchObject({ state: 'ready' });
    await rig.advance(seconds(1));
    expect(nowServed(mayas)).toBe(chen);
  });

  test('SUP-16 Li declines: she is waited for no longer', async () => {
    const { rig, okafor, chen, noor: noors } = await twoWait();
    await rig.hangUp(okafor);
    const lis = await seat(rig, li);
    await noors.do({ do: 'floor.sendTo', callId: chen, agentId: lis.agentId, withinSeconds: 600 });
    const mayas = await rig.seatReady(maya);
    await lis.do({ do: 'presence.ready' });
    await lis.do({ do: 'offer.decline', ...rig.offerTo(lis) });
    expect(nowServed(mayas)).toBe(chen);
  });

  test('SUP-16 nobody is kept for somebody who is not there', async () => {
    const { chen, noor: noors } = await twoWait();
    const send = { do: 'floor.sendTo', callId: chen, withinSeconds: 60 } as const;
    expect(await noors.try({ ...send, agentId: li.agentId })).toMatchObject({
      refusal: { problem: 'agentIsAway' },
    });
    expect(await noors.try({ ...send, agentId: asId('nobody') })).toMatchObject({
      refusal: { problem: 'unknownAgent' },
    });
  });

  test('SUP-20 what Noor has just done Ines can’t undo unseen; after five seconds she can', async () => {
    const { rig, okafor, noor: noors, ines: ineses } = await twoWait();
    await noors.do({ do: 'floor.moveCall', callId: okafor, queueId: billing });
    const back = { do: 'floor.moveCall', callId: okafor, queueId: service } as const;
    expect(await ineses.try(back)).toMatchObject({ refusal: { problem: 'someoneWasFirst', by: 'Noor' } });
    await noors.do({ do: 'floor.prioritise', callId: okafor, points: 3, reason: 'waits long' });
    await rig.advance(seconds(5));
    await ineses.do(back);
  });

  test('SUP-21 an agent may do none of it', async () => {
    const { rig, okafor } = await twoWait();
    const mayas = await seat(rig, maya);
    for (const command of [
      { do: 'floor.moveCall', callId: okafor, queueId: billing },
      { do: 'floor.prioritise', callId: okafor, points: 1, reason: 'mine' },
      { do: 'floor.sendTo', callId: okafor, agentId: maya.agentId, withinSeconds: 60 },
      { do: 'floor.setPresence', agentId: li.agentId, reason: null },
      { do: 'floor.signOutAgent', agentId: li.agentId },
      { do: 'message.send', to: { kind: 'all' }, priority: 'low', text: 'hello' },
      { do: 'hand.take', callId: okafor },
    ] as const)
      expect(await mayas.try(command)).toMatchObject({ refusal: { problem: 'notAllowed' } });
  });
});

describe('Noor and the agents', () => {
  test('SUP-17 Maya is Not ready at once, in a call once it is over; Noor’s name stands there', async () => {
    const { rig, noor: noors } = await twoWait();
    const mayas = await seat(rig, maya);
    await noors.do({ do: 'floor.setPresence', agentId: mayas.agentId, reason: null });
    await rig.answer(mayas);
    await noors.do({ do: 'floor.setPresence', agentId: mayas.agentId, reason: 'lunch' });
    expect(mayas.presence()).toMatchObject({ state: 'onCall', next: 'lunch', nextBy: 'Noor' });
  });

  test('SUP-17 a reason must be one of the centre’s', async () => {
    const { rig, noor: noors } = await twoWait();
    const mayas = await seat(rig, maya);
    const set = { do: 'floor.setPresence', agentId: mayas.agentId } as const;
    expect(await noors.try({ ...set, reason: 'sulking' })).toMatchObject({
      refusal: { problem: 'unknownReason' },
    });
    await noors.do({ ...set, reason: 'forcedBySupervisor' });
    expect(mayas.presence()).toMatchObject({ reason: 'forcedBySupervisor', by: 'Noor' });
  });

  test('SUP-18 Maya’s page is gone: she is signed out, and her station is free', async () => {
    const { rig, noor: noors } = await twoWait();
    const mayas = await seat(rig, maya);
    const out = { do: 'floor.signOutAgent', agentId: mayas.agentId } as const;
    expect(await noors.try(out)).toMatchObject({ refusal: { problem: 'agentIsThere' } });
    mayas.desk.close();
    await noors.do(out);
    expect(rig.telephony.evicted).toContain(mayas.stationId);
    expect(await noors.try(out)).toMatchObject({ refusal: { problem: 'agentIsAway' } });
    await expect(rig.visit(maya.agentId, { token: mayas.token })).rejects.toThrow('notSignedIn');
    expect((await rig.enter(maya)).presence()).toMatchObject({ reason: 'signedIn' });
  });

  test('SUP-18 her caller, who hears comfort tone, goes back to the queue at once', async () => {
    const { rig, okafor, noor: noors } = await twoWait();
    const mayas = await rig.seatReady(maya);
    await rig.answer(mayas);
    mayas.desk.close();
    const out = { do: 'floor.signOutAgent', agentId: mayas.agentId } as const;
    // the page is gone, the voice is not
    expect(await noors.try(out)).toMatchObject({ refusal: { problem: 'agentIsThere' } });
    await rig.happens({ type: 'stationDown', stationId: mayas.stationId });
    await rig.loseLeg(okafor);
    await noors.do(out);
    const lis = await rig.seatReady(li);
    expect(nowServed(lis)).toBe(okafor);
    await rig.advance(minutes(1));
    expect((await rig.store.presences()).find(({ agentId }) => agentId === maya.agentId)).toMatchObject({
      presence: { state: 'signedOut' },
    });
  });
});
