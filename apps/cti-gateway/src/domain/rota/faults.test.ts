import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doublesIn, gapsIn, stintsOf, tooLittleRestIn } from './faults.ts';
import type { Shift } from './rota.ts';

const shift = (
  who: string | null,
  from: number,
  until: number,
  place: { rota?: string; layer?: string } = {},
): Shift => ({
  rotaId: asId(place.rota ?? 'duty'),
  layer: place.layer ?? 'duty',
  from: hours(from),
  until: hours(until),
  agentId: who === null ? null : asId(who),
  how: who === null ? 'gap' : 'turn',
  gap: who === null ? 'absent' : null,
  missing: who === null ? asId('grace') : null,
  changeId: null,
});
const rest = (least: number) => () => hours(least);
const told = (faults: ReturnType<typeof gapsIn>) =>
  faults.map(({ kind, agentId, from, until }) => [kind, agentId, from / hours(1), until / hours(1)]);

describe('what people call a shift', () => {
  test('ROTA-11 Max goes for lunch in the middle: it is one shift, on whichever rota he is', () => {
    const stints = stintsOf([
      shift('max', 13, 18),
      shift('max', 9, 12, { rota: 'south' }),
      shift('wei', 12, 13),
    ]);
    expect(stints.map(({ agentId, from, until }) => [agentId, from / hours(1), until / hours(1)])).toEqual([
      ['max', 9, 18],
      ['wei', 12, 13],
    ]);
  });

  test('ROTA-11 more than three hours are no lunch', () => {
    const late = { ...shift('max', 15, 18), from: hours(15) + minutes(1) };
    expect(stintsOf([shift('max', 9, 12), late])).toHaveLength(2);
    expect(stintsOf([shift('max', 9, 12), shift('max', 15, 18)])).toHaveLength(1);
  });
});

describe('what is wrong in schedules', () => {
  test('ROTA-10 a gap says who is missing', () => {
    expect(told(gapsIn([shift('max', 0, 9), shift(null, 9, 18)]))).toEqual([['absent', 'grace', 9, 18]]);
  });

  test('ROTA-10 Max is the duty manager and somebody’s backup at once, for as long as both last', () => {
    const faults = doublesIn([
      shift('max', 9, 18),
      shift('max', 12, 20, { layer: 'backup' }),
      shift('wei', 9, 18),
    ]);
    expect(told(faults)).toEqual([['twice', 'max', 12, 18]]);
  });

  test('ROTA-10 one duty after the other is no clash', () => {
    expect(doublesIn([shift('max', 9, 18), shift('max', 18, 20, { rota: 'south' })])).toEqual([]);
  });

  test('ROTA-11 Grace is on until ten at night and again at eight: an hour short of eleven', () => {
    const shifts = [shift('grace', 14, 22), shift('grace', 32, 40), shift('grace', 51, 55)];
    expect(told(tooLittleRestIn(shifts, rest(11)))).toEqual([['tooLittleRest', 'grace', 32, 40]]);
    expect(tooLittleRestIn(shifts, rest(10))).toEqual([]);
  });

  test('ROTA-11 of two rotas the longer rest counts, whichever comes first', () => {
    const restOf = ({ rotaId }: Shift) => hours(rotaId === 'south' ? 11 : 0);
    const [early, late] = [shift('wei', 0, 8), shift('wei', 18, 20)];
    const south = asId<'rota'>('south');
    for (const shifts of [
      [early, { ...late, rotaId: south }],
      [{ ...early, rotaId: south }, late],
    ])
      expect(tooLittleRestIn(shifts, restOf)).toHaveLength(1);
    expect(tooLittleRestIn([early, late], restOf)).toEqual([]);
  });

  test('ROTA-10 somebody is in two places at exactly the hours at which they are counted twice', () => {
    const some = fc.array(
      fc.record({
        who: fc.constantFrom('max', 'wei'),
        from: fc.nat(30),
        length: fc.integer({ min: 1, max: 10 }),
        rota: fc.constantFrom('a', 'b', 'c'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const shifts = drawn.map(({ who, from, length, rota }) => shift(who, from, from + length, { rota }));
        const faults = doublesIn(shifts);
        for (const who of ['max', 'wei'])
          for (let hour = 0; hour < 40; hour += 1) {
            const at = hours(hour);
            const on = shifts.filter((one) => one.agentId === who && one.from <= at && at < one.until);
            const isTold = faults.some((one) => one.agentId === who && one.from <= at && at < one.until);
            expect(isTold).toBe(on.length > 1);
          }
      }),
      { numRuns: 2_000 },
    );
  });
});
