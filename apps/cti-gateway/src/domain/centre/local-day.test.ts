import { hours } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { localDay } from './local-day.ts';

const utc = (text: string): number => Date.parse(text);

describe('a local day', () => {
  test('in Taipei begins at four in the afternoon UTC', () => {
    expect(localDay(utc('2026-11-21T02:00:00Z'), 'Asia/Taipei')).toEqual({
      from: utc('2026-11-20T16:00:00Z'),
      until: utc('2026-11-21T16:00:00Z'),
    });
  });

  test('has 23 hours when London goes to summer time', () => {
    const { from, until } = localDay(utc('2026-03-29T12:00:00Z'), 'Europe/London');
    expect([from, until - from]).toEqual([utc('2026-03-29T00:00:00Z'), hours(23)]);
  });

  test('has 25 hours when New York goes back, also seen from its first minute', () => {
    const { from, until } = localDay(utc('2026-11-01T04:01:00Z'), 'America/New_York');
    expect([from, until - from]).toEqual([utc('2026-11-01T04:00:00Z'), hours(25)]);
  });
});
