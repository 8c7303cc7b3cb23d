import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { RotaFaultView, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import { clockChangesIn } from '../../domain/rota/clock-changes.ts';
import { doublesIn, gapsIn, tooLittleRestIn } from '../../domain/rota/faults.ts';
import { instantOf, localTime, localTimeAt } from '../../domain/rota/local-time.ts';
import type { Rota, RotaFault, Shift } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { burdensOf, burdenViews } from './burdens.ts';
import { mayPlan } from './may-plan.ts';
import { limitsReach, overLimits } from './over-limits.ts';

/** Local days, [from, until). */
export interface LocalDays {
  readonly from: string;
  readonly until: string;
}

/** ROTA-8: the final schedule of a rota with all that is wrong in it, as it is or as it would be with other facts. */
export async function scheduleView(
  parts: Parts,
  asker: AgentId,
  rota: Rota,
  span: LocalDays,
  instead: readonly RotaFacts['changes'][number][] = [],
): Promise<RotaSchedule> {
  const { rota: book, store, centre } = parts;
  const timeZone = book.zoneOf(rota);
  const [from, until] = [span.from, span.until].map((date) => instantOf(localTime(date, 0), timeZone));
  if (from === undefined || until === undefined) throw new Error('A span has two ends');
  // limits look at the whole of weeks and months
  const around = await store.absences(from - limitsReach, until + limitsReach);
  const [first, last] = [
    localTimeAt(from - limitsReach, timeZone),
    localTimeAt(until + limitsReach, timeZone),
  ];
  const changes = await store.rotaChanges(rota.rotaId, first, last);
  const facts = book.facts(rota, { changes: [...changes, ...instead], absences: around });
  const absences = around.filter((absence) => absence.from < until && absence.until > from);
  const shifts = scheduleOf(facts, from, until);
  const calendar = centre.calendars.find(({ calendarId }) => calendarId === rota.calendarId);
  return {
    rotaId: rota.rotaId,
    timeZone,
    layers: rota.layers.map(({ layer, name }) => ({ layer, name })),
    people: peopleOf(parts, facts),
    shifts: shifts.map((shift) => shiftView(parts, timeZone, shift)),
    faults: faultsWith(parts, rota, facts, shifts, from, until).map((fault) => faultView(parts, fault)),
    burdens: [...burdenViews(parts, await burdensOf(parts, rota, { from, until }, shifts))],
    holidays: (calendar?.exceptions ?? [])
      .filter(({ date, open }) => open.length === 0 && date >= span.from && date < span.until)
      .map(({ date, name }) => ({ date, name })),
    clockChanges: [...clockChangesIn(from, until, timeZone)],
    absences: absences.map(({ agentId, from: begins, until: ends, kind }) => ({
      ...{ agentId, kind },
      from: begins,
      until: ends,
    })),
    mayChange: mayPlan(parts, asker, rota),
  };
}

/** Who may be put on the rota, by name. */
const peopleOf = ({ floor }: Parts, { people }: RotaFacts): RotaSchedule['people'] =>
  [...people.values()]
    .map((agentId) => ({ agentId, name: agentName(floor, agentId) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

/** All that is wrong: gaps of this rota, and clashes of its people with their shifts on any rota. */
export function faultsWith(
  parts: Parts,
  rota: Rota,
  facts: RotaFacts,
  shifts: readonly Shift[],
  from: Instant,
  until: Instant,
): readonly RotaFault[] {
  const { rota: book, centre } = parts;
  // rest reaches over the edge of what is shown
  const [early, late] = [from - days(2), until + days(2)];
  const wide = scheduleOf(facts, early, late);
  const others = centre.rotas
    .filter(({ rotaId }) => rotaId !== rota.rotaId)
    .flatMap(({ rotaId }) => book.shifts(rotaId, early, late));
  const everywhere = [...wide, ...others];
  const restOf = ({ rotaId }: Shift): number => book.rota(rotaId)?.minimumRest ?? 0;
  const clashes = [
    ...doublesIn(everywhere),
    ...tooLittleRestIn(everywhere, restOf),
    ...overLimits(parts, rota, facts, from, until),
  ];
  const shown = new Set(shifts.flatMap(({ agentId }) => (agentId === null ? [] : [agentId])));
  return [
    ...gapsIn(shifts),
    ...clashes.filter(
      (fault) =>
        fault.agentId !== null && shown.has(fault.agentId) && fault.from < until && fault.until > from,
    ),
  ].toSorted((a, b) => a.from - b.from);
}

export const shiftView = ({ floor }: Parts, timeZone: string, { missing, ...shift }: Shift): ShiftView => ({
  ...shift,
  fromLocal: localTimeAt(shift.from, timeZone),
  untilLocal: localTimeAt(shift.until, timeZone),
  agentName: shift.agentId === null ? '' : agentName(floor, shift.agentId),
  missingName: missing === null ? '' : agentName(floor, missing),
});

const faultView = ({ floor }: Parts, { rotaId: _rotaId, ...fault }: RotaFault): RotaFaultView => ({
  ...fault,
  agentName: fault.agentId === null ? '' : agentName(floor, fault.agentId),
});
