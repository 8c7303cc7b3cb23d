import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { rotationKinds } from '@ringside/shared/model/rota';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WallTable } from '../../testing/minute-by-minute.ts';
import { readWalls } from '../../testing/minute-by-minute.ts';
import { scheduleByMinute, whoByMinute } from '../../testing/rota-by-minute.ts';
import type { Calendar, OpenInterval } from '../centre/calendar.ts';
import { weekdays } from '../centre/calendar.ts';
import type { Absence, Rota, RotaChange, RotaLayer } from './rota.ts';
import type { RotaFacts } from './schedule.ts';
import { joined, scheduleOf, within } from './schedule.ts';

const day = 1_440;
const length = 6 * day;
/** Days on which clocks change both ways, by an hour and by half of one, and a zone where they never do. */
const tables = (
  [
    ['Europe/London', '2027-03-26'],
    ['Europe/London', '2027-10-29'],
    ['America/New_York', '2027-03-12'],
    ['America/New_York', '2027-11-05'],
    ['Asia/Taipei', '2028-02-26'],
    ['Australia/Lord_Howe', '2027-04-02'],
    ['Australia/Lord_Howe', '2027-10-01'],
  ] as const
).map(([timeZone, date]) => readWalls(timeZone, Date.parse(`${date}T00:00Z`) / 60_000, length));

const names = ['max', 'grace', 'wei', 'gone'];
const people = new Map<string, AgentId>(names.slice(0, 3).map((name) => [name, asId<'agent'>(name)]));
const someone = fc.constantFrom<AgentId>(...people.values());

const intervals = fc
  .uniqueArray(fc.nat(96), { maxLength: 4 })
  .map((marks) => marks.map((mark) => mark * 15).sort((a, b) => a - b))
  .map((marks): OpenInterval[] =>
    marks.flatMap((from, i) => {
      const until = marks[i + 1];
      return i % 2 === 0 && until !== undefined ? [{ from, until }] : [];
    }),
  );
const week = fc.record(
  Object.fromEntries(
    weekdays.map((name) => [name, fc.oneof({ weight: 3, arbitrary: intervals }, fc.constant([]))]),
  ),
) as fc.Arbitrary<Calendar['week']>;

const layers = fc.record({
  rotation: fc.constantFrom(...rotationKinds),
  startsBefore: fc.nat(40),
  turnLength: fc.integer({ min: 1, max: 3 }),
  changesAt: fc.tuple(fc.nat(700), fc.integer({ min: 701, max: 1_439 })),
  changesOn: fc.constantFrom(...weekdays),
  people: fc.array(fc.constantFrom(...names), { maxLength: 4 }),
});
/** overrides, swaps and covers alike: from a time on, for a while, somebody or nobody */
const changes = fc.array(
  fc.record({
    layer: fc.constantFrom('duty', 'backup'),
    from: fc.nat(5 * day),
    length: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 2 * day })),
    agentId: fc.oneof({ weight: 3, arbitrary: someone }, fc.constant(null)),
    undone: fc.boolean(),
  }),
  { maxLength: 8 },
);
const drawn = fc.record({
  // by its number, or a failure would print every minute of it
  zone: fc.nat(tables.length - 1),
  week: fc.option(week, { freq: 4 }),
  special: fc.option(fc.record({ on: fc.nat(5), open: intervals })),
  duty: layers,
  backup: layers,
  changes,
  absences: fc.array(
    fc.record({ who: someone, from: fc.nat(5 * day), length: fc.integer({ min: 1, max: 2 * day }) }),
    {
      maxLength: 4,
    },
  ),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const text = { en: 'Duty', 'zh-Hant': '值班', 'zh-Hans': '值班' };

function factsOf(
  table: WallTable,
  { week: open, special, duty, backup, changes: made, absences }: Omit<Drawn, 'zone'>,
): RotaFacts {
  const dateOf = (offset: number): string =>
    new Date((table.from + offset * day) * 60_000).toISOString().slice(0, 10);
  const local = (minute: number): string =>
    new Date(((table.walls[0] ?? 0) + minute) * 60_000).toISOString().slice(0, 16);
  const layer = (name: string, { startsBefore, ...one }: Drawn['duty']): RotaLayer => ({
    layer: name,
    name: text,
    ...one,
    startsOn: dateOf(4 - startsBefore),
  });
  const exceptions =
    special === null ? [] : [{ date: dateOf(special.on), name: 'Special', open: special.open }];
  return {
    rota: {
      rotaId: asId('duty'),
      name: text,
      timeZone: null,
      calendarId: null,
      layers: [layer('duty', duty), layer('backup', backup)],
      minimumRest: 0,
      limits: [],
      ringFor: 0,
      promiseWithin: 0,
      responsible: [],
      remindAt: null,
    } satisfies Rota,
    timeZone: table.timeZone,
    calendar:
      open === null
        ? null
        : { calendarId: asId('hours'), name: text, timeZone: null, week: open, exceptions },
    changes: made.map(({ from, length: long, undone, ...one }, i): RotaChange => ({
      changeId: asId(`change-${i}`),
      rotaId: asId('duty'),
      ...one,
      from: local(from),
      until: local(from + long),
      origin: 'byHand',
      swapId: null,
      reason: '',
      madeBy: asId('noor'),
      madeAt: i,
      undoneBy: undone ? asId('noor') : null,
      undoneAt: undone ? 100 : null,
      version: 1,
    })),
    absences: absences.map(({ who, from, length: long }, i): Absence => ({
      absenceId: asId(`absence-${i}`),
      agentId: who,
      from: (table.from + from) * 60_000,
      until: (table.from + from + long) * 60_000,
      kind: 'holiday',
      note: '',
      feedUid: null,
      madeBy: who,
      madeAt: 0,
      removedAt: null,
      version: 1,
    })),
    people,
  };
}

describe('who is on', () => {
  test('ROTA-3 to ROTA-6 is whom somebody finds who looks at the wall every minute: ten thousand rotas, changes and absences', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const table = tables[one.zone];
        if (table === undefined) throw new Error('There is no such table');
        const facts = factsOf(table, one);
        const from = table.from * 60_000;
        const shifts = scheduleOf(facts, from, from + length * 60_000);
        for (const layer of facts.rota.layers) {
          const found = scheduleByMinute(shifts, layer.layer, table);
          const expected = whoByMinute(facts, layer, table);
          const wrong = expected.findIndex((who, minute) => who !== found[minute]);
          expect([wrong, found[wrong], expected[wrong]]).toEqual([-1, undefined, undefined]);
        }
      }),
      { numRuns: 10_000 },
    );
  }, 600_000);

  test('ROTA-3 whoever asks for a part gets that part of the whole, and the parts make the whole', () => {
    fc.assert(
      fc.property(drawn, fc.nat(length), fc.nat(length), (one, a, b) => {
        const table = tables[one.zone];
        if (table === undefined) throw new Error('There is no such table');
        const facts = factsOf(table, one);
        const at = (minute: number): number => (table.from + minute) * 60_000;
        const [from, until] = [at(Math.min(a, b)), at(Math.max(a, b))];
        const whole = scheduleOf(facts, at(0), at(length));
        const parts = [
          scheduleOf(facts, at(0), from),
          scheduleOf(facts, from, until),
          scheduleOf(facts, until, at(length)),
        ];
        expect(parts[1]).toEqual(within(whole, from, until));
        const layers = facts.rota.layers.flatMap(({ layer }) =>
          parts.flat().filter((shift) => shift.layer === layer),
        );
        expect(joined(layers)).toEqual(whole);
      }),
      { numRuns: 1_000 },
    );
  });
});
