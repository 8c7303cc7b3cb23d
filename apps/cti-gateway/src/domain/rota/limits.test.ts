import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { Limits } from './limits.ts';
import { limitsFor, overLimitIn } from './limits.ts';
import { instantOf, localTimeAt } from './local-time.ts';
import type { RotaLimit, Shift } from './rota.ts';

const zone = 'Europe/London';
const rotaId = asId<'rota'>('duty');
const grace = asId<'agent'>('grace');
const none: Limits = { hoursPerWeek: null, shiftsPerWeek: null, weekendsPerMonth: null };
const shift = (from: string, until: string, on = 'duty'): Shift => ({
  rotaId: asId(on),
  layer: 'duty',
  from: instantOf(from, zone),
  until: instantOf(until, zone),
  agentId: grace,
  how: 'turn',
  gap: null,
  missing: null,
  changeId: null,
});
const over = (limits: Partial<Limits>, ...shifts: Shift[]): string[] =>
  overLimitIn(shifts, { rotaId, timeZone: zone }, () => ({ ...none, ...limits })).map(({ from }) =>
    localTimeAt(from, zone),
  );

describe('limits', () => {
  test('PLAN-3 what is set for Grace goes before her family, her grade and everybody; of two the tighter', () => {
    const limit = (
      who: RotaLimit['who'],
      hoursPerWeek: number | null,
      shiftsPerWeek: number | null = null,
    ) => ({
      ...none,
      who,
      hoursPerWeek,
      shiftsPerWeek,
    });
    const limits = [
      limit({ of: 'everybody' }, 10, 5),
      limit({ of: 'grade', grade: 'manager' }, 12),
      limit({ of: 'grade', grade: 'supervisor' }, 8),
      limit({ of: 'family', familyId: asId('claims') }, 14, 3),
      limit({ of: 'person', userName: 'grace' }, 20),
    ];
    const person = (userName: string, familyId: string | null, ...roles: ('manager' | 'supervisor')[]) =>
      limitsFor(limits, { userName, familyId: familyId === null ? null : asId(familyId), roles });
    expect(person('grace', 'claims', 'manager')).toEqual({ ...none, hoursPerWeek: 20, shiftsPerWeek: 3 });
    expect(person('max', null, 'manager')).toEqual({ ...none, hoursPerWeek: 12, shiftsPerWeek: 5 });
    expect(person('noor', null, 'manager', 'supervisor').hoursPerWeek).toBe(8);
    expect(person('li', null)).toEqual({ ...none, hoursPerWeek: 10, shiftsPerWeek: 5 });
  });

  test('PLAN-3 a week begins on Monday: hours over midnight of Sunday count where they lie', () => {
    const twoWeeks = [
      shift('2027-01-08T09:00', '2027-01-08T17:00'),
      shift('2027-01-10T22:00', '2027-01-11T06:00'),
      shift('2027-01-12T09:00', '2027-01-12T13:00'),
    ];
    expect(over({ hoursPerWeek: 10 }, ...twoWeeks)).toEqual([]);
    expect(over({ hoursPerWeek: 9 }, ...twoWeeks)).toEqual(['2027-01-10T22:00', '2027-01-12T09:00']);
  });

  test('PLAN-3 a week is told once, and duty on another rota counts though it comes later', () => {
    expect(
      over(
        { shiftsPerWeek: 1 },
        shift('2027-01-04T09:00', '2027-01-04T17:00'),
        shift('2027-01-05T09:00', '2027-01-05T17:00'),
        shift('2027-01-06T09:00', '2027-01-06T17:00'),
      ),
    ).toEqual(['2027-01-05T09:00']);
    expect(
      over(
        { shiftsPerWeek: 1 },
        shift('2027-01-04T09:00', '2027-01-04T17:00'),
        shift('2027-01-06T09:00', '2027-01-06T17:00', 'regional'),
      ),
    ).toEqual(['2027-01-04T09:00']);
  });

  test('PLAN-3 a lunch makes no second shift', () => {
    const day = [
      shift('2027-01-04T09:00', '2027-01-04T12:00'),
      shift('2027-01-04T13:00', '2027-01-04T17:00'),
    ];
    expect(over({ shiftsPerWeek: 1 }, ...day)).toEqual([]);
    const [morning, afternoon] = day;
    if (morning === undefined || afternoon === undefined) throw new Error('A day has two parts');
    const evening = shift('2027-01-04T17:00', '2027-01-04T18:00', 'regional');
    expect(over({ shiftsPerWeek: 1 }, evening, morning, afternoon)).toEqual([]);
  });

  test('PLAN-3 a week-end counts in the month of its Saturday', () => {
    const saturdays = [
      shift('2027-01-02T09:00', '2027-01-02T17:00'),
      shift('2027-01-31T09:00', '2027-01-31T17:00'),
      shift('2027-02-06T09:00', '2027-02-06T17:00'),
    ];
    expect(over({ weekendsPerMonth: 1 }, ...saturdays)).toEqual(['2027-01-31T09:00']);
    expect(over({ weekendsPerMonth: 2 }, ...saturdays)).toEqual([]);
  });
});
