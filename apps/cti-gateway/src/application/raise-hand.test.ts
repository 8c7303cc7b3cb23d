import { describe, expect, test } from 'vitest';
import { handsOf, openFloor, seatLi, supervisionOf, supervisorLegUp } from '../testing/in-charge.ts';

const raise = (callId: Awaited<ReturnType<typeof openFloor>>['callId']) =>
  ({ do: 'hand.raise', callId, reason: 'upsetCaller' }) as const;

describe('Maya raises a hand', () => {
  test('HELP-1 she and those in charge see it, with the reason', async () => {
    const { maya, noor, ines, callId } = await openFloor();
    await maya.do(raise(callId));
    for (const one of [noor, ines])
      expect(handsOf(one)).toMatchObject([
        { callId, agentName: 'Maya', who: 'Amara Okafor', reason: 'upsetCaller', takenBy: null },
      ]);
    expect(maya.screen.lastContact().hand).toMatchObject({ reason: 'upsetCaller', takenBy: null });
    expect(maya.screen.of('hands')).toEqual([]);
  });

  test('HELP-2 who signs in later sees it too, and agents see nobody else’s', async () => {
    const { rig, maya, noor, callId } = await openFloor();
    const li = await seatLi(rig);
    await maya.do(raise(callId));
    const again = await rig.visit(noor.agentId, { token: noor.token });
    expect(again.screen.lastSnapshot().hands).toMatchObject([{ callId }]);
    expect((await rig.visit(li.agentId, { token: li.token })).screen.lastSnapshot().hands).toEqual([]);
    expect(await li.try(raise(callId))).toMatchObject({ ok: false });
  });

  test('HELP-3 the first who comes has it, the second is told who', async () => {
    const { maya, noor, ines, callId } = await openFloor();
    await maya.do(raise(callId));
    const [first, second] = await Promise.all([
      noor.try({ do: 'hand.take', callId }),
      ines.try({ do: 'hand.take', callId }),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ refusal: { problem: 'someoneWasFirst', by: 'Noor' } });
    expect(maya.screen.lastContact().hand).toMatchObject({ takenBy: 'Noor' });
    expect(handsOf(ines)).toMatchObject([{ takenBy: 'Noor' }]);
    await noor.do({ do: 'hand.take', callId });
  });

  test('HELP-4 it is lowered by her or by somebody in charge, and down it is no fault', async () => {
    const { maya, noor, callId } = await openFloor();
    await maya.do(raise(callId));
    await maya.do({ do: 'hand.lower', callId });
    expect(handsOf(noor)).toEqual([]);
    await maya.do({ do: 'hand.lower', callId });
    await maya.do(raise(callId));
    await noor.do({ do: 'hand.lower', callId });
    expect(maya.screen.lastContact().hand).toBeNull();
    expect(await noor.try({ do: 'hand.take', callId })).toMatchObject({
      refusal: { problem: 'handIsDown' },
    });
  });

  test('HELP-5 it is down when the call is over, and when it is somebody else’s', async () => {
    const ended = await openFloor();
    await ended.maya.do(raise(ended.callId));
    await ended.rig.hangUp(ended.callId);
    expect(handsOf(ended.noor)).toEqual([]);
    const taken = await openFloor();
    await taken.maya.do(raise(taken.callId));
    await taken.noor.do({ do: 'supervision.takeOver', callId: taken.callId });
    await supervisorLegUp(taken.rig, taken.callId);
    expect(handsOf(taken.noor)).toEqual([]);
    expect(taken.noor.screen.lastContact().hand).toBeNull();
  });

  test('HELP-6 whoever comes is in the call with one press more', async () => {
    const { rig, maya, noor, callId } = await openFloor();
    await maya.do(raise(callId));
    await noor.do({ do: 'hand.take', callId });
    await noor.do({ do: 'supervision.start', callId, mode: 'whisper' });
    await supervisorLegUp(rig, callId);
    expect(supervisionOf(noor)).toMatchObject({ mode: 'whisper', state: 'in' });
    await rig.advance(1_000);
    const audited = rig.store.commits.flat().filter(({ put }) => put === 'audit');
    expect(audited.map((change) => ('did' in change ? change.did : ''))).toEqual(
      expect.arrayContaining(['handRaised', 'handTaken', 'supervisionStarted']),
    );
  });
});
