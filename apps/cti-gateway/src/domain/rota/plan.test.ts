import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import { rotationKinds } from '@ringside/shared/model/rota';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyPlace, weightOfDuty } from './burden.ts';
import { doublesIn, tooLittleRestIn } from './faults.ts';
import type { Limits, Span } from './limits.ts';
import { overLimitIn, weeksAround } from './limits.ts';
import { instantOf, laterDate, localTimeAt } from './local-time.ts';
import { openTurnsOf } from './open-turns.ts';
import type { Plan, PlanFacts } from './plan.ts';
import { planOf } from './plan.ts';
import type { Absence, RotaChange, RotaLayer, Shift } from './rota.ts';
import { brokenBy } from './rules.ts';
import type { RotaFacts } from './schedule.ts';
import { neededIn, scheduleOf } from './schedule.ts';

const zones = ['Europe/London', 'Asia/Taipei', 'Australia/Lord_Howe'];
const names = ['ann', 'ben', 'cleo', 'dan', 'eve'];
const ids = names.map((name) => asId<'agent'>(name));
const text = { en: 'Duty', 'zh-Hant': '值班', 'zh-Hans': '值班' };
/** a Monday three weeks before clocks go forward in London */
const first = '2027-03-08';
const none: Limits = { hoursPerWeek: null, shiftsPerWeek: null, weekendsPerMonth: null };
const office = [
  { from: 540, until: 720 },
  { from: 780, until: 1_020 },
];

interface Drawn {
  readonly zone: string;
  readonly rotation: RotaLayer['rotation'];
  readonly turnLength: number;
  readonly people: number;
  readonly weeks: number;
  readonly officeHours: boolean;
  readonly restHours: number;
  readonly limits: readonly Limits[];
  readonly absences: readonly { readonly who: number; readonly from: number; readonly length: number }[];
  readonly elsewhere: readonly { readonly who: number; readonly from: number; readonly length: number }[];
  readonly changes: readonly {
    readonly who: number | null;
    readonly from: number;
    readonly length: number;
  }[];
  readonly carries: readonly number[];
  readonly changesAt?: readonly number[];
}

const who = fc.nat(names.length - 1);
const someTime = { from: fc.nat(20 * 24), length: fc.integer({ min: 1, max: 100 }) };
const most = (max: number) => fc.option(fc.integer({ min: 1, max }), { freq: 2, nil: null });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  zone: fc.constantFrom(...zones),
  rotation: fc.constantFrom(...rotationKinds),
  turnLength: fc.integer({ min: 1, max: 3 }),
  people: fc.integer({ min: 1, max: names.length }),
  weeks: fc.integer({ min: 1, max: 4 }),
  officeHours: fc.boolean(),
  restHours: fc.constantFrom(0, 11, 24),
  limits: fc.array(fc.record({ hoursPerWeek: most(90), shiftsPerWeek: most(5), weekendsPerMonth: most(3) }), {
    minLength: names.length,
    maxLength: names.length,
  }),
  absences: fc.array(fc.record({ who, ...someTime }), { maxLength: 5 }),
  elsewhere: fc.array(fc.record({ who, ...someTime, length: fc.integer({ min: 1, max: 12 }) }), {
    maxLength: 5,
  }),
  changes: fc.array(fc.record({ who: fc.option(who), ...someTime }), { maxLength: 3 }),
  carries: fc.array(fc.nat(60), { minLength: names.length, maxLength: names.length }),
});
/** people of whom each can do what the others can */
const equals = drawn.map((one) => ({
  ...one,
  restHours: 0,
  limits: names.map(() => none),
  absences: [],
  elsewhere: [],
  changes: [],
  carries: names.map(() => 0),
}));

/** of a turn is left what lies within 24 or 25 hours and is two days all the same */
const fridayAndSaturday: Drawn = {
  ...{ zone: 'Europe/London', rotation: 'halfDaily', turnLength: 2, people: 2, weeks: 1 },
  ...{ officeHours: true, restHours: 0, absences: [], elsewhere: [], carries: [0, 0, 0, 0, 0] },
  limits: [{ ...none, shiftsPerWeek: 1 }, { ...none, shiftsPerWeek: 2 }, none, none, none],
  changes: [{ who: null, from: 54, length: 53 }],
};

const mondayAndTuesday: Drawn = {
  ...fridayAndSaturday,
  ...{ people: 1, restHours: 24, limits: names.map(() => none) },
  changes: [
    { who: null, from: 34, length: 7 },
    { who: null, from: 4, length: 6 },
  ],
};

const spanOf = (zone: string, weeks: number) => ({
  from: instantOf(`${first}T00:00`, zone),
  until: instantOf(`${laterDate(first, 7 * weeks)}T00:00`, zone),
});
const localHour = (hour: number): string =>
  new Date(Date.parse(`${first}T00:00Z`) + hours(hour)).toISOString().slice(0, 16);

function rotaFacts(one: Drawn): RotaFacts {
  const layer: RotaLayer = {
    layer: 'duty',
    name: text,
    rotation: one.rotation,
    startsOn: '2027-01-04',
    turnLength: one.turnLength,
    changesAt: one.changesAt ?? (one.rotation === 'halfDaily' ? [8 * 60, 14 * 60] : [8 * 60]),
    changesOn: 'mon',
    people: names.slice(0, one.people),
  };
  const day = one.officeHours ? office : [];
  return {
    rota: {
      ...{ rotaId: asId('duty'), name: text, timeZone: null, calendarId: null, layers: [layer] },
      ...{ minimumRest: hours(one.restHours), limits: [], ringFor: 0, promiseWithin: 0 },
      ...{ responsible: [], remindAt: null },
    },
    timeZone: one.zone,
    calendar: one.officeHours
      ? {
          ...{ calendarId: asId('office'), name: text, timeZone: null },
          week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day.slice(0, 1), sun: [] },
          exceptions: [{ date: '2027-03-16', name: 'Inventory', open: office.slice(0, 1) }],
        }
      : null,
    changes: one.changes.map(({ who: person, from, length }, i): RotaChange => ({
      ...{ changeId: asId(`change-${i}`), rotaId: asId('duty'), layer: 'duty' },
      ...{ from: localHour(from), until: localHour(from + length) },
      agentId: person === null ? null : (ids[person] ?? null),
      ...{ origin: 'byHand', swapId: null, reason: '', madeBy: asId('noor'), madeAt: i },
      ...{ undoneBy: null, undoneAt: null, version: 1 },
    })),
    absences: one.absences.map(({ who: person, from, length }, i): Absence => ({
      ...{ absenceId: asId(`absence-${i}`), agentId: ids[person] ?? asId(''), kind: 'holiday', note: '' },
      from: instantOf(localHour(from), one.zone),
      until: instantOf(localHour(from + length), one.zone),
      ...{ feedUid: null, madeBy: null, madeAt: 0, removedAt: null, version: 1 },
    })),
    people: new Map(names.map((name) => [name, asId<'agent'>(name)])),
  };
}

function planFacts(one: Drawn): PlanFacts {
  const facts = rotaFacts(one);
  const [layer] = facts.rota.layers;
  if (layer === undefined) throw new Error('It has a layer');
  const span = spanOf(one.zone, one.weeks);
  const elsewhere = one.elsewhere.map(({ who: person, from, length }): Shift => ({
    ...{ rotaId: asId('regional'), layer: 'all', agentId: ids[person] ?? null, how: 'turn' },
    from: instantOf(localHour(from), one.zone),
    until: instantOf(localHour(from + length), one.zone),
    ...{ gap: null, missing: null, changeId: null },
  }));
  return {
    facts,
    layer,
    span,
    place: dutyPlace(one.zone, facts.calendar),
    people: layer.people.map((_, i) => ({
      agentId: ids[i] ?? asId(''),
      limits: one.limits[i] ?? none,
      carries: one.carries[i] ?? 0,
      lastOn: null,
    })),
    schedule: [...scheduleOf(facts, span.from - days(31), span.until + days(31)), ...elsewhere],
    restOf: () => facts.rota.minimumRest,
  };
}

/** What stays, and what the plan gives: the turns it replaces are gone. */
function allDuty({ schedule, span }: PlanFacts, plan: Plan): readonly Shift[] {
  const planned = [...plan.shifts, ...plan.open];
  const kept = schedule.flatMap((shift) => {
    let pieces: Shift[] = [shift];
    if (shift.rotaId !== asId<'rota'>('duty')) return pieces;
    for (const one of planned)
      pieces = pieces
        .flatMap((piece) => [
          { ...piece, until: Math.min(piece.until, one.from) },
          { ...piece, from: Math.max(piece.from, one.until) },
        ])
        .filter(({ from, until }) => from < until);
    return pieces;
  });
  const given = plan.shifts.map((shift): Shift => ({
    ...{ rotaId: asId('duty'), layer: 'duty', how: 'plan', gap: null, missing: null, changeId: null },
    ...shift,
  }));
  return [...kept, ...given].filter(
    ({ from, until }) => from < span.until + days(31) && until > span.from - days(31),
  );
}

/** the open spans of each day */
function openDays(plan: Plan, zone: string): readonly (readonly Span[])[] {
  const byDate = new Map<string, Span[]>();
  for (const span of plan.open) {
    const date = localTimeAt(span.from, zone).slice(0, 10);
    byDate.set(date, [...(byDate.get(date) ?? []), span]);
  }
  return [...byDate.values()];
}

const isGiven = (
  plan: Plan,
  fault: { readonly from: number; readonly until: number; readonly agentId: AgentId | null },
) =>
  plan.shifts.some(
    (one) => one.agentId === fault.agentId && one.from < fault.until && one.until > fault.from,
  );

describe('a fair plan', { timeout: 60_000 }, () => {
  test('PLAN-5 puts nobody in two places, nor on while they are away, and tells of each turn who has it or that nobody has', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const asked = planFacts(one);
        const plan = planOf(asked);
        expect(doublesIn(allDuty(asked, plan)).filter((fault) => isGiven(plan, fault))).toEqual([]);
        const away = plan.shifts.filter((shift) =>
          asked.facts.absences.some(
            (absence) =>
              absence.agentId === shift.agentId && absence.from < shift.until && absence.until > shift.from,
          ),
        );
        expect(away).toEqual([]);
        const told = [...plan.shifts, ...plan.open].toSorted((a, b) => a.from - b.from);
        expect(told.every(({ from, until }, i) => from < until && from >= (told[i - 1]?.until ?? 0))).toBe(
          true,
        );
        const needed = neededIn(asked.facts, asked.span.from, asked.span.until);
        const free = asked.schedule.filter(
          ({ layer, how }) => layer === 'duty' && (how === 'turn' || how === 'gap'),
        );
        const time = free
          .flatMap((shift) =>
            needed.map((span) => Math.min(shift.until, span.until) - Math.max(shift.from, span.from)),
          )
          .reduce((sum, length) => sum + Math.max(0, length), 0);
        expect(told.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(time);
      }),
      { numRuns: 150 },
    );
  });

  test('PLAN-5 leaves everybody their rest and keeps their limits', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const asked = planFacts(one);
        const plan = planOf(asked);
        const before = allDuty(asked, {
          ...plan,
          shifts: [],
          open: [...plan.shifts.map((one) => ({ ...one, why: [] })), ...plan.open],
        });
        const after = allDuty(asked, plan);
        const rests = (shifts: readonly Shift[]) => tooLittleRestIn(shifts, asked.restOf);
        const people = new Set(plan.shifts.map(({ agentId }) => agentId));
        // what was wrong before, by hand or elsewhere, is not the plan’s
        const fresh = rests(after).filter(
          ({ agentId, from }) =>
            agentId !== null &&
            people.has(agentId) &&
            !rests(before).some(
              (fault) => fault.agentId === agentId && fault.from <= from && from <= fault.until + days(2),
            ),
        );
        expect(fresh).toEqual([]);
        const limits = new Map(asked.people.map((person) => [person.agentId, person.limits]));
        const over = overLimitIn(
          after.map((shift) =>
            shift.how === 'plan' ? shift : { ...shift, rotaId: asId<'rota'>('standing') },
          ),
          { rotaId: asId('duty'), timeZone: one.zone },
          (agentId) => limits.get(agentId) ?? none,
        );
        expect(over).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('PLAN-7 nobody could take what stays open, not even a day of it', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        // turns that are days, or can be given by days
        const rotation = one.rotation === 'halfDaily' ? 'daily' : one.rotation;
        const asked = planFacts({ ...one, rotation, changesAt: [0] });
        const plan = planOf(asked);
        const duty = allDuty(asked, plan);
        const weeks = weeksAround(one.zone, asked.span.from, asked.span.until);
        const rest = asked.facts.rota.minimumRest;
        for (const day of openDays(plan, one.zone)) {
          const able = asked.people.filter(({ agentId, limits }) => {
            const absences = asked.facts.absences.filter((absence) => absence.agentId === agentId);
            const theirs = duty.filter((shift) => shift.agentId === agentId);
            const restful = theirs.map(({ from, until }) => ({ from, until, rest }));
            return (
              brokenBy(
                { limits, weeks, absences },
                restful,
                day.map((span) => ({ ...span, rest })),
              ) === null
            );
          });
          expect(able).toEqual([]);
        }
      }),
      { numRuns: 150, examples: [[fridayAndSaturday], [mondayAndTuesday]] },
    );
  });

  test('PLAN-7 somebody gives a turn away to take the only one that nobody else can', () => {
    const one: Drawn = {
      ...{ zone: 'Asia/Taipei', rotation: 'byHand', turnLength: 1, people: 2, weeks: 1, officeHours: true },
      ...{ restHours: 0, elsewhere: [], changes: [], carries: [0, 50] },
      limits: names.map(() => ({ ...none, shiftsPerWeek: 3 })),
      // Ben is away in the second half of the week, for which Ann must keep her three
      absences: [{ who: 1, from: 3 * 24, length: 100 }],
    };
    const plan = planOf(planFacts(one));
    expect(plan.open).toEqual([]);
  });

  test('PLAN-6 people who can do the same carry the same within one turn', () => {
    fc.assert(
      fc.property(equals, (one) => {
        const asked = planFacts(one);
        const plan = planOf(asked);
        const weigh = ({ from, until }: { readonly from: number; readonly until: number }) =>
          weightOfDuty(from, until, asked.place);
        const burdens = asked.people.map(({ agentId }) =>
          plan.shifts
            .filter((shift) => shift.agentId === agentId)
            .reduce((sum, shift) => sum + weigh(shift), 0),
        );
        expect(plan.open).toEqual([]);
        const turns = openTurnsOf(asked.facts, asked.layer, asked.schedule, asked.span);
        const heaviest = Math.max(
          ...turns.map(({ spans }) => spans.reduce((sum, span) => sum + weigh(span), 0)),
        );
        expect(Math.max(...burdens) - Math.min(...burdens)).toBeLessThanOrEqual(heaviest + 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  test('PLAN-6 is never less fair than the rotation that it takes the place of, where that left nobody out and broke nothing', () => {
    fc.assert(
      fc.property(equals, fc.array(fc.nat(60), { minLength: 5, maxLength: 5 }), (one, carries) => {
        const plan = planOf(
          planFacts({ ...one, rotation: one.rotation === 'byHand' ? 'daily' : one.rotation, carries }),
        );
        expect(plan.fairness ?? 1).toBeGreaterThanOrEqual((plan.fairnessBefore ?? 1) - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  test('PLAN-8 the same question has the same answer, in whatever order people stand', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const asked = planFacts(one);
        const again = { ...planFacts(one), people: asked.people.toReversed() };
        expect(planOf(again)).toEqual(planOf(asked));
      }),
      { numRuns: 50 },
    );
  });

  test('PLAN-7 a week that nobody can take whole is shared by days, and a day that nobody can take stays open', () => {
    const one: Drawn = {
      ...{ zone: 'Europe/London', rotation: 'weekly', turnLength: 1, people: 2, weeks: 1, officeHours: true },
      ...{ restHours: 0, limits: names.map(() => none), elsewhere: [], changes: [], carries: [0, 0] },
      absences: [
        { who: 0, from: 0, length: 48 },
        { who: 1, from: 24, length: 48 },
      ],
    };
    const plan = planOf(planFacts(one));
    const whoOn = new Map(
      plan.shifts.map(({ from, agentId }) => [localTimeAt(from, one.zone).slice(0, 10), agentId]),
    );
    expect(whoOn.get('2027-03-08')).toBe('ben');
    expect(whoOn.get('2027-03-10')).toBe('ann');
    expect(plan.open.map(({ from }) => localTimeAt(from, one.zone))).toEqual([
      '2027-03-09T09:00',
      '2027-03-09T13:00',
    ]);
  });

  test('PLAN-6 what somebody carried before the quarter counts, and of equals who was on longest ago comes first', () => {
    const one: Drawn = {
      ...{ zone: 'Asia/Taipei', rotation: 'byHand', turnLength: 1, people: 3, weeks: 1, officeHours: true },
      ...{
        restHours: 0,
        limits: names.map(() => none),
        absences: [],
        elsewhere: [],
        changes: [],
        carries: [100, 0, 0],
      },
    };
    const asked = planFacts(one);
    const people = asked.people.map((person) => ({ ...person, lastOn: person.agentId === 'ben' ? 1 : 0 }));
    const plan = planOf({ ...asked, people });
    expect(plan.shifts.some(({ agentId }) => agentId === 'ann')).toBe(false);
    expect(plan.shifts[0]?.agentId).toBe('cleo');
  });
});
