import { minutes } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localTimeAt } from './local-time.ts';

const zones = ['Europe/London', 'America/New_York', 'Asia/Taipei', 'Australia/Lord_Howe'];
const at = (text: string): number => Date.parse(text);

describe('ROTA-1 wall time and instants', () => {
  test('what is left out when clocks go forward is the moment of the jump', () => {
    expect(instantOf('2027-03-28T01:30', 'Europe/London')).toBe(at('2027-03-28T01:00Z'));
    expect(instantOf('2027-03-28T00:59', 'Europe/London')).toBe(at('2027-03-28T00:59Z'));
    expect(instantOf('2027-03-28T02:00', 'Europe/London')).toBe(at('2027-03-28T01:00Z'));
  });

  test('what comes twice when clocks go back is meant the first time', () => {
    expect(instantOf('2027-10-31T01:30', 'Europe/London')).toBe(at('2027-10-31T00:30Z'));
    expect(instantOf('2027-10-31T02:00', 'Europe/London')).toBe(at('2027-10-31T02:00Z'));
    expect(instantOf('2027-11-07T01:15', 'America/New_York')).toBe(at('2027-11-07T05:15Z'));
  });

  test('half an hour at Lord Howe Island', () => {
    expect(instantOf('2027-10-03T02:15', 'Australia/Lord_Howe')).toBe(at('2027-10-02T15:30Z'));
    expect(instantOf('2027-04-04T01:45', 'Australia/Lord_Howe')).toBe(at('2027-04-03T14:45Z'));
  });

  test('times keep their order, and a clock that shows a time shows it at that instant or for the second time', () => {
    const minute = fc.integer({
      min: at('2026-01-01T00:00Z') / minutes(1),
      max: at('2029-01-01T00:00Z') / minutes(1),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        minute,
        fc.integer({ min: 0, max: 300 }),
        (zone, from, later) => {
          const wall = (m: number): string => new Date(m * minutes(1)).toISOString().slice(0, 16);
          expect(instantOf(wall(from + later), zone)).toBeGreaterThanOrEqual(instantOf(wall(from), zone));
          const shown = localTimeAt(from * minutes(1), zone);
          const first = instantOf(shown, zone);
          expect(first).toBeLessThanOrEqual(from * minutes(1));
          expect(localTimeAt(first, zone)).toBe(shown);
        },
      ),
    );
  });
});
