import type { AgentId, RotaChangeId, RotaId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { DutyLine } from '@ringside/shared/protocol/rota';
import type { Calendar } from '../../domain/centre/calendar.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { DutyContact } from '../../domain/rota/duty-contact.ts';
import { deskAlone } from '../../domain/rota/duty-contact.ts';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import type { Absence, Rota, RotaChange, Shift } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { scheduleOf, within } from '../../domain/rota/schedule.ts';
import type { Change } from '../../ports/store.ts';
import type { Floor } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { OnDuty } from './duty-line.ts';
import { dutyLine, onDutyAt } from './duty-line.ts';

/**
 * Who is on when: the one truth that screens, calls, notices and calendars ask. Rotas and people are those of the centre and the
 * floor as they stand; changes and absences are kept here from two days ago on. Older ones are read from the store by whoever needs them.
 */
export interface RotaBook {
  rota(rotaId: RotaId): Rota | null;
  zoneOf(rota: Rota): string;
  /** What the schedule is made from; `changes` and `absences` instead of those kept, for a preview or the past. */
  facts(rota: Rota, instead?: Partial<Pick<RotaFacts, 'changes' | 'absences'>>): RotaFacts;
  /** Of [from, until), from two days ago on. */
  shifts(rotaId: RotaId, from: Instant, until: Instant): readonly Shift[];
  /** First is asked first; gaps are left out, and nobody stands twice. */
  onDuty(rotaId: RotaId, at: Instant): readonly OnDuty[];
  /** The line that every screen shows. */
  lines(at: Instant): readonly DutyLine[];
  contact(agentId: AgentId): DutyContact;
  /** The next time, within a day, at which any schedule goes on otherwise; null: not within a day. */
  nextMove(at: Instant): Instant | null;
  /** Reads changes, absences and contacts from the store, at the start. */
  recover(): Promise<void>;
  /** What was written. */
  take(changes: readonly Change[]): void;
}

const kept = days(2);
/** changes and absences are read from so long before: a zone may be a day apart from UTC */
const margin = days(2);
/** how far ahead the next shift is looked for */
const ahead = days(35);

export function openRotaBook(parts: () => Parts): RotaBook {
  let changes: readonly RotaChange[] = [];
  let absences: readonly Absence[] = [];
  let contacts: ReadonlyMap<AgentId, DutyContact> = new Map();
  const people = keepPeople();
  const schedules = keepSchedules();
  const rotas = () => parts().centre.rotas;
  const rota = (rotaId: RotaId) => rotas().find((one) => one.rotaId === rotaId) ?? null;
  const zoneOf = (one: Rota) => one.timeZone ?? parts().centre.timeZone;
  const facts: RotaBook['facts'] = (one, instead) => ({
    rota: one,
    timeZone: zoneOf(one),
    calendar: calendarOf(parts().centre, one),
    changes: changes.filter(({ rotaId }) => rotaId === one.rotaId),
    absences,
    people: people(parts().floor),
    ...instead,
  });
  const shifts: RotaBook['shifts'] = (rotaId, from, until) => {
    const one = rota(rotaId);
    if (one === null) return [];
    const { clock, centre, floor } = parts();
    const today = Math.floor(clock.now() / days(1)) * days(1);
    const span = { from: today - kept, until: today + ahead };
    if (from < span.from || until > span.until) return scheduleOf(facts(one), from, until);
    const basis = { centre, people: people(floor), changes, absences, today };
    const whole = schedules(basis, rotaId, () => scheduleOf(facts(one), span.from, span.until));
    return within(whole, from, until);
  };
  /** as far ahead as is kept */
  const coming = (rotaId: RotaId, at: Instant) =>
    shifts(rotaId, at, Math.floor(at / days(1)) * days(1) + ahead);
  const onDuty: RotaBook['onDuty'] = (rotaId, at) => onDutyAt(coming(rotaId, at), at);
  return {
    rota,
    zoneOf,
    facts,
    shifts,
    onDuty,
    lines: (at) =>
      rotas().map((one) => dutyLine(parts().floor, one, zoneOf(one), coming(one.rotaId, at), at)),
    contact: (agentId) => contacts.get(agentId) ?? deskAlone(agentId),
    nextMove(at) {
      const soon = rotas().flatMap(({ rotaId }) => shifts(rotaId, at, at + days(1)));
      const moves = soon.flatMap(({ from, until }) => [from, until]);
      const next = Math.min(...moves.filter((move) => move > at && move < at + days(1)));
      return Number.isFinite(next) ? next : null;
    },
    async recover() {
      const { store, clock, centre } = parts();
      const since = clock.now() - kept - margin;
      const [nextChanges, nextAbsences, nextContacts] = await Promise.all([
        store.rotaChanges(null, localTimeAt(since, centre.timeZone), '9999'),
        store.absences(since, Number.MAX_SAFE_INTEGER),
        store.dutyContacts(),
      ]);
      changes = nextChanges;
      absences = nextAbsences;
      contacts = new Map(nextContacts.map((contact) => [contact.agentId, contact]));
    },
    take(written) {
      const since = parts().clock.now() - kept - margin;
      changes = withChanges(changes, written, since);
      absences = withAbsences(absences, written, since);
      for (const one of written)
        if (one.put === 'dutyContact') contacts = new Map([...contacts, [one.contact.agentId, one.contact]]);
    },
  };
}

/** A calendar that names no zone is in the centre's, wherever the rota is. */
function calendarOf({ calendars, timeZone }: Centre, rota: Rota): Calendar | null {
  const calendar = calendars.find(({ calendarId }) => calendarId === rota.calendarId);
  return calendar === undefined ? null : { ...calendar, timeZone: calendar.timeZone ?? timeZone };
}

/** Those kept and those written, in the order they were made, as the store gives them; the same list where none was written. */
function withChanges(
  known: readonly RotaChange[],
  written: readonly Change[],
  since: Instant,
): readonly RotaChange[] {
  const fresh = written.flatMap((one) => (one.put === 'rotaChange' ? [one.change] : []));
  if (fresh.length === 0) return known;
  const all = new Map<RotaChangeId, RotaChange>();
  for (const change of [...known, ...fresh]) all.set(change.changeId, change);
  const early = localTimeAt(since, 'UTC');
  return [...all.values()]
    .filter(({ until }) => until > early)
    .sort((a, b) => a.madeAt - b.madeAt || (a.changeId < b.changeId ? -1 : 1));
}

function withAbsences(
  known: readonly Absence[],
  written: readonly Change[],
  since: Instant,
): readonly Absence[] {
  const fresh = written.flatMap((one) => (one.put === 'absence' ? [one.absence] : []));
  if (fresh.length === 0) return known;
  const all = new Map([...known, ...fresh].map((absence) => [absence.absenceId, absence]));
  return [...all.values()].filter(({ removedAt, until }) => removedAt === null && until > since);
}

/** Who may be on a rota: active supervisors and managers. The same map as long as it says the same: asked at each call. */
function keepPeople(): (floor: Floor) => ReadonlyMap<string, AgentId> {
  let people: ReadonlyMap<string, AgentId> = new Map();
  return ({ agents }) => {
    const now = new Map<string, AgentId>();
    for (const { agent } of agents.values()) {
      const { active, roles, userName, agentId } = agent;
      if (active && (roles.includes('manager') || roles.includes('supervisor'))) now.set(userName, agentId);
    }
    const isSame = now.size === people.size && [...now].every(([name, id]) => people.get(name) === id);
    if (!isSame) people = now;
    return people;
  };
}

/** All that schedules are made from. */
interface Basis {
  readonly centre: Centre;
  readonly people: ReadonlyMap<string, AgentId>;
  readonly changes: readonly RotaChange[];
  readonly absences: readonly Absence[];
  readonly today: Instant;
}

/** Schedules, made anew when anything they are made from is another. */
function keepSchedules() {
  let basis: Basis | null = null;
  const schedules = new Map<RotaId, readonly Shift[]>();
  return (now: Basis, rotaId: RotaId, make: () => readonly Shift[]): readonly Shift[] => {
    const stands =
      basis !== null &&
      basis.centre === now.centre &&
      basis.people === now.people &&
      basis.changes === now.changes &&
      basis.absences === now.absences &&
      basis.today === now.today;
    if (!stands) schedules.clear();
    basis = now;
    const known = schedules.get(rotaId) ?? make();
    schedules.set(rotaId, known);
    return known;
  };
}
