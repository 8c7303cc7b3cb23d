import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { ClockRule } from '../../domain/clock/case-clock.ts';
import { centre } from '../../testing/cast.ts';
import { clockRule, officeHours } from '../../testing/clocks.ts';
import { checkCentre } from './check-centre.ts';

const pathsOf = (...clocks: readonly ClockRule[]): string[] =>
  checkCentre({ centre: { ...centre, calendars: [officeHours()], clocks } } as Parameters<
    typeof checkCentre
  >[0]).map(({ path }) => path.join('.'));

describe('rules for clocks of cases', () => {
  test('CLOCK-1 those that every centre begins with can be kept', () => {
    expect(pathsOf(...centre.clocks)).toEqual([]);
  });

  test('CLOCK-5 a statutory deadline in business time is told', () => {
    expect(pathsOf(clockRule({ clock: 'statutory', time: 'business' }))).toEqual(['centre.clocks.0.time']);
  });

  test('CLOCK-6 a warning before the start is told, and CLOCK-7 a breach that nobody would hear of', () => {
    const rule = clockRule({ target: hours(1), warnBefore: [minutes(10), hours(1)], escalation: [] });
    expect(pathsOf(rule)).toEqual(['centre.clocks.0.warnBeforeMinutes.1', 'centre.clocks.0.escalation']);
  });

  test('CLOCK-2 a calendar and a contract that are not there are told, and a rule that stands twice', () => {
    const lost = clockRule({ calendarId: asId('night'), contracts: [asId('gold')] });
    expect(pathsOf(lost)).toEqual(['centre.clocks.0.calendarId', 'centre.clocks.0.contracts.0']);
    expect(pathsOf(clockRule(), clockRule())).toHaveLength(1);
  });
});
