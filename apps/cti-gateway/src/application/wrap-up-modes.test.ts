import { minutes, seconds } from '@ringside/shared/model/instant';
import { refuse } from '@ringside/shared/model/result';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import { describe, expect, test } from 'vitest';
import { centre, maya, okaforsNumber, service } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig, testSettings } from '../testing/rig.ts';

const solved = { disposition: 'solved', resolved: true, feeling: null, note: '' } as const;

/** Maya’s call with Mr Okafor is over, in a queue that is wrapped up in this mode. */
async function afterCall(wrapUpMode: WrapUpMode, dispositionNeeded = false) {
  const queues = centre.queues.map((queue) =>
    queue.queueId === service ? { ...queue, wrapUpMode, dispositionNeeded } : queue,
  );
  const rig = await openRig({ centre: { queues } });
  const atMaya = await rig.seatReady(maya);
  const callId = await rig.callIn();
  await rig.answer(atMaya);
  await rig.advance(seconds(90));
  await rig.hangUp(callId);
  return { rig, atMaya, callId };
}

describe('WRAP-5 the modes of wrap-up', () => {
  test('none: Maya is Ready at once', async () => {
    const { atMaya } = await afterCall('none');
    expect(atMaya.presence().state).toBe('ready');
  });

  test('optional: it lasts until Maya is done, and she need write nothing', async () => {
    const { rig, atMaya, callId } = await afterCall('optional', true);
    await rig.advance(minutes(60));
    expect(atMaya.presence()).toMatchObject({ state: 'wrapUp', until: null });
    expect(await atMaya.try({ do: 'wrapUp.extend', callId })).toEqual(refuse({ problem: 'notPossibleNow' }));
    await atMaya.do({ do: 'wrapUp.done', callId });
    expect(atMaya.presence().state).toBe('ready');
    expect(await rig.store.call(callId)).toMatchObject({ disposition: null, wrapUpMs: minutes(60) });
  });

  test('timedOptional: it ends by itself, unless Maya takes more time', async () => {
    const { rig, atMaya, callId } = await afterCall('timedOptional');
    await atMaya.do({ do: 'wrapUp.extend', callId });
    await rig.advance(minutes(2) - 1);
    expect(atMaya.presence().state).toBe('wrapUp');
    await rig.advance(1);
    expect(atMaya.presence().state).toBe('ready');
  });

  test('mandatory: it lasts until Maya has said how it ended', async () => {
    const { rig, atMaya, callId } = await afterCall('mandatory');
    await rig.advance(minutes(60));
    expect(await atMaya.try({ do: 'wrapUp.done', callId })).toEqual(
      refuse({ problem: 'dispositionMissing' }),
    );
    await atMaya.do({ do: 'wrapUp.dispose', callId, disposition: solved });
    await atMaya.do({ do: 'wrapUp.done', callId });
    expect(atMaya.presence().state).toBe('ready');
  });

  test('mandatoryTimed: it ends at its limit as not recorded, and can’t be made longer', async () => {
    const { rig, atMaya, callId } = await afterCall('mandatoryTimed');
    expect(await atMaya.try({ do: 'wrapUp.done', callId })).toEqual(
      refuse({ problem: 'dispositionMissing' }),
    );
    expect(await atMaya.try({ do: 'wrapUp.extend', callId })).toEqual(refuse({ problem: 'notPossibleNow' }));
    await rig.advance(minutes(1));
    expect(atMaya.presence().state).toBe('ready');
    expect(await rig.store.call(callId)).toMatchObject({ disposition: 'notRecorded' });
  });

  test('the desk is told which it is', async () => {
    const { atMaya } = await afterCall('mandatoryTimed');
    expect(atMaya.screen.lastContact().state).toMatchObject({
      is: 'wrapUp',
      mode: 'mandatoryTimed',
      dispositionNeeded: true,
    });
  });

  test('a wrap-up without a time goes on after a restart of the gateway, and is Maya’s to end', async () => {
    const { rig, atMaya, callId } = await afterCall('mandatory');
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token, stationId: atMaya.stationId });
    await rig.happens({ type: 'stationUp', stationId: again.stationId });
    expect(again.screen.snapshots.at(-1)?.contacts[0]?.state).toMatchObject({
      is: 'wrapUp',
      mode: 'mandatory',
    });
    await again.do({ do: 'wrapUp.dispose', callId, disposition: solved });
    await again.do({ do: 'wrapUp.done', callId });
    expect(again.presence().state).toBe('ready');
  });

  test('a call that Maya dialled is wrapped up as the settings say', async () => {
    const dialling = { ...testSettings.dialling, wrapUpMode: 'mandatory' as const };
    const rig: Rig = await openRig({ settings: { dialling } });
    const atMaya = await rig.seatReady(maya);
    const dial = { do: 'call.dial', number: okaforsNumber, customerId: null, taskId: null } as const;
    const { callId } = (await atMaya.do(dial)) as { callId: never };
    await atMaya.do({ do: 'call.end', callId });
    expect(atMaya.presence()).toMatchObject({ state: 'wrapUp', until: null });
    // nobody answered: there is nothing to say about it
    await atMaya.do({ do: 'wrapUp.done', callId });
    expect(atMaya.presence().state).toBe('ready');
  });
});
