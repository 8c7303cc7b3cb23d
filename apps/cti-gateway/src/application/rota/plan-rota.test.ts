import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import type { RotaPlan, RotaSchedule } from '@ringside/shared/protocol/rota';
import { describe, expect, test } from 'vitest';
import type { Rota } from '../../domain/rota/rota.ts';
import type { Change } from '../../ports/store.ts';
import { maya, noor } from '../../testing/cast.ts';
import { dutyCentre, dutyRota, grace, layer, max, rotaOf } from '../../testing/duty.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const period = { from: '2026-11-23', until: '2026-12-21' };
const planned = { ask: 'rota.plan', rotaId: dutyRota, layer: 'duty', ...period } as const;

/** Max and Grace take weeks in turn on one layer; Noor plans. */
async function openPlan(changed: Partial<Rota> = {}, others: readonly Rota[] = []) {
  const centre = dutyCentre([layer('duty', ['max', 'grace'])]);
  const rotas = [...(centre.rotas ?? []).map((rota) => ({ ...rota, ...changed })), ...others];
  const rig = await openRig({ centre: { ...centre, rotas } });
  for (const agent of [max, grace])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  await rig.restart([]);
  return { ...rig, atNoor: await rig.enter(noor) };
}

async function ask<Answer>(asker: SeatedAgent, query: Parameters<SeatedAgent['ask']>[0]): Promise<Answer> {
  const answer = await asker.ask(query);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as Answer;
}
const scheduleOf = (asker: SeatedAgent) =>
  ask<RotaSchedule>(asker, { ask: 'rota.schedule', rotaId: dutyRota, ...period });

describe('a fair plan of a rota', () => {
  test('PLAN-8 is shown with what everybody would carry, and nothing is kept before Noor says so', async () => {
    const { atNoor } = await openPlan();
    const before = await scheduleOf(atNoor);
    const plan = await ask<RotaPlan>(atNoor, planned);
    expect(await scheduleOf(atNoor)).toEqual(before);
    expect(plan.open).toEqual([]);
    // Max has the last days before it
    expect(plan.fairness).toBeGreaterThan(0.99);
    expect(plan.burdensBefore.map(({ agentName, hours }) => [agentName, hours])).toEqual([
      ['Grace', 336],
      ['Max', 336],
    ]);
    await atNoor.do({
      ...{ do: 'rota.change', rotaId: dutyRota, shifts: plan.shifts, reason: 'Fair plan' },
      ...{ evenSo: false, origin: 'plan' },
    });
    const kept = await scheduleOf(atNoor);
    expect(kept.shifts.map(({ from, until, agentId, how }) => [from, until, agentId, how])).toEqual(
      plan.schedule.shifts.map(({ from, until, agentId, how }) => [from, until, agentId, how]),
    );
    expect(kept.shifts.every(({ how }) => how === 'plan')).toBe(true);
    expect(kept.burdens).toEqual(plan.schedule.burdens);
  });

  test('PLAN-4 a plan that is kept later takes what Max was given meanwhile only when asked for all the same', async () => {
    const { atNoor, advance } = await openPlan();
    const { shifts } = await ask<RotaPlan>(atNoor, planned);
    const first = shifts.find(({ agentId }) => agentId === grace.agentId);
    if (first === undefined) throw new Error('Grace has turns in it');
    const change = { do: 'rota.change', rotaId: dutyRota, reason: '' } as const;
    const { layer: ofLayer, from, until } = first;
    const given = [{ layer: ofLayer, from, until, agentId: max.agentId }];
    await atNoor.do({ ...change, shifts: given, evenSo: true, origin: 'byHand' });
    await advance(1_000);
    const keep = { ...change, shifts, origin: 'plan' } as const;
    expect(await atNoor.try({ ...keep, evenSo: false })).toMatchObject({
      refusal: { problem: 'wouldClash' },
    });
    await atNoor.do({ ...keep, evenSo: true });
    const kept = (await scheduleOf(atNoor)).shifts.find((one) => one.fromLocal === from);
    expect(kept).toMatchObject({ agentId: grace.agentId, how: 'plan' });
  });

  test.each([
    ['0002-03-01', '2027-02-01'],
    ['0202-03-01', '2027-02-01'],
    ['2027-02-30', '2027-03-05'],
  ])('PLAN-8 days that nobody plans are refused: %s to %s', async (from, until) => {
    const { atNoor } = await openPlan();
    expect(await atNoor.ask({ ...planned, from, until })).toMatchObject({
      refusal: { problem: 'wrongTimes' },
    });
  });

  test('PLAN-2 the days of a period that have passed weigh as they were written down: Grace stood in for Max, also in the north', async () => {
    const north: Rota = { ...rotaOf([layer('north', ['max', 'grace'])]), rotaId: asId('north') };
    const { atNoor, store, clock } = await openPlan({}, [north]);
    const now = clock.now();
    const stoodIn = { from: Date.UTC(2026, 10, 15, 16), until: now, agentId: grace.agentId } as const;
    const asWritten = { how: 'turn', gap: null, missing: null, changeId: null } as const;
    const inRota = (rotaId: Rota['rotaId'], layerId: string): Change => ({
      put: 'dutyStretch',
      stretch: { rotaId, layer: layerId, ...stoodIn, ...asWritten },
    });
    await store.commit([inRota(dutyRota, 'duty'), inRota(north.rotaId, 'north')]);
    const plan = await ask<RotaPlan>(atNoor, { ...planned, from: '2026-11-16', until: '2026-11-28' });
    const ofEach = plan.burdensBefore.map((one) => [one.agentName, one.hours]);
    const stoodInHours = (now - stoodIn.from) / hours(1);
    expect(ofEach).toEqual([
      ['Grace', 2 * (stoodInHours + 5 * 24)],
      ['Max', 2 * (7 * 24 - stoodInHours)],
    ]);
  });

  test('PLAN-5 while Max is away for a week Grace has it, and Max another', async () => {
    const { atNoor } = await openPlan();
    await atNoor.do({
      ...{
        do: 'absence.enter',
        agentId: max.agentId,
        from: '2026-12-01T08:00',
        until: '2026-12-04T08:00',
        kind: 'training',
        note: '',
      },
    });
    const plan = await ask<RotaPlan>(atNoor, planned);
    expect(plan.open).toEqual([]);
    expect(plan.shifts.find((shift) => shift.from.startsWith('2026-11-30'))?.agentId).toBe(grace.agentId);
    const [graces, maxs] = plan.schedule.burdens;
    expect([graces?.hours, maxs?.hours]).toEqual([336, 336]);
  });

  test('PLAN-3 a rota that goes beyond a limit says so, and what nobody can take stays open', async () => {
    const limits = [
      { who: { of: 'everybody' }, hoursPerWeek: 24, shiftsPerWeek: null, weekendsPerMonth: null },
    ] as const;
    const { atNoor } = await openPlan({ limits });
    const { faults } = await scheduleOf(atNoor);
    expect(faults.map(({ kind }) => kind)).toContain('overLimit');
    const plan = await ask<RotaPlan>(atNoor, planned);
    const taken = plan.shifts.length;
    expect(taken).toBe(4 * 2);
    expect(plan.open).toHaveLength(4 * 5);
    // PLAN-9: both had their day of that week
    expect(plan.open[0]?.why).toEqual([
      { agentName: 'Grace', not: 'overLimit' },
      { agentName: 'Max', not: 'overLimit' },
    ]);
  });

  test('PLAN-9 it says who has each shift as things stand: Max one that changes hands, Grace and nobody one, Grace one that stays hers', async () => {
    const { atNoor } = await openPlan();
    await atNoor.do({
      ...{ do: 'absence.enter', agentId: max.agentId, kind: 'training', note: '' },
      ...{ from: '2026-12-01T08:00', until: '2026-12-04T08:00' },
    });
    const before = await scheduleOf(atNoor);
    const { shifts } = await ask<RotaPlan>(atNoor, planned);
    const held = shifts.map(({ from, until, was }) => {
      const pieces = before.shifts.filter((one) => one.fromLocal < until && one.untilLocal > from);
      return { was, holders: [...new Set(pieces.map((one) => one.agentName))] };
    });
    expect(held.map(({ was }) => was.map((one) => one.agentName))).toEqual(
      held.map(({ holders }) => holders),
    );
    const changed = shifts.filter(({ was, agentId }) => was.some((one) => one.agentId !== agentId));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(shifts.length);
    expect(shifts.some(({ was }) => was.some(({ agentId }) => agentId === null))).toBe(true);
  });

  test('PLAN-10 what Noor changed by hand is kept by hand, the rest as planned, at one stroke', async () => {
    const { atNoor } = await openPlan();
    const plan = await ask<RotaPlan>(atNoor, planned);
    const [first, ...rest] = plan.shifts.map(({ layer: on, from, until, agentId }) => ({
      ...{ layer: on, from, until, agentId },
      origin: 'plan' as const,
    }));
    if (first === undefined) throw new Error('There is a plan');
    const shifts = [{ ...first, agentId: noor.agentId, origin: 'byHand' as const }, ...rest];
    const seen = await ask<RotaSchedule>(atNoor, {
      ask: 'rota.preview',
      rotaId: dutyRota,
      ...period,
      shifts,
    });
    await atNoor.do({
      ...{ do: 'rota.change', rotaId: dutyRota, shifts, reason: 'Fair plan', evenSo: true, origin: 'byHand' },
    });
    const kept = await scheduleOf(atNoor);
    const hows = (schedule: RotaSchedule) => schedule.shifts.map(({ from, how }) => [from, how]);
    expect(hows(kept)).toEqual(hows(seen));
    expect(kept.shifts[0]).toMatchObject({ agentName: noor.name, how: 'byHand' });
    expect(kept.shifts.slice(1).every(({ how }) => how === 'plan')).toBe(true);
  });

  test('PLAN-4 begins tomorrow whatever is asked, and leaves what Noor put there by hand', async () => {
    const { atNoor } = await openPlan();
    await atNoor.do({
      ...{ do: 'rota.change', rotaId: dutyRota, reason: 'Asked to', evenSo: false, origin: 'byHand' },
      shifts: [{ layer: 'duty', from: '2026-11-25T00:00', until: '2026-11-26T00:00', agentId: noor.agentId }],
    });
    const plan = await ask<RotaPlan>(atNoor, { ...planned, from: '2026-11-01' });
    expect(plan.shifts[0]?.from).toBe('2026-11-22T00:00');
    expect(
      plan.shifts.some(({ from, until }) => from < '2026-11-26T00:00' && until > '2026-11-25T00:00'),
    ).toBe(false);
  });

  test('PLAN-8 Max and Maya are refused, and so are a layer that is not there and days that are none', async () => {
    const { atNoor, ...rig } = await openPlan();
    const problemOf = async (asker: SeatedAgent, changed: object = {}) => {
      const answer = await asker.ask({ ...planned, ...changed });
      return answer.ok ? null : answer.refusal.problem;
    };
    expect(await problemOf(await rig.enter(max))).toBe('notAllowed');
    expect(await problemOf(await rig.enter(maya))).toBe('notAllowed');
    expect(await problemOf(atNoor, { layer: 'night' })).toBe('unknownLayer');
    expect(await problemOf(atNoor, { from: '2026-12-24' })).toBe('wrongTimes');
    expect(await problemOf(atNoor, { until: '2026-13-24' })).toBe('wrongTimes');
    expect(await problemOf(atNoor, { until: '2027-12-24' })).toBe('wrongTimes');
  });
});
