import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { clockRule, officeHours } from '../../testing/clocks.ts';
import type { Calendar } from '../centre/calendar.ts';
import type { ClockRule } from './case-clock.ts';
import type { ClockTerms } from './clock-life.ts';
import {
  catchUp,
  follow,
  meetClock,
  pauseClock,
  resumeClock,
  runOn,
  seeTo,
  standingOf,
  startClock,
} from './clock-life.ts';

/** Taipei's clocks never change; 21 December 2026 is a Monday. */
const taipei = (text: string): number => Date.parse(`${text}:00+08:00`);
const london = (text: string): number => Date.parse(text);
const caseId = asId<'case'>('c-1');

const terms = (rule: Partial<ClockRule> = {}, ...calendars: Calendar[]): ClockTerms => ({
  rule: clockRule(rule),
  times: { calendars: calendars.length === 0 ? [officeHours()] : calendars, timeZone: 'Asia/Taipei' },
});
const waits = (at: number) => ({ at, why: 'waiting', who: null });

describe('when a clock is due', () => {
  test('CLOCK-2 eight hours from Monday at ten are over on Tuesday at ten: lunch does not count', () => {
    expect(startClock(caseId, taipei('2026-12-21T10:00'), terms()).dueAt).toBe(taipei('2026-12-22T10:00'));
  });

  test('CLOCK-2 what is due with the last minute of the day is due at closing', () => {
    expect(startClock(caseId, taipei('2026-12-21T09:00'), terms()).dueAt).toBe(taipei('2026-12-21T18:00'));
  });

  test('CLOCK-2 what Mr Okafor reports on Saturday begins to count on Monday, and on Tuesday where Monday is a holiday', () => {
    const saturday = taipei('2026-12-19T15:00');
    expect(startClock(caseId, saturday, terms({ target: hours(1) })).dueAt).toBe(taipei('2026-12-21T10:00'));
    const holiday = officeHours({ exceptions: [{ date: '2026-12-21', name: 'Founding Day', open: [] }] });
    expect(startClock(caseId, saturday, terms({ target: hours(1) }, holiday)).dueAt).toBe(
      taipei('2026-12-22T10:00'),
    );
  });

  test('CLOCK-2 a calendar without a zone goes by the centre’s clocks; a rule without one by the centre’s first', () => {
    const times = { calendars: [officeHours({ timeZone: null })], timeZone: 'Europe/London' };
    const rule = clockRule({ calendarId: null, target: hours(1) });
    expect(startClock(caseId, london('2026-12-21T00:00Z'), { rule, times }).dueAt).toBe(
      london('2026-12-21T10:00Z'),
    );
    const none = { calendars: [], timeZone: 'Europe/London' };
    expect(startClock(caseId, london('2026-12-21T00:00Z'), { rule, times: none }).dueAt).toBe(
      london('2026-12-21T01:00Z'),
    );
  });

  test('CLOCK-3 fifty-six days end at the same hour, over the clocks’ change and over a leap day', () => {
    const statutory = (timeZone: string): ClockTerms => ({
      rule: clockRule({ clock: 'statutory', time: 'calendar', target: days(56) }),
      times: { calendars: [], timeZone },
    });
    const due = (start: string, zone: string) => startClock(caseId, london(start), statutory(zone)).dueAt;
    // London puts its clocks forward on 28 March 2027, and back on 31 October
    expect(due('2027-03-01T14:30Z', 'Europe/London')).toBe(london('2027-04-26T14:30+01:00'));
    expect(due('2027-10-01T14:30+01:00', 'Europe/London')).toBe(london('2027-11-26T14:30Z'));
    expect(due('2028-01-31T09:00+08:00', 'Asia/Taipei')).toBe(london('2028-03-27T09:00+08:00'));
  });

  test('CLOCK-3 an hour is an hour in the night in which clocks change, and a day ends at its hour', () => {
    const rule = (target: number): ClockTerms => ({
      rule: clockRule({ time: 'calendar', target }),
      times: { calendars: [], timeZone: 'Europe/London' },
    });
    const night = london('2027-03-28T00:30Z');
    expect(startClock(caseId, night, rule(hours(1))).dueAt).toBe(london('2027-03-28T01:30Z'));
    expect(startClock(caseId, night - days(1), rule(days(1))).dueAt).toBe(night);
    // half past one is left out that day: it is over when the clocks jump to two
    expect(startClock(caseId, london('2027-03-27T01:30Z'), rule(days(1))).dueAt).toBe(
      london('2027-03-28T01:00Z'),
    );
  });

  test('CLOCK-4 nothing to do is due at once, also at night', () => {
    const night = taipei('2026-12-21T23:00');
    expect(startClock(caseId, night, terms({ target: 0 })).dueAt).toBe(night);
  });

  test('CLOCK-8 a calendar that never opens makes no due time, and one that opens once only for as long', () => {
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const once = { date: '2027-01-04', name: 'Stocktaking', open: [{ from: 540, until: 600 }] };
    const never = officeHours({ week: closed });
    const start = taipei('2026-12-21T10:00');
    expect(startClock(caseId, start, terms({}, never)).dueAt).toBeNull();
    const opensOnce = officeHours({ week: closed, exceptions: [once] });
    expect(startClock(caseId, start, terms({ target: hours(1) }, opensOnce)).dueAt).toBe(
      taipei('2027-01-04T10:00'),
    );
    expect(startClock(caseId, start, terms({ target: hours(2) }, opensOnce)).dueAt).toBeNull();
  });
});

describe('standing still', () => {
  const start = taipei('2026-12-21T10:00');

  test('CLOCK-5 while Mr Okafor is asked for a photograph it has no due time, and runs on with what was left', () => {
    const still = pauseClock(startClock(caseId, start, terms()), waits(taipei('2026-12-21T11:00')), terms());
    expect(still.dueAt).toBeNull();
    expect(standingOf(still, taipei('2027-01-20T10:00'))).toBe('paused');
    const on = resumeClock(still, taipei('2026-12-23T11:00'), terms());
    expect(on.dueAt).toBe(taipei('2026-12-24T10:00'));
    expect(on.pauses).toEqual([
      { from: taipei('2026-12-21T11:00'), until: taipei('2026-12-23T11:00'), why: 'waiting', who: null },
    ]);
  });

  test('CLOCK-4 over a closed night a pause leaves out nothing', () => {
    const still = pauseClock(startClock(caseId, start, terms()), waits(taipei('2026-12-21T18:00')), terms());
    expect(resumeClock(still, taipei('2026-12-22T09:00'), terms()).dueAt).toBe(taipei('2026-12-22T10:00'));
  });

  test('CLOCK-5 a statutory clock never does, nor one that is breached', () => {
    const statutory = startClock(caseId, start, terms({ clock: 'statutory', time: 'calendar' }));
    expect(pauseClock(statutory, waits(start + hours(1)), terms())).toBe(statutory);
    const late = startClock(caseId, start, terms());
    expect(pauseClock(late, waits(taipei('2026-12-22T10:00')), terms())).toBe(late);
  });
});

describe('what a clock does by itself', () => {
  const start = taipei('2026-12-21T10:00');
  const due = taipei('2026-12-22T10:00');
  const clock = startClock(caseId, start, terms());

  test('CLOCK-6 it warns an hour of business time before: at five past lunch where lunch lies between', () => {
    const early = startClock(caseId, taipei('2026-12-21T09:35'), terms({ target: hours(3) }));
    expect(catchUp(early, terms({ target: hours(3) }), start).next).toBe(taipei('2026-12-21T11:35'));
    expect(catchUp(clock, terms(), start).next).toBe(taipei('2026-12-21T18:00'));
  });

  test('CLOCK-6 a warning that would come before the start is left out', () => {
    const short = terms({ target: minutes(30) });
    expect(catchUp(startClock(caseId, start, short), short, start)).toMatchObject({
      happened: [],
      next: start + minutes(30),
    });
  });

  test('CLOCK-7 at a breach Maya is told, then the supervisors, the duty managers, and those again and again', () => {
    const told = [0, 30, 60, 90, 120].flatMap((late) => {
      const before = catchUp(clock, terms(), due + minutes(late) - 1).clock;
      return catchUp(before, terms(), due + minutes(late)).happened.map((one) =>
        'tells' in one ? one.tells : null,
      );
    });
    expect(told).toEqual(['owner', 'supervisor', 'dutyManager', 'dutyManager', 'dutyManager']);
  });

  test('CLOCK-7 somebody who sees to it ends the telling; the breach stays', () => {
    const seen = seeTo(catchUp(clock, terms(), due).clock, due + 1);
    expect(catchUp(seen, terms(), due + hours(9))).toEqual({ clock: seen, happened: [], next: null });
    expect(standingOf(seen, due + hours(9))).toBe('breached');
  });

  test('CLOCK-13 what passed while the gateway was down is caught up in order with its true time, each once', () => {
    const { happened, next, clock: after } = catchUp(clock, terms(), due + hours(10));
    expect(happened).toEqual([
      { what: 'warned', at: taipei('2026-12-21T18:00') },
      { what: 'breached', at: due, tells: 'owner' },
      { what: 'escalated', at: due + minutes(30), tells: 'supervisor' },
      { what: 'escalated', at: due + minutes(60), tells: 'dutyManager' },
      { what: 'escalated', at: due + hours(10), tells: 'dutyManager' },
    ]);
    expect(next).toBe(due + hours(10) + minutes(30));
    expect(catchUp(after, terms(), due + hours(10)).happened).toEqual([]);
  });

  test('CLOCK-13 looking at every minute and looking once tell the same up to the repetitions', () => {
    const until = due + minutes(75);
    let looked = clock;
    const told: unknown[] = [];
    for (let at = start; at <= until; at += minutes(1)) {
      const caught = catchUp(looked, terms(), at);
      looked = caught.clock;
      told.push(...caught.happened);
    }
    expect(told).toEqual(catchUp(clock, terms(), until).happened);
    expect(looked).toEqual(catchUp(clock, terms(), until).clock);
  });

  test('CLOCK-9 done in time it is met, done a minute later it is met late, and nothing more comes', () => {
    expect(standingOf(meetClock(clock, due), due)).toBe('met');
    const late = meetClock(clock, due + minutes(1));
    expect([standingOf(late, due + days(1)), late.breachedAt]).toEqual(['metLate', due]);
    expect(catchUp(late, terms(), due + days(1)).next).toBeNull();
  });

  test('CLOCK-10 after a dispute the time with the customer is a pause', () => {
    const met = meetClock(clock, taipei('2026-12-21T11:00'));
    const on = runOn(met, taipei('2026-12-28T11:00'), 'answered', terms());
    expect(on.dueAt).toBe(taipei('2026-12-29T10:00'));
    expect(standingOf(on, taipei('2026-12-28T11:00'))).toBe('running');
  });
});

describe('a changed calendar', () => {
  const start = taipei('2026-12-21T10:00');
  const holiday = officeHours({ exceptions: [{ date: '2026-12-22', name: 'Winter solstice', open: [] }] });

  test('CLOCK-12 a new holiday moves the due time, and a warning already given comes again at its new time', () => {
    const warned = catchUp(startClock(caseId, start, terms()), terms(), taipei('2026-12-21T18:00')).clock;
    const moved = follow(warned, terms({}, holiday), taipei('2026-12-21T18:00'));
    expect(moved.dueAt).toBe(taipei('2026-12-23T10:00'));
    const longer = follow(warned, terms({ target: hours(9) }), taipei('2026-12-21T18:00'));
    expect(catchUp(longer, terms({ target: hours(9) }), taipei('2026-12-22T10:00')).happened).toEqual([
      { what: 'warned', at: taipei('2026-12-22T10:00') },
    ]);
  });

  test('CLOCK-12 a breach that is none by the new reckoning is taken back, with who sees to it', () => {
    const now = taipei('2026-12-22T12:00');
    const late = seeTo(catchUp(startClock(caseId, start, terms()), terms(), now).clock, now);
    const moved = follow(late, terms({}, holiday), now);
    expect(moved).toMatchObject({ breachedAt: null, stepsTaken: 0, acknowledgedAt: null });
    expect(standingOf(moved, now)).toBe('warned');
  });

  test('CLOCK-12 a breach that stays one has its new time, and nobody is told twice', () => {
    const now = taipei('2026-12-22T12:00');
    const late = catchUp(startClock(caseId, start, terms()), terms(), now).clock;
    const earlier = follow(late, terms({ target: hours(7) }), now);
    expect(earlier.breachedAt).toBe(taipei('2026-12-21T18:00'));
    expect(catchUp(late, terms(), now).happened).toEqual([]);
  });
});
