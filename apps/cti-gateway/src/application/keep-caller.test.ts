import { seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { li, maya } from '../testing/cast.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

/** The page reloads: leg, station and socket go, and come back. */
async function leave(
  rig: Rig,
  agent: SeatedAgent,
  callId: Awaited<ReturnType<Rig['callIn']>>,
): Promise<void> {
  await rig.loseLeg(callId);
  await rig.happens({ type: 'stationDown', stationId: agent.stationId });
  agent.desk.close();
}

async function comeBack(rig: Rig, agent: SeatedAgent): Promise<SeatedAgent> {
  const again = await rig.visit(agent.agentId, { token: agent.token, stationId: agent.stationId });
  await rig.happens({ type: 'stationUp', stationId: agent.stationId });
  return again;
}

async function talking(rig: Rig) {
  const atMaya = await rig.seatReady(maya);
  const callId = await rig.callIn();
  await rig.answer(atMaya);
  return { atMaya, callId };
}

describe('losing the page is not losing the call', () => {
  test('CALL-8 the caller is kept and the agent is put back without doing anything', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await leave(rig, atMaya, callId);
    expect(rig.telephony.asksOf(callId).at(-1)).toBe('park');
    const again = await comeBack(rig, atMaya);
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'offer', callId, resume: true });
    await rig.legUp(callId);
    expect(rig.telephony.asksOf(callId).at(-1)).toBe('connect');
    expect(again.screen.lastContact().state.is).toBe('talking');
  });

  test('POP-3 a desk that was reloaded in the middle of a call shows the contact with its pop', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await leave(rig, atMaya, callId);
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]?.contacts).toMatchObject([
      { callId, state: { is: 'reconnecting' }, pop: { match: { kind: 'known' } } },
    ]);
  });

  test('CALL-8 a caller who was on hold is on hold again', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await atMaya.do({ do: 'call.hold', callId });
    await leave(rig, atMaya, callId);
    const again = await comeBack(rig, atMaya);
    await rig.legUp(callId);
    expect(rig.telephony.asksOf(callId).slice(-2)).toEqual(['connect', 'hold']);
    expect(again.screen.lastContact().state.is).toBe('held');
  });

  test('CALL-8 a leg that is lost while the station stays is offered again', async () => {
    const rig = await openRig();
    const { callId } = await talking(rig);
    await rig.loseLeg(callId);
    await rig.advance(seconds(2));
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'offer', callId, resume: true });
  });

  test('CALL-9 after the grace time another agent gets the caller with all that is known', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await rig.advance(seconds(30));
    const atLi = await rig.seatReady(li);
    await leave(rig, atMaya, callId);
    await rig.advance(seconds(20));
    expect(rig.offerTo(atLi).callId).toBe(callId);
    expect(atLi.screen.lastContact().pop.match.kind).toBe('known');
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]).toMatchObject({
      contacts: [],
      presence: { state: 'notReady', reason: 'connectionLost' },
    });
  });

  test('CALL-9 a caller put back is served before those who came later', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await rig.advance(seconds(1));
    await rig.callIn();
    await leave(rig, atMaya, callId);
    await rig.advance(seconds(20));
    const atLi = await rig.seatReady(li);
    expect(rig.offerTo(atLi).callId).toBe(callId);
  });

  test('CALL-10 a caller who hangs up meanwhile leaves the agent their wrap-up', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await leave(rig, atMaya, callId);
    await rig.hangUp(callId);
    const again = await comeBack(rig, atMaya);
    expect(again.screen.snapshots[0]?.contacts).toMatchObject([
      { callId, state: { is: 'wrapUp', endedBy: 'caller' } },
    ]);
  });

  test('CALL-12 fix my audio offers the leg anew at once', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    const before = rig.telephony.lastLeg(callId);
    await atMaya.do({ do: 'call.repairAudio', callId });
    expect(rig.telephony.asksOf(callId).slice(-3)).toEqual(['park', 'drop', 'offer']);
    expect(rig.telephony.lastLeg(callId)).not.toBe(before);
    await rig.happens({
      type: 'connectionCleared',
      callId,
      legId: before,
      party: 'agent',
      by: 'gateway',
      cause: 'normal',
    });
    await rig.legUp(callId);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
  });

  test('CALL-13 a desktop whose leg says goodbye has reloaded, not hung up', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    const legId = rig.telephony.lastLeg(callId);
    await rig.happens({
      type: 'connectionCleared',
      callId,
      legId,
      party: 'agent',
      by: 'agent',
      cause: 'normal',
    });
    expect(atMaya.screen.lastContact().state.is).toBe('reconnecting');
  });
});
