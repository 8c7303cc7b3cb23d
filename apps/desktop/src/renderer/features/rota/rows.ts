import type { AgentId } from '@ringside/shared/model/ids';
import type { RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import type { Language } from '@ringside/shared/model/language';
import { laterDate, localAt } from './span.ts';

/** A row of the calendar, of one layer or of one person; `agentId` null is the row of what nobody has. */
export type Row = {
  readonly id: string;
  readonly name: string;
  readonly shifts: readonly ShiftView[];
  readonly away: readonly Away[];
} & (
  | { readonly of: 'layer'; readonly layer: string }
  | { readonly of: 'person'; readonly agentId: AgentId | null }
);

/** Somebody can't be on, in local times of the rota. */
export interface Away {
  readonly agentId: AgentId;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly kind: RotaSchedule['absences'][number]['kind'];
}

export const keyOf = ({ layer, fromLocal }: Pick<ShiftView, 'layer' | 'fromLocal'>): string =>
  `${layer} ${fromLocal}`;

export function awayIn({ absences, people, timeZone }: RotaSchedule): readonly Away[] {
  const names = new Map(people.map(({ agentId, name }) => [agentId, name]));
  return absences.flatMap(({ agentId, from, until, kind }) => {
    const name = names.get(agentId);
    return name === undefined
      ? []
      : [{ agentId, name, kind, from: localAt(from, timeZone), until: localAt(until, timeZone) }];
  });
}

export const layerRows = (schedule: RotaSchedule, language: Language): readonly Row[] =>
  schedule.layers.map(({ layer, name }) => ({
    of: 'layer',
    id: layer,
    layer,
    name: name[language],
    shifts: schedule.shifts.filter((shift) => shift.layer === layer),
    away: [],
  }));

/** What nobody has stands first, then everybody who may be on. */
export function personRows(schedule: RotaSchedule, nobody: string): readonly Row[] {
  const away = awayIn(schedule);
  const open = schedule.shifts.filter(({ agentId }) => agentId === null);
  const people = schedule.people.map(({ agentId, name }) => ({
    of: 'person' as const,
    id: agentId,
    agentId,
    name,
    shifts: schedule.shifts.filter((shift) => shift.agentId === agentId),
    away: away.filter((one) => one.agentId === agentId),
  }));
  if (open.length === 0) return people;
  return [{ of: 'person', id: '', agentId: null, name: nobody, shifts: open, away: [] }, ...people];
}

/** Shifts that overlap stand one above the other: each with its place, 0 on top. */
export function lanesOf(shifts: readonly ShiftView[]): ReadonlyMap<string, number> {
  const ends: string[] = [];
  const lanes = new Map<string, number>();
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    const free = ends.findIndex((end) => end <= shift.fromLocal);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = shift.untilLocal;
    lanes.set(keyOf(shift), lane);
  }
  return lanes;
}

/** Shifts and absences that touch a day. */
export const onDay = <One extends { readonly from: string; readonly until: string }>(
  list: readonly One[],
  date: string,
): readonly One[] => list.filter(({ from, until }) => from < `${date}T24:00` && until > `${date}T00:00`);

export const shiftsOnDay = (shifts: readonly ShiftView[], date: string): readonly ShiftView[] =>
  shifts.filter(({ fromLocal, untilLocal }) => fromLocal < `${date}T24:00` && untilLocal > `${date}T00:00`);

/** Shifts of the same kind that follow one another, so that their name is written once over all of them. */
export interface Run {
  readonly first: ShiftView;
  readonly untilLocal: string;
}

/** RVIEW-3: consecutive days of one person are one run; a day without them, another way or another fault ends it. */
export function runsOf(shifts: readonly ShiftView[], look: (shift: ShiftView) => string): readonly Run[] {
  const runs: Run[] = [];
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last !== undefined && look(last.first) === look(shift) && isNext(last.untilLocal, shift.fromLocal))
      runs[runs.length - 1] = { ...last, untilLocal: shift.untilLocal };
    else runs.push({ first: shift, untilLocal: shift.untilLocal });
  }
  return runs;
}

const isNext = (until: string, from: string): boolean =>
  from.slice(0, 10) <= laterDate(until.slice(0, 10), 1);
