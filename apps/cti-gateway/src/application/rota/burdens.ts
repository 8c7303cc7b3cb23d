import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { BurdenView } from '@ringside/shared/protocol/rota';
import type { Load } from '../../domain/rota/burden.ts';
import { dutyPlace, loadsOf, noLoad, together, weights } from '../../domain/rota/burden.ts';
import type { Span } from '../../domain/rota/limits.ts';
import { laterDate, localDateAt, localTime } from '../../domain/rota/local-time.ts';
import type { DutyStretch, Rota, Shift } from '../../domain/rota/rota.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** PLAN-2: what was carried before counts for so long. */
const before = days(90);

/** What somebody carries on all rotas. */
export interface Burden {
  readonly agentId: AgentId;
  /** in the period */
  readonly load: Load;
  readonly calls: number;
  /** weighted hours: of the period, of what was before, and of calls */
  readonly burden: number;
  /** when they were last on before the period */
  readonly lastOn: Instant | null;
}

/** PLAN-2: what each of these people carries, `shifts` being those of one rota in the period. */
export async function burdensOf(
  parts: Parts,
  rota: Rota,
  span: Span,
  shifts: readonly Shift[],
): Promise<ReadonlyMap<AgentId, Burden>> {
  const { store, clock, centre } = parts;
  const now = clock.now();
  const calls = await store.managerRequestsTaken(now - before, now);
  const earlierSpan = { from: span.from - before, until: span.from };
  const earlier = await Promise.all(centre.rotas.map((one) => passedDuty(parts, one, earlierSpan)));
  const others = centre.rotas.filter(({ rotaId }) => rotaId !== rota.rotaId);
  const elsewhere = await Promise.all(others.map((one) => passedDuty(parts, one, span)));
  const carried = allLoads(centre.rotas.map((one, i) => loadsOf(earlier[i] ?? [], placeOf(parts, one))));
  const loads = allLoads([
    loadsOf(shifts, placeOf(parts, rota)),
    ...others.map((one, i) => loadsOf(elsewhere[i] ?? [], placeOf(parts, one))),
  ]);
  const lastOn = new Map<AgentId, Instant>();
  for (const { agentId, until } of earlier.flat())
    if (agentId !== null) lastOn.set(agentId, Math.max(until, lastOn.get(agentId) ?? 0));
  const people = new Set([...membersOf(parts, rota), ...shifts.flatMap(({ agentId }) => agentId ?? [])]);
  return new Map(
    [...people].map((agentId) => {
      const load = loads.get(agentId) ?? noLoad;
      const taken = calls.get(agentId) ?? 0;
      const burden = load.weight + (carried.get(agentId)?.weight ?? 0) + taken * weights.call;
      return [agentId, { agentId, load, calls: taken, burden, lastOn: lastOn.get(agentId) ?? null }];
    }),
  );
}

export const burdenViews = ({ floor }: Parts, burdens: ReadonlyMap<AgentId, Burden>): readonly BurdenView[] =>
  [...burdens.values()]
    .map(({ agentId, load, calls, burden }) => ({
      agentId,
      agentName: agentName(floor, agentId),
      hours: load.time / hours(1),
      shifts: load.shifts,
      weekends: load.weekends.size,
      holidays: load.holidays.size,
      calls,
      burden,
    }))
    .toSorted((a, b) => a.agentName.localeCompare(b.agentName));

/** Whose days, nights and holidays a rota goes by. */
export const placeOf = ({ rota: book, centre }: Parts, rota: Rota) =>
  dutyPlace(
    book.zoneOf(rota),
    centre.calendars.find(({ calendarId }) => calendarId === rota.calendarId) ?? null,
  );

/** The people of its layers who may be on. */
function membersOf({ rota: book }: Parts, rota: Rota): readonly AgentId[] {
  const { people } = book.facts(rota);
  return rota.layers.flatMap((layer) => layer.people.flatMap((userName) => people.get(userName) ?? []));
}

/** A rota's schedule with all that is kept of it, however long ago. */
export async function keptSchedule(
  parts: Parts,
  rota: Rota,
  { from, until }: Span,
): Promise<readonly Shift[]> {
  const { store, rota: book } = parts;
  const timeZone = book.zoneOf(rota);
  const first = localTime(laterDate(localDateAt(from, timeZone), -1), 0);
  const last = localTime(laterDate(localDateAt(until, timeZone), 1), 0);
  const changes = await store.rotaChanges(rota.rotaId, first, last);
  const absences = await store.absences(from, until);
  return scheduleOf(book.facts(rota, { changes, absences }), from, until);
}

/** Who was on as it was written down, and from there on as it stands. What was before anything was written down is not known. */
export async function passedDuty(parts: Parts, rota: Rota, { from, until }: Span): Promise<readonly Shift[]> {
  const { store, clock } = parts;
  const written = (await store.dutyWrittenUntil(rota.rotaId)) ?? clock.now();
  const stretches = await store.dutyStretches(rota.rotaId, from, Math.min(until, written));
  const planned = { from: Math.max(from, written), until };
  const coming = planned.from < planned.until ? await keptSchedule(parts, rota, planned) : [];
  return [...stretches.map((stretch) => asShift(stretch, from, until)), ...coming];
}

const asShift = (stretch: DutyStretch, from: Instant, until: Instant): Shift => ({
  ...stretch,
  from: Math.max(stretch.from, from),
  until: Math.min(stretch.until, until),
  ...{ how: 'turn', gap: null, missing: null, changeId: null },
});

function allLoads(rotas: readonly ReadonlyMap<AgentId, Load>[]): ReadonlyMap<AgentId, Load> {
  const all = new Map<AgentId, Load>();
  for (const loads of rotas)
    for (const [agentId, load] of loads) all.set(agentId, together(all.get(agentId) ?? noLoad, load));
  return all;
}
