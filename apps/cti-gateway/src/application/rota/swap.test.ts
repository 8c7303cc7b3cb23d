import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import type { MyShifts, SwapView } from '@ringside/shared/protocol/rota';
import type { Command } from '@ringside/shared/protocol/up';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import { noor } from '../../testing/cast.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import type { Absence } from '../../domain/rota/rota.ts';
import { dutyRota, grace, max, openRotaRig, wei, workingDays } from '../../testing/rotas.ts';

const rotaId = asId<'rota'>('duty');
/** It is Saturday, 21 November, 10:00: Grace is on until Sunday 09:00, then Wei, then Max. */
const weisSunday = { rotaId, layer: 'duty', from: '2026-11-22T09:00', until: '2026-11-23T09:00' } as const;
const maxsMonday = { layer: 'duty', from: '2026-11-23T09:00', until: '2026-11-24T09:00' } as const;
const cover = { do: 'swap.ask', kind: 'cover', wants: null, asks: null, reason: '' } as const;

/** So long after that they come to their desks. */
async function scene(later = 0) {
  const rig = await openRotaRig();
  await rig.gateway.stop();
  rig.clock.advance(later);
  await rig.restart([]);
  const [maxs, graces, weis] = [await rig.enter(max), await rig.enter(grace), await rig.enter(wei)];
  return { rig, max: maxs, grace: graces, wei: weis };
}

type Wish = Extract<Command, { do: 'swap.ask' }>;
async function asked(seated: SeatedAgent, wish: Partial<Wish>): Promise<SwapView['swapId']> {
  const made = (await seated.do({ ...cover, ...weisSunday, ...wish })) as SwapView;
  return made.swapId;
}

const mine = async (seated: SeatedAgent): Promise<MyShifts> => {
  const answer = await seated.ask({ ask: 'rota.mine' });
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as MyShifts;
};
const listed = async (seated: SeatedAgent): Promise<SwapView[]> => {
  const answer = await seated.ask({ ask: 'swap.list', rotaId });
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as SwapView[];
};
const noticesOf = ({ screen }: SeatedAgent) =>
  screen.of('rotaNotice').map(({ notice, who }) => (who === '' ? notice : `${notice} ${who}`));
const onNow = ({ screen }: SeatedAgent) =>
  screen
    .of('duty')
    .at(-1)
    ?.duty.flatMap(({ now }) => now.map(({ name }) => name));
const changesOf = (rig: Rig) => rig.store.rotaChanges(rotaId, '2026-01-01T00:00', '2027-12-31T00:00');
const awayOnMonday = ({ agentId }: Agent): Absence => ({
  absenceId: asId('away'),
  agentId,
  from: Date.UTC(2026, 10, 22, 16),
  until: Date.UTC(2026, 10, 23, 16),
  kind: 'training',
  note: '',
  feedUid: null,
  madeBy: null,
  madeAt: 0,
  removedAt: null,
  version: 1,
});
const refusedWith = (problem: string) => ({ ok: false, refusal: { problem } });

describe('Wei wants to be relieved', () => {
  test('SWAP-1 SWAP-4 ten minutes before the shift: Max accepts, and it is his from the first minute on', async () => {
    const { rig, max: maxs, grace: graces, wei: weis } = await scene(days(1) - hours(1) - minutes(10));
    const swapId = await asked(weis, { reason: 'My train is late' });
    expect(noticesOf(maxs)).toEqual(['swapAsked Wei']);
    await maxs.do({ do: 'swap.accept', swapId });
    expect(await changesOf(rig)).toMatchObject([
      { agentId: max.agentId, swapId, origin: 'cover', from: weisSunday.from, until: weisSunday.until },
    ]);
    expect([noticesOf(maxs).at(-1), noticesOf(weis), noticesOf(graces).at(-1)]).toEqual([
      'swapDone Wei',
      ['swapDone Max'],
      'swapOver Max',
    ]);
    await rig.advance(minutes(10));
    expect(onNow(graces)).toEqual(['Max']);
    expect((await mine(maxs)).shifts[0]).toMatchObject({ fromLocal: weisSunday.from, how: 'cover' });
    expect((await mine(weis)).shifts[0]?.fromLocal).toBe('2026-11-25T09:00');
  });

  test('SWAP-4 in the middle of a shift it is the other’s from this minute on', async () => {
    const { rig, max: maxs, grace: graces } = await scene();
    const gracesNow = { from: '2026-11-21T09:00', until: '2026-11-22T09:00' };
    const swapId = await asked(graces, { ...gracesNow, asks: [max.agentId] });
    await rig.advance(minutes(5));
    await maxs.do({ do: 'swap.accept', swapId });
    expect(onNow(maxs)).toEqual(['Max']);
    expect(await changesOf(rig)).toMatchObject([{ from: '2026-11-21T10:05', until: '2026-11-22T09:00' }]);
  });

  test('SWAP-4 in the hour that London has twice, too', async () => {
    const rig = await openRotaRig([dutyRota({ timeZone: 'Europe/London' })]);
    await rig.gateway.stop();
    // 01:20 for the second time
    rig.clock.advance(Date.UTC(2027, 9, 31, 1, 20) - rig.clock.now());
    await rig.restart([]);
    const [on, other] = [await rig.enter(wei), await rig.enter(max)];
    const [shift] = (await mine(on)).shifts;
    const night = { from: '2027-10-30T09:00', until: '2027-10-31T09:00' };
    expect(shift).toMatchObject({ fromLocal: night.from, untilLocal: night.until });
    expect((shift?.until ?? 0) - (shift?.from ?? 0)).toBe(hours(25));
    const swapId = await asked(on, { ...night, asks: [max.agentId] });
    await other.do({ do: 'swap.accept', swapId });
    expect(onNow(on)).toEqual(['Max']);
    expect((await mine(other)).shifts[0]).toMatchObject({ until: shift?.until, how: 'cover' });
  });

  test('SWAP-1 a piece of a shift leaves the rest of it hers', async () => {
    const { max: maxs, wei: weis } = await scene();
    const swapId = await asked(weis, { from: '2026-11-22T12:00', until: '2026-11-22T14:00' });
    await maxs.do({ do: 'swap.accept', swapId });
    expect((await mine(weis)).shifts.slice(0, 2)).toMatchObject([
      { fromLocal: '2026-11-22T09:00', untilLocal: '2026-11-22T12:00' },
      { fromLocal: '2026-11-22T14:00', untilLocal: '2026-11-23T09:00' },
    ]);
  });

  test('SWAP-1 for Max’s Monday: both change', async () => {
    const { rig, max: maxs, wei: weis } = await scene();
    const wants = { agentId: max.agentId, ...maxsMonday };
    const swapId = await asked(weis, { kind: 'swap', wants });
    expect((await mine(maxs)).swaps).toMatchObject([{ swapId, acts: ['accept', 'decline'], wants }]);
    await maxs.do({ do: 'swap.accept', swapId });
    expect(await changesOf(rig)).toMatchObject([
      { agentId: max.agentId, origin: 'swap', from: weisSunday.from },
      { agentId: wei.agentId, origin: 'swap', from: maxsMonday.from },
    ]);
  });

  test('SWAP-3 Max and Grace accept at once: one has it, the other is told that it is over', async () => {
    const { max: maxs, grace: graces, wei: weis, rig } = await scene();
    const swapId = await asked(weis, {});
    const both = await Promise.all([maxs, graces].map((seated) => seated.try({ do: 'swap.accept', swapId })));
    expect(both).toEqual([{ ok: true, value: null }, refusedWith('swapIsOver')]);
    expect(await changesOf(rig)).toHaveLength(1);
  });

  test('SWAP-3 what went for Max when he was asked goes no more when he accepts', async () => {
    const { rig, max: maxs, wei: weis } = await scene();
    const swapId = await asked(weis, {});
    const noors = await rig.enter(noor);
    await noors.do({
      do: 'rota.change',
      rotaId,
      shifts: [
        { layer: 'duty', from: '2026-11-22T10:00', until: '2026-11-22T11:00', agentId: grace.agentId },
      ],
      reason: '',
      evenSo: true,
      origin: 'byHand',
    });
    expect(await maxs.try({ do: 'swap.accept', swapId })).toEqual(refusedWith('changedMeanwhile'));
  });

  test('SWAP-2 it is said who could take Max’s Monday, and why others could not', async () => {
    const calendarId = workingDays.calendarId;
    const rig = await openRotaRig([dutyRota({ calendarId, minimumRest: hours(16) })]);
    await rig.store.commit([
      {
        put: 'dutyContact',
        contact: { agentId: noor.agentId, reach: 'phoneOnly', phone: null, email: null, version: 1 },
      },
      { put: 'absence', absence: awayOnMonday(wei) },
    ]);
    await rig.restart([]);
    const maxs = await rig.enter(max);
    const monday = { rotaId, layer: 'duty', from: '2026-11-23T09:00', until: '2026-11-23T18:00' } as const;
    // Grace is on at nine on Tuesday
    expect(await maxs.ask({ ask: 'swap.candidates', ...monday })).toMatchObject({
      ok: true,
      value: [
        { agentName: 'Grace', not: 'tooLittleRest', isOnRota: true },
        { agentName: 'Wei', not: 'absent', isOnRota: true },
        { agentName: 'Noor', not: 'notReachable', isOnRota: false },
      ],
    });
    expect(await maxs.try({ ...cover, ...monday })).toEqual(refusedWith('nobodyCanTakeIt'));
    const afternoon = { ...monday, from: '2026-11-23T12:00', until: '2026-11-23T16:00' };
    expect(await maxs.ask({ ask: 'swap.candidates', ...afternoon })).toMatchObject({
      value: [{ agentName: 'Grace', not: null }, { agentName: 'Wei' }, { agentName: 'Noor' }],
    });
    const tuesday = { ...monday, from: '2026-11-24T09:00', until: '2026-11-24T10:00' };
    expect(await maxs.ask({ ask: 'swap.candidates', ...tuesday })).toEqual(refusedWith('notYourShift'));
  });

  test('SWAP-1 only what is hers, and not twice', async () => {
    const { max: maxs, wei: weis } = await scene();
    expect(await maxs.try({ ...cover, ...weisSunday })).toEqual(refusedWith('notYourShift'));
    await asked(weis, {});
    expect(await weis.try({ ...cover, ...weisSunday })).toEqual(refusedWith('alreadyAsked'));
  });

  test('SWAP-1 not what is over', async () => {
    const { wei: weis } = await scene();
    const thursday = { from: '2026-11-19T09:00', until: '2026-11-20T09:00' };
    expect(await weis.try({ ...cover, ...weisSunday, ...thursday })).toEqual(refusedWith('shiftIsOver'));
  });

  test('SWAP-5 when Max and Grace have declined it has ended, and Wei is told', async () => {
    const { max: maxs, grace: graces, wei: weis } = await scene();
    const swapId = await asked(weis, {});
    await maxs.do({ do: 'swap.decline', swapId });
    expect(noticesOf(weis)).toEqual([]);
    await graces.do({ do: 'swap.decline', swapId });
    expect(noticesOf(weis)).toEqual(['swapDeclined']);
    expect(await maxs.try({ do: 'swap.accept', swapId })).toEqual(refusedWith('swapIsOver'));
    expect(await listed(weis)).toMatchObject([{ swapId, state: 'declined', acts: [] }]);
  });

  test('SWAP-5 at the begin of the shift it has run out, though the gateway was away for hours before', async () => {
    const { rig, wei: weis } = await scene();
    const swapId = await asked(weis, {});
    await rig.gateway.stop();
    await rig.advance(days(1));
    await rig.restart([]);
    await rig.advance(0);
    const again = await rig.enter(wei);
    expect(await listed(again)).toMatchObject([{ swapId, state: 'expired', endedAt: rig.clock.now() }]);
    expect(await rig.store.deadlines(Number.MAX_SAFE_INTEGER, 100)).not.toContainEqual(
      expect.objectContaining({ key: `swap ${swapId}` }),
    );
  });

  test('SWAP-5 SWAP-6 she alone withdraws it; then nobody can accept', async () => {
    const { max: maxs, wei: weis } = await scene();
    const swapId = await asked(weis, {});
    expect(await maxs.try({ do: 'swap.withdraw', swapId })).toEqual(refusedWith('notAllowed'));
    expect(await weis.try({ do: 'swap.accept', swapId })).toEqual(refusedWith('notAllowed'));
    await weis.do({ do: 'swap.withdraw', swapId });
    await weis.do({ do: 'swap.withdraw', swapId });
    expect(await maxs.try({ do: 'swap.accept', swapId })).toEqual(refusedWith('swapIsOver'));
  });

  test('SWAP-6 asked and accepted twice with the same command, with a restart between, it is done once', async () => {
    const { rig, max: maxs, wei: weis } = await scene();
    const first = await weis.desk.command('ask', { ...cover, ...weisSunday });
    await rig.restart([]);
    const again = await rig.visit(wei.agentId, { token: weis.token });
    expect(await again.desk.command('ask', { ...cover, ...weisSunday })).toEqual(first);
    const maxAgain = await rig.visit(max.agentId, { token: maxs.token });
    const swapId = first.ok ? (first.value as SwapView).swapId : asId<'swap'>('');
    await maxAgain.do({ do: 'swap.accept', swapId });
    await maxAgain.do({ do: 'swap.accept', swapId });
    expect(await changesOf(rig)).toHaveLength(1);
    expect(await listed(again)).toHaveLength(1);
  });
});
