import { asId } from '@ringside/shared/model/ids';
import type { CallId, LegId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { maya, okafor, okaforsNumber } from '../testing/cast.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig, testSettings } from '../testing/rig.ts';

const dial = (number: string = okaforsNumber) =>
  ({ do: 'call.dial', number, customerId: null, taskId: null }) as const;
const customerLeg = (rig: Rig) => rig.telephony.asked.find(({ ask }) => ask === 'dial')?.['legId'] as LegId;

async function dialling(rig: Rig): Promise<{ atMaya: SeatedAgent; callId: CallId }> {
  const atMaya = await rig.seatReady(maya);
  const { callId } = (await atMaya.do(dial())) as { callId: CallId };
  return { atMaya, callId };
}

describe('calling a customer', () => {
  test('DIAL-1 rings the customer, takes the agent’s leg up silently, and joins them', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await dialling(rig);
    expect(rig.telephony.asked).toMatchObject([
      { ask: 'dial', number: okaforsNumber, presented: '+886800111222' },
      { ask: 'offer', resume: true },
    ]);
    expect(atMaya.screen.lastContact()).toMatchObject({
      direction: 'outbound',
      state: { is: 'dialling' },
      pop: { match: { kind: 'known' } },
    });
    await rig.legUp(callId);
    await rig.happens({ type: 'established', callId, legId: customerLeg(rig) });
    expect(rig.telephony.asksOf(callId)).toEqual(['dial', 'offer', 'connect']);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
  });

  test('DIAL-1 a customer who answers before the agent’s leg is up is joined when it is', async () => {
    const rig = await openRig();
    const { callId } = await dialling(rig);
    await rig.happens({ type: 'established', callId, legId: customerLeg(rig) });
    await rig.legUp(callId);
    expect(rig.telephony.asksOf(callId)).toEqual(['dial', 'offer', 'connect']);
  });

  test.each([
    ['what is no number', 'hello', 'wrongNumber'],
    ['a number that is not allowed', '+19005550100', 'numberNotAllowed'],
  ])('DIAL-2 %s is refused', async (_, number, problem) => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    expect(await atMaya.try(dial(number))).toEqual({ ok: false, refusal: { problem } });
    expect(rig.telephony.asked).toEqual([]);
  });

  test('DIAL-2 without a trunk nobody is called', async () => {
    const rig = await openRig({ settings: { dialling: { ...testSettings.dialling, trunkId: null } } });
    const atMaya = await rig.seatReady(maya);
    expect(await atMaya.try(dial())).toEqual({ ok: false, refusal: { problem: 'noTrunk' } });
  });

  test('DIAL-1 without a station nobody is called', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try(dial())).toEqual({ ok: false, refusal: { problem: 'noStation' } });
  });

  test('CALL-4 an agent in a call can’t dial another', async () => {
    const rig = await openRig();
    const { atMaya } = await dialling(rig);
    expect(await atMaya.try(dial())).toEqual({ ok: false, refusal: { problem: 'notPossibleNow' } });
  });

  test('CALL-11 a customer who is busy leaves the agent a moment to note it', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await dialling(rig);
    await rig.happens({ type: 'failed', callId, legId: customerLeg(rig), cause: 'busy' });
    expect(atMaya.presence().state).toBe('wrapUp');
    await atMaya.do({ do: 'wrapUp.done', callId });
    expect(atMaya.presence().state).toBe('ready');
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'noAnswer', agentId: maya.agentId });
  });

  test('CALL-11 nobody rings for ever', async () => {
    const rig = await openRig();
    const { callId } = await dialling(rig);
    await rig.legUp(callId);
    await rig.advance(seconds(60));
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'noAnswer' });
    expect(rig.telephony.asksOf(callId).at(-1)).toBe('release');
  });

  test('CALL-9 a dialled call whose agent does not come back fails, for it has no queue', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await dialling(rig);
    await rig.legUp(callId);
    await rig.happens({ type: 'established', callId, legId: customerLeg(rig) });
    await rig.loseLeg(callId);
    await rig.happens({ type: 'stationDown', stationId: atMaya.stationId });
    await rig.advance(seconds(20));
    expect(await rig.store.call(callId)).toMatchObject({ outcome: 'failed' });
  });

  test('DIAL-1 a task that is another’s can’t be dialled for', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const { customerId } = okafor;
    const asked = await atMaya.try({
      do: 'call.dial',
      number: okaforsNumber,
      customerId,
      taskId: asId('no-such-task'),
    });
    expect(asked).toEqual({ ok: false, refusal: { problem: 'unknownTask' } });
  });
});
