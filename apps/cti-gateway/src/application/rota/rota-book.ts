import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { DutyLine } from '@ringside/shared/protocol/rota';
import type { DutyContact } from '../../domain/rota/duty-contact.ts';
import { deskAlone } from '../../domain/rota/duty-contact.ts';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import type { Absence, Rota, RotaChange, Shift } from '../../domain/rota/rota.ts';
import type { RotaFacts } from '../../domain/rota/schedule.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** Somebody who is on, in the order in which a rota's people are asked. */
export interface OnDuty {
  readonly agentId: AgentId;
  readonly layer: string;
  readonly until: Instant;
}

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
  /** Whether this person is on any rota now. */
  isOnDuty(agentId: AgentId, at: Instant): boolean;
  /** The line that every screen shows. */
  lines(at: Instant): readonly DutyLine[];
  contact(agentId: AgentId): DutyContact;
  /** Reads changes, absences and contacts from the store, at the start. */
  recover(): Promise<void>;
  /** What was written. */
  take(changes: readonly Change[]): void;
}

const kept = days(2);
/** how far ahead the next shift is looked for */
const ahead = days(14);

export function openRotaBook(parts: () => Parts): RotaBook {
  let changes: readonly RotaChange[] = [];
  let absences: readonly Absence[] = [];
  let contacts: ReadonlyMap<AgentId, DutyContact> = new Map();
  const rotas = () => parts().centre.rotas;
  const rota = (rotaId: RotaId) => rotas().find((one) => one.rotaId === rotaId) ?? null;
  const zoneOf = (one: Rota) => one.timeZone ?? parts().centre.timeZone;
  const facts: RotaBook['facts'] = (one, instead) => ({
    rota: one,
    timeZone: zoneOf(one),
    calendar: parts().centre.calendars.find(({ calendarId }) => calendarId === one.calendarId) ?? null,
    changes: changes.filter(({ rotaId }) => rotaId === one.rotaId),
    absences,
    people: peopleOf(parts()),
    ...instead,
  });
  const shifts: RotaBook['shifts'] = (rotaId, from, until) => {
    const one = rota(rotaId);
    return one === null ? [] : scheduleOf(facts(one), from, until);
  };
  const onDuty: RotaBook['onDuty'] = (rotaId, at) =>
    onAt(rota(rotaId), shifts(rotaId, at, at + 1), shifts, at);
  return {
    rota,
    zoneOf,
    facts,
    shifts,
    onDuty,
    isOnDuty: (agentId, at) =>
      rotas().some(({ rotaId }) => shifts(rotaId, at, at + 1).some((shift) => shift.agentId === agentId)),
    lines: (at) =>
      rotas().map((one) => lineOf(parts(), one, zoneOf(one), shifts(one.rotaId, at, at + ahead), at)),
    contact: (agentId) => contacts.get(agentId) ?? deskAlone(agentId),
    async recover() {
      const { store, clock, centre } = parts();
      const since = clock.now() - kept;
      const [nextChanges, nextAbsences, nextContacts] = await Promise.all([
        // a zone may be a day apart from the centre's
        store.rotaChanges(null, localTimeAt(since - days(1), centre.timeZone), '9999'),
        store.absences(since, Number.MAX_SAFE_INTEGER),
        store.dutyContacts(),
      ]);
      changes = nextChanges;
      absences = nextAbsences;
      contacts = new Map(nextContacts.map((contact) => [contact.agentId, contact]));
    },
    take(written) {
      for (const one of written) {
        if (one.put === 'rotaChange') changes = withChange(changes, one.change);
        if (one.put === 'absence') absences = withAbsence(absences, one.absence);
        if (one.put === 'dutyContact') contacts = new Map([...contacts, [one.contact.agentId, one.contact]]);
      }
    },
  };
}

/** In its old place, or as the latest. */
function withChange(changes: readonly RotaChange[], change: RotaChange): readonly RotaChange[] {
  const known = changes.some(({ changeId }) => changeId === change.changeId);
  return known
    ? changes.map((one) => (one.changeId === change.changeId ? change : one))
    : [...changes, change];
}

function withAbsence(absences: readonly Absence[], absence: Absence): readonly Absence[] {
  const others = absences.filter(({ absenceId }) => absenceId !== absence.absenceId);
  return absence.removedAt === null ? [...others, absence] : others;
}

/** Who may be on a rota: active supervisors and managers. */
const peopleOf = ({ floor }: Parts): ReadonlyMap<string, AgentId> =>
  new Map(
    [...floor.agents.values()]
      .filter(
        ({ agent }) =>
          agent.active && agent.roles.some((role) => role === 'manager' || role === 'supervisor'),
      )
      .map(({ agent }) => [agent.userName, agent.agentId]),
  );

function onAt(
  rota: Rota | null,
  now: readonly Shift[],
  shifts: RotaBook['shifts'],
  at: Instant,
): readonly OnDuty[] {
  const found = new Map<AgentId, OnDuty>();
  for (const { agentId, layer } of now) {
    if (rota === null || agentId === null || found.has(agentId)) continue;
    const whole = shifts(rota.rotaId, at, at + ahead).find((shift) => shift.layer === layer);
    found.set(agentId, { agentId, layer, until: whole?.until ?? at });
  }
  return [...found.values()];
}

function lineOf(
  { floor }: Parts,
  rota: Rota,
  timeZone: string,
  shifts: readonly Shift[],
  at: Instant,
): DutyLine {
  const name = (agentId: AgentId | null) =>
    agentId === null ? '' : (floor.agents.get(agentId)?.agent.name ?? '');
  const current = shifts.filter((shift) => shift.from <= at);
  const [first] = rota.layers;
  const next = shifts.find(
    (shift) => shift.layer === first?.layer && shift.from > at && shift.how !== 'declared',
  );
  return {
    rotaId: rota.rotaId,
    name: rota.name,
    timeZone,
    now: current.flatMap(({ agentId, layer, until }) =>
      agentId === null ? [] : [{ layer, agentId, name: name(agentId), until }],
    ),
    gap: current.some(({ how }) => how === 'gap') && current.every(({ agentId }) => agentId === null),
    next: next === undefined ? null : { agentId: next.agentId, name: name(next.agentId), from: next.from },
  };
}
