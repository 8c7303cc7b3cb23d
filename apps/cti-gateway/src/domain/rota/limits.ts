import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Agent } from '../agent/agent.ts';
import { weekdays } from '../centre/calendar.ts';
import { longestBreak } from './faults.ts';
import { instantOf, laterDate, localDateAt, localTime } from './local-time.ts';
import type { RotaFault, RotaLimit, Shift } from './rota.ts';
import { weekdayOf } from './turns.ts';

/** What one person may be planned for at most; null: as much as it comes to. */
export type Limits = Omit<RotaLimit, 'who'>;
type LimitName = keyof Limits;

export type LimitedPerson = Pick<Agent, 'userName' | 'familyId' | 'roles'>;

/** From the closest to the widest; what is closer counts. */
const circles = ['person', 'family', 'grade', 'everybody'] as const satisfies RotaLimit['who']['of'][];

function isMeant({ who }: RotaLimit, { userName, familyId, roles }: LimitedPerson): boolean {
  switch (who.of) {
    case 'everybody':
      return true;
    case 'family':
      return who.familyId === familyId;
    case 'grade':
      return roles.includes(who.grade);
    case 'person':
      return who.userName === userName;
  }
}

/** PLAN-3: each limit as it is set closest to the person; of several in one circle the tightest. */
export function limitsFor(limits: readonly RotaLimit[], person: LimitedPerson): Limits {
  const meant = limits.filter((limit) => isMeant(limit, person));
  const closest = (name: LimitName): number | null => {
    for (const circle of circles) {
      const set = meant.flatMap((limit) => (limit.who.of === circle ? (limit[name] ?? []) : []));
      if (set.length > 0) return Math.min(...set);
    }
    return null;
  };
  return {
    hoursPerWeek: closest('hoursPerWeek'),
    shiftsPerWeek: closest('shiftsPerWeek'),
    weekendsPerMonth: closest('weekendsPerMonth'),
  };
}

/** A week on the wall, Monday to Sunday. */
export interface LocalWeek {
  readonly from: Instant;
  readonly until: Instant;
  /** when its week-end begins */
  readonly saturday: Instant;
  /** in which its week-end begins: "2027-03" */
  readonly month: string;
}

/** The weeks that [from, until) touches, and all others whose week-ends begin in the same months. */
export function weeksAround(timeZone: string, from: Instant, until: Instant): readonly LocalWeek[] {
  const weeks: LocalWeek[] = [];
  const at = (date: string): Instant => instantOf(localTime(date, 0), timeZone);
  const last = localDateAt(until + days(31), timeZone);
  const first = localDateAt(from - days(31), timeZone);
  for (
    let monday = laterDate(first, -weekdays.indexOf(weekdayOf(first)));
    monday <= last;
    monday = laterDate(monday, 7)
  ) {
    const saturday = laterDate(monday, 5);
    weeks.push({
      from: at(monday),
      until: at(laterDate(monday, 7)),
      saturday: at(saturday),
      month: saturday.slice(0, 7),
    });
  }
  return weeks;
}

/** [from, until) */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from));

/** Whether one person's duty goes beyond a limit in the weeks, or in the months of the week-ends, that `more` touches. */
export function isBeyond(
  limits: Limits,
  weeks: readonly LocalWeek[],
  duty: readonly Span[],
  more: readonly Span[],
): boolean {
  if (Object.values(limits).every((most) => most === null)) return false;
  const touched = weeks.filter((week) => more.some((one) => overlap(week, one) > 0));
  return (
    touched.some((week) => isTooMuch(limits, week, duty)) ||
    isTooManyWeekends(limits, weeks, { duty, more, touched })
  );
}

function isTooMuch({ hoursPerWeek, shiftsPerWeek }: Limits, week: LocalWeek, duty: readonly Span[]): boolean {
  if (hoursPerWeek !== null) {
    const time = duty.reduce((sum, one) => sum + overlap(week, one), 0);
    if (time > hours(hoursPerWeek)) return true;
  }
  if (shiftsPerWeek === null) return false;
  const begun = stintsBegun(duty).filter((from) => from >= week.from && from < week.until);
  return begun.length > shiftsPerWeek;
}

/** When one person's shifts begin; a short break is none (SPEC ROTA-11). */
function stintsBegun(duty: readonly Span[]): readonly Instant[] {
  const begun: Instant[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, until } of duty.toSorted((a, b) => a.from - b.from)) {
    if (from - end > longestBreak) begun.push(from);
    end = Math.max(end, until);
  }
  return begun;
}

const onWeekend = (week: LocalWeek, duty: readonly Span[]): boolean =>
  duty.some((one) => one.from < week.until && one.until > week.saturday);

function isTooManyWeekends(
  { weekendsPerMonth }: Limits,
  weeks: readonly LocalWeek[],
  { duty, more, touched }: Record<'duty' | 'more', readonly Span[]> & { touched: readonly LocalWeek[] },
): boolean {
  if (weekendsPerMonth === null) return false;
  const months = new Set(touched.filter((week) => onWeekend(week, more)).map(({ month }) => month));
  return [...months].some(
    (month) =>
      weeks.filter((week) => week.month === month && onWeekend(week, duty)).length > weekendsPerMonth,
  );
}

/** PLAN-3: what somebody has beyond a limit of this rota, once for each week, at the first piece of the rota that is too much. */
export function overLimitIn(
  shifts: readonly Shift[],
  { rotaId, timeZone }: { readonly rotaId: RotaId; readonly timeZone: string },
  limitsOf: (agentId: AgentId) => Limits,
): readonly RotaFault[] {
  const ends = shifts.flatMap(({ from, until }) => [from, until]);
  if (ends.length === 0) return [];
  const weeks = weeksAround(timeZone, Math.min(...ends), Math.max(...ends));
  return [...byPerson(shifts)].flatMap(([agentId, pieces]) => {
    const limits = limitsOf(agentId);
    const duty: Span[] = pieces.filter((piece) => piece.rotaId !== rotaId);
    const told = new Set<LocalWeek | undefined>();
    return pieces.flatMap((piece): readonly RotaFault[] => {
      if (piece.rotaId !== rotaId) return [];
      duty.push(piece);
      const week = weeks.find(({ until }) => until > piece.from);
      // a later piece may join two shifts into one: only what is too much in the end is told
      const isOver = isBeyond(limits, weeks, duty, [piece]) && isBeyond(limits, weeks, pieces, [piece]);
      if (told.has(week) || !isOver) return [];
      told.add(week);
      const { layer, from, until } = piece;
      return [{ kind: 'overLimit', rotaId, layer, from, until, agentId }];
    });
  });
}

function byPerson(shifts: readonly Shift[]): ReadonlyMap<AgentId, readonly Shift[]> {
  const people = new Map<AgentId, Shift[]>();
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    if (shift.agentId === null) continue;
    const known = people.get(shift.agentId);
    if (known === undefined) people.set(shift.agentId, [shift]);
    else known.push(shift);
  }
  return people;
}
