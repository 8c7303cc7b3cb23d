import type { RotaChangeId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { RotaChangeView, RotaSchedule } from '@ringside/shared/protocol/rota';
import type { Command } from '@ringside/shared/protocol/up';
import { describe, expect, test } from 'vitest';
import type { Rota } from '../../domain/rota/rota.ts';
import { maya, noor } from '../../testing/cast.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { settle } from '../../testing/rig.ts';
import { dutyLayer, dutyRota, grace, max, openRotaRig, wei, workingDays } from '../../testing/rotas.ts';

const rotaId = asId<'rota'>('duty');
const taipei = (local: string): number => Date.parse(`${local}+08:00`);

const put = (
  from: string,
  until: string,
  who: typeof max | null,
  more: { layer?: string; evenSo?: boolean } = {},
): Extract<Command, { do: 'rota.change' }> => ({
  do: 'rota.change',
  rotaId,
  shifts: [{ layer: more.layer ?? 'duty', from, until, agentId: who?.agentId ?? null }],
  reason: 'the flu',
  evenSo: more.evenSo ?? false,
  origin: 'byHand',
});

const lineOf = ({ screen }: SeatedAgent) =>
  (screen.of('duty').at(-1)?.duty ?? screen.lastSnapshot().duty).find((line) => line.rotaId === rotaId);

const onNow = (seat: SeatedAgent): readonly string[] => lineOf(seat)?.now.map(({ name }) => name) ?? [];

async function scheduleOf(seat: SeatedAgent, from: string, until: string): Promise<RotaSchedule> {
  const asked = await seat.ask({ ask: 'rota.schedule', rotaId, from, until });
  if (!asked.ok) throw new Error(asked.refusal.problem);
  return asked.value as RotaSchedule;
}

const said = ({ shifts }: RotaSchedule): readonly string[] =>
  shifts.map(
    ({ fromLocal, untilLocal, agentName, gap, how }) =>
      `${fromLocal.slice(5)} ${untilLocal.slice(5)} ${agentName || (gap ?? how)}`,
  );

const faultsOf = ({ faults }: RotaSchedule): readonly string[] =>
  faults.map(({ kind, agentName }) => `${kind} ${agentName}`);

const stretchesOf = async (rig: Rig, from: string, until: string) =>
  (await rig.store.dutyStretches(rotaId, taipei(from), taipei(until))).map((stretch) => [
    new Date(stretch.from + hours(8)).toISOString().slice(5, 16),
    new Date(stretch.until + hours(8)).toISOString().slice(5, 16),
    stretch.agentId ?? stretch.how,
  ]);

/** Says how Max, Grace and Wei are reached, so that no schedule complains of it. */
async function reachable(rig: Rig): Promise<Rig> {
  await rig.store.commit(
    [max, grace, wei, noor].map(({ agentId }) => ({
      put: 'presence',
      presence: { agentId, presence: { state: 'signedOut', since: 0 } },
    })),
  );
  return rig;
}

describe('who is on now', () => {
  test('ROTA-8 ROTA-12 Maya reads that Grace is on and Wei is next; at nine on Sunday all desks read Wei', async () => {
    const rig = await openRotaRig();
    const mayas = await rig.enter(maya);
    expect(mayas.screen.lastSnapshot().duty).toMatchObject([
      {
        rotaId,
        now: [{ name: 'Grace', until: taipei('2026-11-22T09:00') }],
        gap: false,
        next: { name: 'Wei', from: taipei('2026-11-22T09:00') },
      },
    ]);
    await rig.advance(hours(23) - minutes(1));
    expect(mayas.screen.of('duty')).toEqual([]);
    await rig.advance(minutes(1));
    expect(onNow(mayas)).toEqual(['Wei']);
    expect(lineOf(mayas)?.next).toMatchObject({ name: 'Max' });
  });

  test('ROTA-7 ROTA-8 Noor puts Max on from noon: at noon all desks read Max, until he is done', async () => {
    const rig = await openRotaRig();
    const mayas = await rig.enter(maya);
    const noors = await rig.enter(noor);
    await noors.do(put('2026-11-21T12:00', '2026-11-21T14:00', max));
    expect(onNow(mayas)).toEqual(['Grace']);
    expect(lineOf(mayas)).toMatchObject({
      now: [{ until: taipei('2026-11-21T12:00') }],
      next: { name: 'Max' },
    });
    expect(mayas.screen.of('rotaTouched')).toEqual([{ what: 'rotaTouched', rotaId }]);
    await rig.advance(hours(2));
    expect(onNow(mayas)).toEqual(['Max']);
    await rig.advance(hours(2));
    expect(onNow(mayas)).toEqual(['Grace']);
  });

  test('ROTA-8 two pieces of one person are one shift, and nobody stands twice', async () => {
    const backup = dutyLayer({ layer: 'backup', people: ['grace'] });
    const rig = await openRotaRig([dutyRota({ layers: [dutyLayer(), backup] })]);
    const noors = await rig.enter(noor);
    await noors.do(put('2026-11-22T09:00', '2026-11-22T11:00', grace, { evenSo: true }));
    expect(lineOf(noors)?.now).toMatchObject([{ name: 'Grace', until: taipei('2026-11-22T11:00') }]);
  });

  test('ROTA-6 nobody need be on at the week-end; on Monday at nine somebody is', async () => {
    const rig = await openRotaRig([dutyRota({ calendarId: workingDays.calendarId })]);
    const mayas = await rig.enter(maya);
    // fifteen working days have begun
    expect(lineOf(mayas)).toMatchObject({
      now: [],
      gap: false,
      next: { name: 'Max', from: taipei('2026-11-23T09:00') },
    });
    await rig.advance(taipei('2026-11-23T09:00') - rig.clock.now());
    expect(onNow(mayas)).toEqual(['Max']);
  });

  test('ROTA-1 ROTA-6 London looks after Taipei’s hours: turns go by London’s clock, the hours by the centre’s', async () => {
    const rig = await openRotaRig([
      dutyRota({ calendarId: workingDays.calendarId, timeZone: 'Europe/London' }),
    ]);
    // nine in Taipei is one at night in London, before the turn of the day has begun
    expect(said(await scheduleOf(await rig.enter(noor), '2026-11-24', '2026-11-25'))).toEqual([
      '11-24T01:00 11-24T09:00 Max',
      '11-24T09:00 11-24T10:00 Grace',
    ]);
  });

  test('ROTA-5 Grace is dismissed: at once nobody is on, and everybody sees that somebody should be', async () => {
    const rig = await openRotaRig();
    const mayas = await rig.enter(maya);
    await rig.store.commit([{ put: 'agent', agent: { ...grace, active: false }, passwordHash: null }]);
    await rig.advance(seconds(10));
    expect(lineOf(mayas)).toMatchObject({ now: [], gap: true });
    const today = await scheduleOf(await rig.enter(noor), '2026-11-21', '2026-11-22');
    expect(said(today).at(-1)).toBe('11-21T10:00 11-22T00:00 notActive');
    expect(faultsOf(today)).toContain('notActive Grace');
  });
});

describe('a rota is changed by hand', () => {
  test('ROTA-7 what was changed and why can be read, taken back, and read again with who took it back', async () => {
    const rig = await openRotaRig();
    const noors = await rig.enter(noor);
    await noors.do(put('2026-11-21T10:00', '2026-11-21T14:00', wei));
    expect(onNow(noors)).toEqual(['Wei']);
    const [change] = await changesOf(noors);
    expect(change).toMatchObject({ agentName: 'Wei', reason: 'the flu', madeByName: 'Noor', undoneAt: null });
    await noors.do({ do: 'rota.undo', changeId: change?.changeId as RotaChangeId, version: 1 });
    expect(onNow(noors)).toEqual(['Grace']);
    expect(await changesOf(noors)).toMatchObject([{ undoneByName: 'Noor', undoneAt: rig.clock.now() }]);
    expect(await noors.try({ do: 'rota.undo', changeId: asId('nothing'), version: 1 })).toMatchObject({
      refusal: { problem: 'unknownRota' },
    });
  });

  async function changesOf(seat: SeatedAgent): Promise<readonly RotaChangeView[]> {
    const asked = await seat.ask({ ask: 'rota.changes', rotaId, from: '2026-11-21', until: '2026-11-30' });
    if (!asked.ok) throw new Error(asked.refusal.problem);
    return asked.value as RotaChangeView[];
  }

  test('ROTA-4 ROTA-7 nobody is declared on: it is no gap, and no fault', async () => {
    const rig = await reachable(await openRotaRig());
    const noors = await rig.enter(noor);
    await noors.do(put('2026-11-21T10:00', '2026-11-21T12:00', null));
    expect(lineOf(noors)).toMatchObject({ now: [], gap: false, next: { name: 'Grace' } });
    const today = await scheduleOf(noors, '2026-11-21', '2026-11-22');
    expect(said(today)).toEqual(['11-21T10:00 11-21T12:00 declared', '11-21T12:00 11-22T00:00 Grace']);
    expect(today.faults).toEqual([]);
  });

  test('ROTA-7 a repeated command changes it once', async () => {
    const rig = await openRotaRig();
    const noors = await rig.enter(noor);
    const command = put('2026-11-21T10:00', '2026-11-21T14:00', wei);
    const [first, second] = [
      await noors.desk.command('same', command),
      await noors.desk.command('same', command),
    ];
    expect(second).toEqual(first);
    expect(await changesOf(noors)).toHaveLength(1);
  });

  test('ROTA-9 Maya may read the rota and change nothing; Max may where the rota names him as responsible', async () => {
    const rig = await openRotaRig([dutyRota({ responsible: ['max'] })]);
    const change = put('2026-11-21T12:00', '2026-11-21T14:00', wei);
    const mayas = await rig.enter(maya);
    expect((await scheduleOf(mayas, '2026-11-21', '2026-11-22')).mayChange).toBe(false);
    expect(await mayas.try(change)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    expect(await (await rig.enter(grace)).try(change)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    expect(await (await rig.enter(max)).try(change)).toMatchObject({ ok: true });
  });

  test('ROTA-9 that Grace is ill reads she herself and Noor; Maya reads that she is away', async () => {
    const rig = await openRotaRig();
    await rig.store.commit([{ put: 'absence', absence: sick }]);
    const kinds = async (seat: SeatedAgent) =>
      (await scheduleOf(seat, '2026-11-23', '2026-11-29')).absences.map(({ kind }) => kind);
    expect(await kinds(await rig.enter(noor))).toEqual(['sick']);
    expect(await kinds(await rig.enter(grace))).toEqual(['sick']);
    expect(await kinds(await rig.enter(maya))).toEqual(['other']);
  });

  test.each([
    ['wrongTimes', put('2026-11-21T14:00', '2026-11-21T12:00', wei)],
    ['wrongTimes', put('2026-11-31T09:00', '2026-12-01T12:00', wei)],
    ['wrongTimes', put('2026-11-21T14:00', '9999-11-21T12:00', wei)],
    ['shiftIsOver', put('2026-11-21T07:00', '2026-11-21T10:00', wei)],
    ['unknownAgent', put('2026-11-21T12:00', '2026-11-21T14:00', maya)],
    ['unknownLayer', put('2026-11-21T12:00', '2026-11-21T14:00', wei, { layer: 'night' })],
    ['unknownRota', { ...put('2026-11-21T12:00', '2026-11-21T14:00', wei), rotaId: asId<'rota'>('none') }],
  ] as const)('ROTA-7 is refused with %s', async (problem, command) => {
    const rig = await openRotaRig();
    expect(await (await rig.enter(noor)).try(command)).toMatchObject({ refusal: { problem } });
  });

  test('ROTA-8 days that no calendar has, or too many of them, are refused', async () => {
    const rig = await openRotaRig();
    const noors = await rig.enter(noor);
    for (const [from, until] of [
      ['2026-11-31', '2026-12-02'],
      ['0001-01-01', '9999-12-31'],
      ['9999-12-30', '9999-12-31'],
      ['2026-12-02', '2026-12-01'],
    ] as const) {
      const refused = { refusal: { problem: 'wrongTimes' } };
      expect(await noors.ask({ ask: 'rota.schedule', rotaId, from, until })).toMatchObject(refused);
      expect(await noors.ask({ ask: 'rota.changes', rotaId, from, until })).toMatchObject(refused);
    }
  });
});

const sick = {
  absenceId: asId<'absence'>('sick'),
  agentId: grace.agentId,
  from: taipei('2026-11-24T00:00'),
  until: taipei('2026-11-25T00:00'),
  kind: 'sick',
  note: '',
  feedUid: null,
  madeBy: noor.agentId,
  madeAt: 0,
  removedAt: null,
  version: 1,
} as const;

describe('what is wrong is seen before it happens', () => {
  test('ROTA-10 Grace is away on a day that is hers: a gap, until Noor puts Wei on', async () => {
    const rig = await reachable(await openRotaRig());
    const noors = await rig.enter(noor);
    await rig.store.commit([{ put: 'absence', absence: sick }]);
    await rig.restart([]);
    const again = await rig.enter(noor);
    const before = await scheduleOf(again, '2026-11-24', '2026-11-26');
    expect(said(before)).toEqual([
      '11-24T00:00 11-24T09:00 Max',
      '11-24T09:00 11-25T00:00 absent',
      '11-25T00:00 11-25T09:00 Grace',
      '11-25T09:00 11-26T00:00 Wei',
    ]);
    expect(faultsOf(before)).toEqual(['absent Grace']);
    await again.do(put('2026-11-24T09:00', '2026-11-25T00:00', wei));
    expect((await scheduleOf(again, '2026-11-24', '2026-11-26')).faults).toEqual([]);
    expect(noors.screen.goodbyes).toEqual(['draining']);
  });

  test('ROTA-7 ROTA-10 Max can not be in two places: it is refused, and taken when Noor says even so', async () => {
    const rig = await reachable(
      await openRotaRig([
        dutyRota(),
        dutyRota({ rotaId: asId('south'), layers: [dutyLayer({ people: ['max'] })] }),
      ]),
    );
    const noors = await rig.enter(noor);
    const change = put('2026-11-21T12:00', '2026-11-21T14:00', max);
    expect(await noors.try(change)).toMatchObject({ refusal: { problem: 'wouldClash' } });
    await noors.do({ ...change, evenSo: true });
    const today = await scheduleOf(noors, '2026-11-21', '2026-11-22');
    expect(today.faults).toMatchObject([
      { kind: 'twice', agentName: 'Max', from: taipei('2026-11-21T12:00') },
    ]);
  });

  test('ROTA-11 eleven hours of rest: Max of Monday morning can not take Sunday night', async () => {
    const office: Rota = dutyRota({ calendarId: workingDays.calendarId, minimumRest: hours(11) });
    const rig = await reachable(await openRotaRig([office]));
    const noors = await rig.enter(noor);
    const late = put('2026-11-22T20:00', '2026-11-22T23:00', max);
    expect(await noors.try(late)).toMatchObject({ refusal: { problem: 'wouldClash' } });
    expect(await noors.try(put('2026-11-22T18:00', '2026-11-22T22:00', max))).toMatchObject({ ok: true });
  });

  test('ROTA-7 a change that leaves a clash as it was makes none', async () => {
    const rig = await openRotaRig();
    await rig.store.commit([{ put: 'absence', absence: sick }]);
    await rig.restart([]);
    const noors = await rig.enter(noor);
    expect(await noors.try(put('2026-11-24T12:00', '2026-11-24T15:00', wei))).toMatchObject({ ok: true });
  });

  test('ROTA-10 who has neither sat at a desk nor a telephone that may be called is told once, a fortnight ahead', async () => {
    const rig = await reachable(await openRotaRig());
    await rig.store.commit([
      { put: 'dutyContact', contact: contactOf(max, 'phoneOnly', null) },
      { put: 'dutyContact', contact: contactOf(wei, 'phoneOnly', '+886912000111') },
      { put: 'dutyContact', contact: contactOf(grace, 'deskOnly', '+44123456789') },
    ]);
    await rig.restart([]);
    const noors = await rig.enter(noor);
    expect(faultsOf(await scheduleOf(noors, '2026-11-21', '2026-12-21'))).toEqual(['notReachable Max']);
    expect(faultsOf(await scheduleOf(noors, '2026-12-10', '2026-12-21'))).toEqual([]);
  });

  const contactOf = (who: typeof max, reach: 'phoneOnly' | 'deskOnly', phone: string | null) => ({
    ...{ agentId: who.agentId, reach, email: null, version: 1 },
    phone: phone as never,
  });

  test('ROTA-10 a layer names somebody who is not here: the gap says whom', async () => {
    const rig = await reachable(await openRotaRig([dutyRota({ layers: [dutyLayer({ people: ['olga'] })] })]));
    const today = await scheduleOf(await rig.enter(noor), '2026-11-22', '2026-11-23');
    expect(today.shifts).toMatchObject([{ gap: 'notActive', missingName: 'olga' }]);
    expect(faultsOf(today)).toEqual(['notActive olga']);
  });

  test('ROTA-8 a preview shows what would be wrong, and nothing is kept', async () => {
    const rig = await reachable(await openRotaRig([dutyRota({ minimumRest: hours(11) })]));
    const noors = await rig.enter(noor);
    const asked = await noors.ask({
      ask: 'rota.preview',
      ...{ rotaId, from: '2026-11-22', until: '2026-11-23' },
      shifts: [{ layer: 'duty', from: '2026-11-22T10:00', until: '2026-11-22T11:00', agentId: max.agentId }],
    });
    expect(asked).toMatchObject({ ok: true });
    if (!asked.ok) return;
    expect(said(asked.value as RotaSchedule)).toContain('11-22T10:00 11-22T11:00 Max');
    expect(said(await scheduleOf(noors, '2026-11-22', '2026-11-23'))).not.toContain(
      '11-22T10:00 11-22T11:00 Max',
    );
  });
});

describe('who was on is written down', () => {
  test('ROTA-12 it stays as it was when the rules are others', async () => {
    const rig = await openRotaRig();
    await rig.advance(days(2));
    const noors = await rig.enter(noor);
    await noors.do(put('2026-11-21T12:00', '2026-11-24T12:00', max, { evenSo: true }));
    const days3 = await scheduleOf(noors, '2026-11-21', '2026-11-24');
    expect(said(days3)).toEqual([
      '11-21T10:00 11-22T09:00 Grace',
      '11-22T09:00 11-23T09:00 Wei',
      '11-23T09:00 11-23T10:00 Max',
      '11-23T10:00 11-24T00:00 Max',
    ]);
    expect(await stretchesOf(rig, '2026-11-21T00:00', '2026-11-24T00:00')).toEqual([
      ['11-21T10:00', '11-22T09:00', 'grace'],
      ['11-22T09:00', '11-23T09:00', 'wei'],
      ['11-23T09:00', '11-23T10:00', 'max'],
    ]);
  });

  test('ROTA-12 nobody is ill with effect from this morning as far as the books go', async () => {
    const rig = await openRotaRig();
    await rig.advance(hours(4));
    const ill = { ...sick, from: taipei('2026-11-21T09:00'), until: taipei('2026-11-21T18:00') };
    await rig.store.commit([{ put: 'absence', absence: ill }]);
    await rig.restart([]);
    expect(said(await scheduleOf(await rig.enter(noor), '2026-11-21', '2026-11-22'))).toEqual([
      '11-21T10:00 11-21T14:00 Grace',
      '11-21T14:00 11-21T18:00 absent',
      '11-21T18:00 11-22T00:00 Grace',
    ]);
  });

  test('ROTA-12 a gateway that stood still over a change of duty writes who was on meanwhile, and says who is now', async () => {
    const rig = await openRotaRig();
    await (await rig.enter(noor)).do(put('2026-11-22T12:00', '2026-11-22T15:00', max));
    await rig.gateway.stop();
    rig.clock.advance(days(1) + hours(6));
    await rig.restart([]);
    expect(onNow(await rig.enter(maya))).toEqual(['Wei']);
    expect(await stretchesOf(rig, '2026-11-21T00:00', '2026-11-23T00:00')).toEqual([
      ['11-21T10:00', '11-22T09:00', 'grace'],
      ['11-22T09:00', '11-22T12:00', 'wei'],
      ['11-22T12:00', '11-22T15:00', 'max'],
      ['11-22T15:00', '11-22T16:00', 'wei'],
    ]);
  });

  test('ROTA-12 a change survives the gateway being killed', async () => {
    const rig = await openRotaRig();
    await (await rig.enter(noor)).do(put('2026-11-21T10:00', '2026-11-21T15:00', max));
    await rig.crash();
    expect(onNow(await rig.enter(maya))).toEqual(['Max']);
  });

  test('ROTA-12 desks that come and go leave no more rows than shifts', async () => {
    const rig = await openRotaRig();
    for (let n = 0; n < 5; n += 1) {
      await rig.advance(minutes(10));
      rig.gateway.centre();
      await rig.store.commit([
        { put: 'agent', agent: { ...wei, language: n % 2 === 0 ? 'zh-Hant' : 'en' }, passwordHash: null },
      ]);
    }
    await rig.advance(minutes(1));
    await settle();
    expect(await stretchesOf(rig, '2026-11-21T00:00', '2026-11-22T00:00')).toHaveLength(1);
  });

  test('ROTA-12 a centre without rotas keeps no deadline for them', async () => {
    const rig = await openRotaRig([]);
    await rig.advance(days(3));
    const kept = await rig.store.deadlines(Number.MAX_SAFE_INTEGER, 100);
    expect(kept.map(({ key }) => key)).not.toContain('duty');
  });
});
