import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { li, maya, okafor } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const solved = { disposition: 'solved', resolved: true, feeling: 'pleased', note: 'new hose sent' } as const;

async function wrappingUp(rig: Rig) {
  const atMaya = await rig.seatReady(maya);
  const callId = await rig.callIn();
  await rig.answer(atMaya);
  await rig.advance(seconds(90));
  await rig.hangUp(callId);
  return { atMaya, callId };
}

describe('wrap-up', () => {
  test('WRAP-2 can’t be left without the disposition the queue asks for', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await wrappingUp(rig);
    expect(await atMaya.try({ do: 'wrapUp.done', callId })).toEqual({
      ok: false,
      refusal: { problem: 'dispositionMissing' },
    });
  });

  test('WRAP-1 closes the contact, and the agent is ready again with their day counted', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await wrappingUp(rig);
    await atMaya.do({ do: 'wrapUp.dispose', callId, disposition: solved });
    await atMaya.do({ do: 'wrapUp.done', callId });
    expect(atMaya.presence().state).toBe('ready');
    expect(atMaya.screen.of('contactGone')).toEqual([{ what: 'contactGone', callId, outcome: null }]);
    expect(atMaya.screen.of('myDay').at(-1)?.myDay).toMatchObject({ handled: 1, resolved: 1, pleased: 1 });
    expect(atMaya.screen.of('customerChanged').at(-1)).toMatchObject({ customerId: okafor.customerId });
    expect(await rig.store.call(callId)).toMatchObject({
      disposition: 'solved',
      note: 'new hose sent',
      talkMs: seconds(90),
    });
    expect(await rig.store.liveCallStreams()).toEqual([]);
  });

  test('WRAP-1 a disposition must be one of the centre’s', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await wrappingUp(rig);
    const disposition = { ...solved, disposition: 'whatever' };
    expect(await atMaya.try({ do: 'wrapUp.dispose', callId, disposition })).toEqual({
      ok: false,
      refusal: { problem: 'unknownDisposition' },
    });
  });

  test('WRAP-3 ends at its deadline, not before', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await wrappingUp(rig);
    await rig.advance(minutes(1) - 1);
    expect(atMaya.presence()).toMatchObject({ state: 'wrapUp', callId });
    await rig.advance(1);
    expect(atMaya.presence().state).toBe('ready');
    expect(await rig.store.call(callId)).toMatchObject({ disposition: 'notRecorded' });
  });

  test('WRAP-4 extended twice ends two minutes later', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await wrappingUp(rig);
    for (let press = 0; press < 2; press += 1) await atMaya.do({ do: 'wrapUp.extend', callId });
    await rig.advance(minutes(3) - 1);
    expect(atMaya.presence().state).toBe('wrapUp');
    await rig.advance(1);
    expect(atMaya.presence().state).toBe('ready');
  });

  test('PRES-2 the state chosen during the call is where wrap-up leads', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await atMaya.do({ do: 'presence.next', reason: 'lunch' });
    await rig.hangUp(callId);
    await rig.advance(minutes(1));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('WRAP-3 a queue without wrap-up makes the agent ready at once', async () => {
    const rig = await openRig();
    const atLi = await rig.seatReady(li);
    const callId = await rig.callIn({ to: 'billing' });
    await rig.answer(atLi);
    await rig.hangUp(callId);
    expect(atLi.presence().state).toBe('ready');
  });

  test('CALL-10 the agent who hangs up is the one who let go', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await atMaya.do({ do: 'call.end', callId });
    expect(rig.telephony.asksOf(callId).at(-1)).toBe('release');
    expect(atMaya.screen.lastContact().state).toMatchObject({ is: 'wrapUp', endedBy: 'agent' });
  });

  test('CALL-7 keys of the caller are shown and written nowhere', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    for (const digit of '4111111111111111') {
      await rig.happens({ type: 'digitsGenerated', callId, legId: `${callId}-customer` as never, digit });
    }
    expect(atMaya.screen.lastContact().digits).toBe('4111111111111111');
    await rig.hangUp(callId);
    expect(JSON.stringify([rig.store.commits, rig.log.lines])).not.toContain('4111111');
  });

  test('CALL-6 holding twice asks the switch once', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    for (let press = 0; press < 2; press += 1) await atMaya.do({ do: 'call.hold', callId });
    expect(rig.telephony.asksOf(callId).filter((ask) => ask === 'hold')).toHaveLength(1);
  });
});
