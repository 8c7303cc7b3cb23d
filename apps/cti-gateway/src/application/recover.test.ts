import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { CallId } from '@ringside/shared/model/ids';
import { li, maya } from '../testing/cast.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const keepLeg = (rig: Rig, callId: CallId) =>
  rig.happens({ type: 'legRecord', callId, legId: `${callId}-customer` as never, record: '{}' });

async function comeBack(rig: Rig, agent: SeatedAgent): Promise<SeatedAgent> {
  const again = await rig.visit(agent.agentId, { token: agent.token, stationId: agent.stationId });
  await rig.happens({ type: 'stationUp', stationId: agent.stationId });
  return again;
}

describe('after a restart', () => {
  test('RECOVER-3 callers who were waiting are served in their old order', async () => {
    const rig = await openRig();
    const first = await rig.callIn();
    await rig.advance(seconds(5));
    const second = await rig.callIn();
    for (const callId of [second, first]) await keepLeg(rig, callId);
    await rig.restart([first, second]);
    const atMaya = await rig.seatReady(maya);
    expect(rig.offerTo(atMaya).callId).toBe(first);
    expect(atMaya.screen.lastContact().pop.match.kind).toBe('known');
  });

  test('RECOVER-3 a leg is on the disk as soon as it lives', async () => {
    const rig = await openRig();
    const callId = await rig.callIn();
    await keepLeg(rig, callId);
    expect(await rig.store.legRecords()).toMatchObject([{ callId }]);
  });

  test('RECOVER-2 a caller whose leg did not survive has failed, and waits for nobody', async () => {
    const rig = await openRig();
    const callId = await rig.callIn();
    await rig.restart([]);
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'failed', endedBy: 'gateway' });
    expect(await rig.store.liveCallStreams()).toEqual([]);
  });

  test('RECOVER-2 an agent who had talked gets wrap-up', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await rig.restart([]);
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]).toMatchObject({ presence: { state: 'wrapUp', callId } });
  });

  test('RECOVER-3 an open offer is withdrawn and made again', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await keepLeg(rig, callId);
    await rig.restart([callId]);
    const again = await comeBack(rig, atMaya);
    expect(rig.offerTo(again).callId).toBe(callId);
    expect(await again.ask({ ask: 'call.list', before: null })).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ offer: 'withdrawn' })]),
    });
  });

  test('RECOVER-4 a conversation goes on when the station is back', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await keepLeg(rig, callId);
    await rig.restart([callId]);
    const again = await comeBack(rig, atMaya);
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'offer', callId, resume: true });
    await rig.legUp(callId);
    expect(again.screen.lastContact().state.is).toBe('talking');
  });

  test('RECOVER-4 a caller whose agent does not come back goes to another', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await keepLeg(rig, callId);
    await rig.restart([callId]);
    await rig.advance(seconds(20));
    const atLi = await rig.seatReady(li);
    expect(rig.offerTo(atLi).callId).toBe(callId);
  });

  test('RECOVER-5 a call that was ended and not yet let go is let go', async () => {
    const rig = await openRig();
    const callId = await rig.callIn();
    await keepLeg(rig, callId);
    rig.telephony.release = () => new Promise(() => {});
    await rig.hangUp(callId);
    await rig.restart([callId]);
    expect(rig.telephony.asksOf(callId)).toContain('release');
  });

  test('RECOVER-6 a wrap-up whose end passed while the gateway was away ends at once', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await rig.hangUp(callId);
    await rig.gateway.stop();
    rig.clock.advance(minutes(5));
    await rig.restart([]);
    await rig.advance(1);
    expect(await rig.store.call(callId)).toMatchObject({ disposition: 'notRecorded' });
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]?.presence.state).toBe('ready');
    expect(await rig.store.nextDeadlineAt()).toBeNull();
  });

  test('RECOVER-4 legs that go away because the gateway stops are not the callers’ doing', async () => {
    const rig = await openRig();
    const callId = await rig.callIn();
    await keepLeg(rig, callId);
    await rig.gateway.stop();
    await rig.hangUp(callId);
    await rig.restart([callId]);
    const atMaya = await rig.seatReady(maya);
    expect(rig.offerTo(atMaya).callId).toBe(callId);
  });

  test('PRES-8 a pause and its reason are still there', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await rig.restart([]);
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]?.presence).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('PRES-6 an agent who was Ready and does not come back is Not ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.restart([]);
    await rig.advance(seconds(20));
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]?.presence).toMatchObject({
      state: 'notReady',
      reason: 'connectionLost',
    });
  });
});
