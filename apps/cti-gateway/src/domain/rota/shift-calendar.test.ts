import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { grace, max, wei, dutyLayer, dutyRota } from '../../testing/rotas.ts';
import { calendarText } from '../task/calendar-text.ts';
import type { RotaChange } from './rota.ts';
import type { RotaFacts } from './schedule.ts';
import { scheduleOf } from './schedule.ts';
import { shiftItem } from './shift-calendar.ts';

const people = new Map([max, grace, wei].map(({ userName, agentId }) => [userName, agentId]));
/** Max, Grace and Wei change at nine in the evening, every day. */
const factsIn = (timeZone: string, changes: readonly RotaChange[] = []): RotaFacts => ({
  rota: dutyRota({ layers: [dutyLayer({ changesAt: [21 * 60] })] }),
  timeZone,
  calendar: null,
  changes,
  absences: [],
  people,
});

/** Lines of a person's calendar, of these days. */
function linesOf(facts: RotaFacts, agentId: string, from: number, until: number): readonly string[] {
  const { timeZone, changes } = facts;
  const items = scheduleOf(facts, from, until)
    .filter((shift) => shift.agentId === agentId && shift.from > from && shift.until < until)
    .map((shift) => shiftItem(shift, { agentId: asId(agentId), title: 'Duty', timeZone, changes, since: 0 }));
  return calendarText('Ringside', items).split('\r\n');
}
const times = (lines: readonly string[]) => lines.filter((line) => /^DT(START|END)/u.test(line));
const valueOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

describe('RNOTE-7 shifts in a calendar', () => {
  test.each([
    // forward: a night of 23 hours
    ['Europe/London', '2027-03-27', 'DTSTART:20270327T210000Z', 'DTEND:20270328T200000Z'],
    // back: a night of 25
    ['Europe/London', '2027-10-30', 'DTSTART:20271030T200000Z', 'DTEND:20271031T210000Z'],
    ['America/New_York', '2027-03-13', 'DTSTART:20270314T020000Z', 'DTEND:20270315T010000Z'],
    ['America/New_York', '2027-11-06', 'DTSTART:20271107T010000Z', 'DTEND:20271108T020000Z'],
    ['Asia/Taipei', '2027-03-27', 'DTSTART:20270327T130000Z', 'DTEND:20270328T130000Z'],
  ])('%s, the night of %s is as long as it is', (zone, date, begin, end) => {
    const from = Date.parse(`${date}T00:00Z`);
    const all = [max, grace, wei].flatMap(({ agentId }) =>
      times(linesOf(factsIn(zone), agentId, from - days(1), from + days(3))),
    );
    const at = all.indexOf(begin);
    expect(all[at + 1]).toBe(end);
  });

  test('a shift keeps its UID while its end moves, its sequence rises, and it is gone with the shift', () => {
    const from = Date.UTC(2027, 2, 20);
    const before = factsIn('Europe/London');
    const [first] = scheduleOf(before, from, from + days(4)).filter(({ from: begins }) => begins > from);
    const agentId = first?.agentId ?? null;
    if (first === undefined || agentId === null) throw new Error('Somebody is on');
    const late: RotaChange = {
      changeId: asId('c1'),
      rotaId: first.rotaId,
      layer: first.layer,
      from: '2027-03-21T12:00',
      until: '2027-03-21T21:00',
      agentId: agentId === wei.agentId ? max.agentId : wei.agentId,
      origin: 'cover',
      swapId: null,
      reason: '',
      madeBy: max.agentId,
      madeAt: from - hours(1),
      undoneBy: null,
      undoneAt: null,
      version: 1,
    };
    const whole = linesOf(before, agentId, from, from + days(3));
    const shorter = linesOf(factsIn('Europe/London', [late]), agentId, from, from + days(3));
    expect(valueOf(shorter, 'UID')).toBe(valueOf(whole, 'UID'));
    expect(valueOf(shorter, 'DTEND')).toBe('20270321T120000Z');
    expect(Number(valueOf(shorter, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(whole, 'SEQUENCE')));
    const all: RotaChange = { ...late, changeId: asId('c2'), from: '2027-03-20T21:00', madeAt: from };
    expect(linesOf(factsIn('Europe/London', [late, all]), agentId, from, from + days(3))).not.toContain(
      `UID:${valueOf(whole, 'UID')}`,
    );
  });
});
