import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { RotaFaultView, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import { clockChangesIn } from '../../domain/rota/clock-changes.ts';
import { instantOf, localTime, localTimeAt } from '../../domain/rota/local-time.ts';
import type { Rota, RotaFault, Shift } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { joined, scheduleOf, turnAt, within } from '../../domain/rota/schedule.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { burdensOf, burdenViews } from './burdens.ts';
import { mayPlan } from './may-plan.ts';
import { limitsReach } from './over-limits.ts';
import { faultsWith, unreachableIn } from './rota-faults.ts';

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
  const shifts = await finalSchedule(parts, facts, from, until);
  const faults = [
    ...faultsWith(parts, rota, facts, { from, until }),
    ...(await unreachableIn(parts, shifts)),
  ];
  const mayChange = mayPlan(parts, asker, rota);
  const calendar = centre.calendars.find(({ calendarId }) => calendarId === rota.calendarId);
  return {
    rotaId: rota.rotaId,
    timeZone,
    layers: rota.layers.map(({ layer, name }) => ({ layer, name })),
    people: peopleOf(parts, facts),
    shifts: shifts.map((shift) => shiftView(parts, facts, shift)),
    faults: faults.map((fault) => faultView(parts, facts, fault)),
    burdens: [...burdenViews(parts, await burdensOf(parts, rota, { from, until }, shifts))],
    holidays: (calendar?.exceptions ?? [])
      .filter(({ date, open }) => open.length === 0 && date >= span.from && date < span.until)
      .map(({ date, name }) => ({ date, name })),
    clockChanges: [...clockChangesIn(from, until, timeZone)],
    absences: absences.map(({ agentId, from: begins, until: ends, kind }) => ({
      agentId,
      from: begins,
      until: ends,
      // why somebody is away is for themselves and those who plan
      kind: mayChange || agentId === asker ? kind : 'other',
    })),
    mayChange,
  };
}

/** Who may be put on the rota, by name. */
const peopleOf = ({ floor }: Parts, { people }: RotaFacts): RotaSchedule['people'] =>
  [...people.values()]
    .map((agentId) => ({ agentId, name: agentName(floor, agentId) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

/** ROTA-12: what has passed as it was written down, and from there on as the rules have it. */
async function finalSchedule(
  parts: Parts,
  facts: RotaFacts,
  from: Instant,
  until: Instant,
): Promise<readonly Shift[]> {
  const { duty, journal, store } = parts;
  const { rotaId, layers } = facts.rota;
  const edge = Math.max(from, Math.min(until, duty.writtenUntil() ?? from));
  if (from < edge) await journal.written();
  const passed = from < edge ? within(await store.dutyStretches(rotaId, from, edge), from, edge) : [];
  const coming = scheduleOf(facts, edge, until);
  const names = new Set([...layers.map(({ layer }) => layer), ...passed.map(({ layer }) => layer)]);
  return [...names].flatMap((layer) =>
    joined([...passed, ...coming].filter((shift) => shift.layer === layer)),
  );
}

export const shiftView = (parts: Parts, facts: RotaFacts, { missing, ...shift }: Shift): ShiftView => ({
  ...shift,
  fromLocal: localTimeAt(shift.from, facts.timeZone),
  untilLocal: localTimeAt(shift.until, facts.timeZone),
  agentName: shift.agentId === null ? '' : agentName(parts.floor, shift.agentId),
  missingName: shift.gap === null ? '' : missingName(parts, facts, { ...shift, agentId: missing }),
});

const faultView = (
  parts: Parts,
  facts: RotaFacts,
  { rotaId: _rotaId, ...fault }: RotaFault,
): RotaFaultView => ({
  ...fault,
  agentName:
    fault.kind === 'notActive'
      ? missingName(parts, facts, fault)
      : fault.agentId === null
        ? ''
        : agentName(parts.floor, fault.agentId),
});

/** Who would be on, as the layer names them where nobody of this name is here any more. */
function missingName(
  { floor }: Parts,
  facts: RotaFacts,
  { agentId, layer, from }: Pick<RotaFault, 'agentId' | 'layer' | 'from'>,
): string {
  if (agentId !== null) return agentName(floor, agentId);
  const whose = facts.rota.layers.find((one) => one.layer === layer);
  const userName = whose === undefined ? null : turnAt(facts, whose, from);
  const known = [...floor.agents.values()].find(({ agent }) => agent.userName === userName);
  return known?.agent.name ?? userName ?? '';
}
