import { asId } from '@ringside/shared/model/ids';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { describe, expect, test } from 'vitest';
import { centre, li } from '../testing/cast.ts';
import { openFloor, otto, seat, supervisionOf, supervisorLegUp } from '../testing/in-charge.ts';
import type { SeatedAgent } from '../testing/rig.ts';

type Floor = Awaited<ReturnType<typeof openFloor>>;

async function join({ rig, callId }: Floor, who: SeatedAgent, mode: SupervisionMode = 'listen') {
  await who.do({ do: 'supervision.start', callId, mode });
  await supervisorLegUp(rig, callId);
}

const legOf = ({ rig }: Floor) =>
  asId<'leg'>(String(rig.telephony.asked.findLast(({ ask }) => ask === 'supervise')?.['legId']));

const asks = ({ rig }: Floor, ask: string) => rig.telephony.asked.filter((one) => one.ask === ask);

const audited = ({ rig }: Floor, did: string) =>
  rig.store.commits.flat().filter((change) => change.put === 'audit' && change.did === did);

describe('Noor, who is in charge, and Maya’s call', () => {
  test('SUP-1 her own telephone is reached, and she sees whom she hears', async () => {
    const floor = await openFloor();
    await floor.noor.do({ do: 'supervision.start', callId: floor.callId, mode: 'listen' });
    expect(asks(floor, 'supervise')).toMatchObject([{ stationId: floor.noor.stationId, mode: 'listen' }]);
    expect(supervisionOf(floor.noor)).toMatchObject({ state: 'ringing', mode: 'listen' });
    await supervisorLegUp(floor.rig, floor.callId);
    expect(supervisionOf(floor.noor)).toMatchObject({
      state: 'in',
      agentName: 'Maya',
      who: 'Amara Okafor',
      tier: 'standard',
      callState: 'talking',
    });
    expect(floor.noor.presence()).toMatchObject({ state: 'notReady' });
  });

  test('SUP-1 there is nothing to hear in a call that waits, rings or is over, nor in one’s own', async () => {
    const floor = await openFloor();
    const waiting = await floor.rig.callIn({ from: null });
    const start = (callId: typeof waiting) => ({ do: 'supervision.start', callId, mode: 'listen' }) as const;
    expect(await floor.noor.try(start(waiting))).toMatchObject({ refusal: { problem: 'notPossibleNow' } });
    await floor.rig.hangUp(floor.callId);
    expect(await floor.noor.try(start(floor.callId))).toMatchObject({
      refusal: { problem: 'notPossibleNow' },
    });
    expect(await floor.noor.try(start(asId('nobody')))).toMatchObject({ refusal: { problem: 'callIsGone' } });
    expect(asks(floor, 'supervise')).toEqual([]);
  });

  test('SUP-2 who is Ready supervises nobody, and who goes Ready leaves the call', async () => {
    const floor = await openFloor();
    await floor.ines.do({ do: 'presence.ready' });
    const { callId } = floor;
    expect(await floor.ines.try({ do: 'supervision.start', callId, mode: 'listen' })).toMatchObject({
      refusal: { problem: 'notReadyFirst' },
    });
    await join(floor, floor.noor);
    await floor.noor.do({ do: 'presence.ready' });
    expect(supervisionOf(floor.noor)).toBeNull();
    expect(asks(floor, 'drop')).toMatchObject([{ legId: legOf(floor) }]);
  });

  test('SUP-2 without a telephone nobody can be reached', async () => {
    const floor = await openFloor();
    await floor.rig.happens({ type: 'stationDown', stationId: floor.noor.stationId });
    expect(
      await floor.noor.try({ do: 'supervision.start', callId: floor.callId, mode: 'listen' }),
    ).toMatchObject({ refusal: { problem: 'noStation' } });
    floor.rig.telephony.gone.add(floor.ines.stationId);
    expect(
      await floor.ines.try({ do: 'supervision.start', callId: floor.callId, mode: 'listen' }),
    ).toMatchObject({ refusal: { problem: 'noStation' } });
    expect(supervisionOf(floor.ines)).toBeNull();
  });

  test('SUP-3 a manager listens and does no more, an agent not even that', async () => {
    const floor = await openFloor();
    const ottos = await seat(floor.rig, otto);
    const lis = await seat(floor.rig, li);
    const { callId } = floor;
    const refused = { refusal: { problem: 'notAllowed' } };
    expect(await lis.try({ do: 'supervision.start', callId, mode: 'listen' })).toMatchObject(refused);
    expect(await ottos.try({ do: 'supervision.start', callId, mode: 'whisper' })).toMatchObject(refused);
    await join(floor, ottos);
    expect(await ottos.try({ do: 'supervision.mode', callId, mode: 'barge' })).toMatchObject(refused);
    expect(await ottos.try({ do: 'supervision.takeOver', callId })).toMatchObject(refused);
    expect(supervisionOf(ottos)).toMatchObject({ mode: 'listen' });
  });

  test('SUP-4 Maya sees who listens, where the centre announces it', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    expect(floor.maya.screen.lastContact().supervisors).toMatchObject([{ name: 'Noor', mode: 'listen' }]);
  });

  test('SUP-4 in a silent centre she sees only who speaks', async () => {
    const floor = await openFloor({ centre: { ...centre, supervision: { announced: false } } });
    await join(floor, floor.noor);
    expect(floor.maya.screen.lastContact().supervisors).toEqual([]);
    await floor.noor.do({ do: 'supervision.mode', callId: floor.callId, mode: 'whisper' });
    expect(floor.maya.screen.lastContact().supervisors).toMatchObject([{ name: 'Noor', mode: 'whisper' }]);
    await floor.noor.do({ do: 'supervision.end' });
    expect(floor.maya.screen.lastContact().supervisors).toEqual([]);
  });

  test('SUP-5 the way changes within the call, and each change is audited', async () => {
    const floor = await openFloor();
    const { callId } = floor;
    await join(floor, floor.noor);
    for (const mode of ['whisper', 'whisper', 'barge'] as const)
      await floor.noor.do({ do: 'supervision.mode', callId, mode });
    expect(asks(floor, 'setSupervision')).toMatchObject([{ mode: 'whisper' }, { mode: 'barge' }]);
    await floor.noor.do({ do: 'supervision.end' });
    await floor.rig.advance(1_000);
    expect(audited(floor, 'supervisionMode')).toMatchObject([
      { who: 'noor', to: callId, detail: { from: 'listen', to: 'whisper' } },
      { who: 'noor', to: callId, detail: { from: 'whisper', to: 'barge' } },
    ]);
    expect(audited(floor, 'supervisionStarted')).toMatchObject([{ detail: { mode: 'listen' } }]);
    expect(audited(floor, 'supervisionEnded')).toMatchObject([{ detail: { why: 'left' } }]);
  });

  test('SUP-6 both listen; one speaks, and the other is told who', async () => {
    const floor = await openFloor();
    const { callId } = floor;
    await join(floor, floor.noor);
    await join(floor, floor.ines);
    expect(supervisionOf(floor.noor)?.others).toMatchObject([{ name: 'Ines', mode: 'listen' }]);
    await floor.ines.do({ do: 'supervision.mode', callId, mode: 'whisper' });
    const refused = { refusal: { problem: 'someoneSpeaks', by: 'Ines' } };
    expect(await floor.noor.try({ do: 'supervision.mode', callId, mode: 'barge' })).toMatchObject(refused);
    await floor.ines.do({ do: 'supervision.mode', callId, mode: 'listen' });
    await floor.noor.do({ do: 'supervision.mode', callId, mode: 'barge' });
    expect(floor.maya.presence()).toMatchObject({ state: 'onCall' });
  });

  test('SUP-7 it ends with the call, and when the caller goes back to the queue', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    await floor.rig.hangUp(floor.callId);
    expect(supervisionOf(floor.noor)).toBeNull();
    const other = await openFloor();
    await join(other, other.noor);
    await other.rig.happens({ type: 'stationDown', stationId: other.maya.stationId });
    await other.rig.loseLeg(other.callId);
    expect(supervisionOf(other.noor)).toMatchObject({ callState: 'reconnecting' });
    await other.rig.advance(20_000);
    expect(supervisionOf(other.noor)).toBeNull();
    expect(asks(other, 'drop').map(({ legId }) => legId)).toContain(legOf(other));
  });

  test('CALL-2 that the call is over is written before Noor sees it', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    floor.rig.store.failWith(new Error('The disk is full'));
    await floor.rig.hangUp(floor.callId);
    expect(supervisionOf(floor.noor)).toMatchObject({ state: 'in' });
    floor.rig.store.failWith(null);
    await floor.rig.advance(1_000);
    expect(supervisionOf(floor.noor)).toBeNull();
  });

  test('SUP-8 Noor’s page is reloaded: she is in no call, and the two talk on', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    const { callId, rig } = floor;
    const lost = { callId, legId: legOf(floor), party: 'supervisor', by: 'agent', cause: 'lost' } as const;
    await rig.happens({ type: 'connectionCleared', ...lost });
    expect(supervisionOf(floor.noor)).toBeNull();
    const again = await rig.visit(floor.noor.agentId, { token: floor.noor.token });
    expect(again.screen.lastSnapshot().supervision).toBeNull();
    expect(floor.maya.screen.lastContact().state).toMatchObject({ is: 'talking' });
    await join(floor, again);
    expect(supervisionOf(again)).toMatchObject({ state: 'in' });
  });

  test('SUP-8 who joins another call leaves the one before', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    const first = legOf(floor);
    const lis = await floor.rig.seatReady(li);
    const second = await floor.rig.callIn({ from: null });
    await floor.rig.answer(lis);
    await floor.noor.do({ do: 'supervision.start', callId: second, mode: 'whisper' });
    expect(asks(floor, 'drop')).toMatchObject([{ callId: floor.callId, legId: first }]);
    expect(supervisionOf(floor.noor)).toMatchObject({ callId: second, agentName: 'Li' });
  });
});

describe('Noor takes Maya’s call over', () => {
  test('SUP-12 with the leg she is in it with, before Maya’s goes', async () => {
    const floor = await openFloor();
    const mayasLeg = floor.rig.telephony.lastLeg(floor.callId);
    await join(floor, floor.noor, 'barge');
    await floor.noor.do({ do: 'supervision.takeOver', callId: floor.callId });
    const last = floor.rig.telephony.asked.slice(-2);
    expect(last).toMatchObject([
      { ask: 'promote', legId: legOf(floor) },
      { ask: 'drop', legId: mayasLeg },
    ]);
    expect(floor.noor.screen.lastContact()).toMatchObject({
      callId: floor.callId,
      state: { is: 'talking' },
      pop: { match: { kind: 'known' } },
      supervisors: [],
    });
    expect(supervisionOf(floor.noor)).toBeNull();
    expect(floor.noor.presence()).toMatchObject({ state: 'onCall', next: 'signedIn' });
  });

  test('SUP-11 she need not be in it: it is hers as soon as her telephone is reached', async () => {
    const floor = await openFloor();
    await floor.noor.do({ do: 'supervision.takeOver', callId: floor.callId });
    expect(supervisionOf(floor.noor)).toMatchObject({ state: 'ringing', takingOver: true });
    expect(floor.maya.presence()).toMatchObject({ state: 'onCall' });
    await supervisorLegUp(floor.rig, floor.callId);
    expect(floor.noor.screen.lastContact()).toMatchObject({ state: { is: 'talking' } });
    expect(floor.maya.screen.of('contactGone').at(-1)).toMatchObject({
      callId: floor.callId,
      outcome: null,
    });
  });

  test('SUP-13 Maya is Ready for the next caller, or where she had chosen to go', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    await floor.noor.do({ do: 'supervision.takeOver', callId: floor.callId });
    expect(floor.maya.presence()).toMatchObject({ state: 'ready' });
    const other = await openFloor();
    await other.maya.do({ do: 'presence.next', reason: 'lunch' });
    await join(other, other.noor);
    await other.noor.do({ do: 'supervision.takeOver', callId: other.callId });
    expect(other.maya.presence()).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('SUP-13 Noor closes it: wrap-up, record and list are hers', async () => {
    const floor = await openFloor();
    await floor.rig.advance(30_000);
    await join(floor, floor.noor);
    await floor.noor.do({ do: 'supervision.takeOver', callId: floor.callId });
    await floor.rig.advance(10_000);
    await floor.rig.hangUp(floor.callId);
    expect(floor.noor.presence()).toMatchObject({ state: 'wrapUp' });
    const record = await floor.rig.store.call(floor.callId);
    expect(record).toMatchObject({ agentId: 'noor', outcome: 'handled', talkMs: 40_000 });
    expect(await floor.noor.ask({ ask: 'call.list', before: null })).toMatchObject({
      value: [{ callId: floor.callId, offer: 'accepted' }],
    });
  });

  test('SUP-12 a caller on hold, and one whose agent was lost, is talked to', async () => {
    const held = await openFloor();
    await held.maya.do({ do: 'call.hold', callId: held.callId });
    await join(held, held.noor);
    await held.noor.do({ do: 'supervision.takeOver', callId: held.callId });
    expect(held.noor.screen.lastContact().state).toMatchObject({ is: 'talking' });
    const lost = await openFloor();
    await lost.rig.loseLeg(lost.callId);
    await lost.noor.do({ do: 'supervision.takeOver', callId: lost.callId });
    await supervisorLegUp(lost.rig, lost.callId);
    expect(lost.noor.screen.lastContact().state).toMatchObject({ is: 'talking' });
  });

  test('SUP-11 who has a contact of their own can’t, and a call that ended meanwhile is nobody’s', async () => {
    const floor = await openFloor();
    await floor.noor.do({ do: 'presence.ready' });
    const { callId } = floor;
    expect(await floor.noor.try({ do: 'supervision.takeOver', callId })).toMatchObject({
      refusal: { problem: 'notReadyFirst' },
    });
    await floor.ines.do({ do: 'supervision.takeOver', callId });
    await floor.rig.hangUp(callId);
    await supervisorLegUp(floor.rig, callId);
    expect(floor.ines.presence()).toMatchObject({ state: 'notReady' });
  });

  test('SUP-20 of two who press at once the first has it, and the second is told who', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    await join(floor, floor.ines);
    const { callId } = floor;
    const [first, second] = await Promise.all([
      floor.ines.try({ do: 'supervision.takeOver', callId }),
      floor.noor.try({ do: 'supervision.takeOver', callId }),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ refusal: { problem: 'someoneWasFirst', by: 'Ines' } });
    expect(floor.ines.presence()).toMatchObject({ state: 'onCall' });
    expect(asks(floor, 'promote')).toHaveLength(1);
    expect(supervisionOf(floor.noor)).toMatchObject({ agentName: 'Ines', mode: 'listen' });
  });

  test('CALL-8 the leg she took it over with is lost: the caller is kept for her', async () => {
    const floor = await openFloor();
    await join(floor, floor.noor);
    await floor.noor.do({ do: 'supervision.takeOver', callId: floor.callId });
    const { callId, rig } = floor;
    const lost = { callId, legId: legOf(floor), party: 'agent', by: 'agent', cause: 'lost' } as const;
    await rig.happens({ type: 'connectionCleared', ...lost });
    expect(floor.noor.screen.lastContact().state).toMatchObject({ is: 'reconnecting' });
    await rig.restart([callId]);
    expect((await rig.store.call(callId))?.agentId).toBe('noor');
  });
});
