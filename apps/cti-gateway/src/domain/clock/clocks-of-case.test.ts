import type { ClockKind } from '@ringside/shared/model/case-clock';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { clockRule } from '../../testing/clocks.ts';
import { builtInComplaints } from '../../testing/complaints.ts';
import { aCase } from '../../testing/records.ts';
import type { Case } from '../case/case.ts';
import type { CaseClock } from './case-clock.ts';
import { standingOf } from './clock-life.ts';
import type { CaseStep, ClockCentre } from './clocks-of-case.ts';
import { clocksAfter } from './clocks-of-case.ts';

const kinds: readonly ClockKind[] = ['acknowledge', 'update', 'resolve', 'statutory'];
const centre: ClockCentre = {
  calendars: [],
  timeZone: 'Asia/Taipei',
  workflows: builtInComplaints.workflows,
  clocks: [
    clockRule({ rule: 'quick', severities: ['safety'], target: hours(2) }),
    clockRule({ rule: 'gold', tiers: ['mvc'], contracts: [asId('gold')], target: hours(4) }),
    ...kinds.map((clock) =>
      clockRule({
        rule: clock,
        clock,
        target: days(2),
        time: clock === 'statutory' ? 'calendar' : 'business',
      }),
    ),
  ],
};
const opened = aCase('1', { severity: 'serious', stage: 'received', openedAt: 0, acknowledgedAt: null });

/** Leads a case through its changes, a step an hour. */
function lead(...changes: readonly (Partial<Case> & { told?: boolean; tier?: CaseStep['tier'] })[]) {
  let before: Case | null = null;
  let clocks: readonly CaseClock[] = [];
  let now = 0;
  for (const { told = false, tier = null, ...change } of [{}, ...changes]) {
    const after: Case = { ...(before ?? opened), ...change };
    const steps = clocksAfter(clocks, { before, after, tier, told, now }, centre);
    clocks = steps.map((step) => step.after);
    before = after;
    now += hours(1);
  }
  const last = now - hours(1);
  const of = (kind: ClockKind): CaseClock => {
    const found = clocks.find(({ clock }) => clock === kind);
    if (found === undefined) throw new Error(`There is no ${kind} clock`);
    return found;
  };
  const standings = clocks.map((clock) => `${clock.clock} ${standingOf(clock, last)}`);
  return { of, last, standings, clocks };
}
const waiting = { stage: 'waiting' };
const answered = { stage: 'communicated' };
const disputed = { stage: 'disputed' };
const closed = { stage: 'closed', closedAt: 1 };
const told = { answer: { proposal: '', toldAt: 1, customer: null } };

describe('clocks of a case', () => {
  test('CLOCK-1 the first rule that fits counts, and one for a tier or contract only where both are so', () => {
    expect(lead().of('resolve').rule).toBe('resolve');
    expect(lead({ severity: 'safety' }).of('resolve').rule).toBe('quick');
    expect(lead({ tier: 'mvc' }).of('resolve').rule).toBe('resolve');
    expect(lead({ tier: 'mvc', contractId: asId('gold') }).of('resolve').rule).toBe('gold');
  });

  test('CLOCK-1 a case has a clock of each kind that a rule asks for', () => {
    expect(lead().standings).toEqual(kinds.map((kind) => `${kind} running`));
    const without = { ...centre, clocks: centre.clocks.slice(2, 3) };
    const step = { before: null, after: opened, tier: null, told: false, now: 0 };
    expect(clocksAfter([], step, without).map(({ kind }) => kind)).toEqual(['acknowledge']);
  });

  test('CLOCK-5 they stand still while the case waits, but for the statutory one', () => {
    expect(lead({ acknowledgedAt: 1 }, waiting).standings).toEqual([
      'acknowledge met',
      'update paused',
      'resolve paused',
      'statutory running',
    ]);
    const on = lead(waiting, { stage: 'investigated' });
    expect(on.of('resolve').dueAt).toBe(days(2) + hours(1));
    expect(on.of('statutory').dueAt).toBe(days(2));
  });

  test('CLOCK-5 a pause that Maya made is not ended by the case going on', () => {
    const { clocks } = lead();
    const halted = clocks.map((clock) => ({
      ...clock,
      pauses: [{ from: 1, until: null, why: 'strike at the carrier', who: asId<'agent'>('maya') }],
      dueAt: null,
    }));
    const step = { before: opened, after: { ...opened, stage: 'assessed' }, tier: null, told: false, now: 5 };
    const resolve = clocksAfter(halted, step, centre).find(({ kind }) => kind === 'resolve');
    expect(resolve?.after.pauses.at(-1)?.until).toBeNull();
  });

  test('CLOCK-9 with the answer the resolving is met, the next word stops, and the law is kept when it is told', () => {
    expect(lead(answered).standings).toEqual([
      'acknowledge running',
      'update stopped',
      'resolve met',
      'statutory running',
    ]);
    expect(lead({ ...answered, ...told }).standings).toContain('statutory met');
  });

  test('CLOCK-9 each word to the customer begins the time to the next one', () => {
    expect(lead().of('update').dueAt).toBe(days(2));
    expect(lead({}, { told: true }).of('update').dueAt).toBe(days(2) + hours(2));
  });

  test('CLOCK-9 what is not done when the case is closed stops', () => {
    expect(lead(closed).standings).toEqual([
      'acknowledge stopped',
      'update stopped',
      'resolve met',
      'statutory stopped',
    ]);
  });

  test('CLOCK-10 a disputed answer lets the clock run on without the time the customer had it', () => {
    const { of } = lead(answered, {}, {}, disputed);
    expect(of('resolve')).toMatchObject({ metAt: null, dueAt: days(2) + hours(3) });
    expect(of('update')).toMatchObject({ stoppedAt: null, startedAt: hours(4), dueAt: days(2) + hours(4) });
  });

  test('CLOCK-10 a reopened case begins anew, and the statutory clock as if it had never been closed', () => {
    const { of } = lead(closed, {}, { stage: 'investigated', closedAt: null });
    expect(of('resolve')).toMatchObject({ startedAt: hours(3), metAt: null });
    expect(of('update').startedAt).toBe(hours(3));
    expect(of('statutory')).toMatchObject({ startedAt: 0, dueAt: days(2), stoppedAt: null, pauses: [] });
    const met = lead({ ...closed, ...told }, { stage: 'investigated', closedAt: null });
    expect(met.of('statutory').metAt).not.toBeNull();
  });

  test('CLOCK-11 a case that turns out to be about safety follows the stricter rule from its old start', () => {
    const { of, last } = lead({}, {}, { severity: 'safety' });
    expect(of('resolve')).toMatchObject({ rule: 'quick', dueAt: hours(2), breachedAt: hours(2) });
    expect(standingOf(of('resolve'), last)).toBe('breached');
  });

  test('CLOCK-13 a case from before there were clocks gets them, and nobody is told what is long past', () => {
    const step = { before: opened, after: opened, tier: null, told: false, now: days(9) };
    const begun = clocksAfter([], step, centre).find(({ kind }) => kind === 'resolve');
    expect(begun).toMatchObject({
      happened: [],
      next: null,
      after: { breachedAt: days(2), acknowledgedAt: days(9), version: 1 },
    });
  });

  test('CLOCK-15 what stays as it is is not written', () => {
    const { clocks } = lead();
    const step = { before: opened, after: opened, tier: null, told: false, now: hours(3) };
    expect(clocksAfter(clocks, step, centre).every(({ before, after }) => before === after)).toBe(true);
  });
});
