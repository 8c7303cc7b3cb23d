import type { AbsenceId, AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { AbsenceKind } from '@ringside/shared/model/rota';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { AbsenceView } from '@ringside/shared/protocol/rota';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { Absence, LocalTime } from '../../domain/rota/rota.ts';
import type { Change } from '../../ports/store.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { mayPlan } from './may-plan.ts';

export type AbsenceRefusal =
  | 'notAllowed'
  | 'unknownAgent'
  | 'unknownAbsence'
  | 'wrongTimes'
  | 'shiftIsOver'
  | 'wrongCalendarAddress'
  | 'followsCalendar'
  | 'changedMeanwhile';

/** longer is no absence but a farewell */
const longest = days(400);
const forEver = Number.MAX_SAFE_INTEGER;

interface AbsenceTime {
  readonly agentId: AgentId;
  readonly from: Instant;
  readonly until: Instant;
  readonly kind: AbsenceKind;
  readonly note: string;
}

export type AbsenceEntry = Omit<AbsenceTime, 'from' | 'until'> & {
  /** on the wall of the centre's zone */
  readonly from: LocalTime;
  readonly until: LocalTime;
};

/** ABSENT-1: their own; anybody's for those who plan. */
export function mayEnterFor(parts: Parts, asker: AgentId, agentId: AgentId): boolean {
  const agent = parts.floor.agents.get(asker)?.agent;
  if (agent === undefined) return false;
  const own = asker === agentId && agent.roles.some((role) => role === 'manager' || role === 'supervisor');
  return own || mayPlanAny(parts, asker);
}

/** Whether they may see the absences of this person, or (null) of everybody. */
export const maySeeOf = (parts: Parts, asker: AgentId, agentId: AgentId | null): boolean =>
  agentId === null ? mayPlanAny(parts, asker) : mayEnterFor(parts, asker, agentId);

const mayPlanAny = (parts: Parts, asker: AgentId): boolean => {
  const roles = parts.floor.agents.get(asker)?.agent.roles ?? [];
  return (
    roles.includes('supervisor') ||
    roles.includes('admin') ||
    parts.centre.rotas.some((rota) => mayPlan(parts, asker, rota))
  );
};

/** Whether somebody may stand on a rota, and so be away. */
export const isOnRotas = ({ floor }: Parts, agentId: AgentId): boolean => {
  const agent = floor.agents.get(agentId)?.agent;
  return (
    agent !== undefined &&
    agent.active &&
    agent.roles.some((role) => role === 'manager' || role === 'supervisor')
  );
};

/** ABSENT-1, ABSENT-2: somebody is away from the moment this is written. */
export function enterAbsence(
  parts: Parts,
  asker: Asker,
  entry: AbsenceEntry,
): Promise<Result<{ readonly absenceId: AbsenceId }, AbsenceRefusal>> {
  return inTurnOfAbsences(parts, entry.agentId, async () => {
    const { agentId } = entry;
    const times = timesOf(parts, entry);
    if (times === null) return refuse('wrongTimes');
    const { from, until } = times;
    if (!mayEnterFor(parts, asker.agentId, agentId)) return refuse('notAllowed');
    if (!isOnRotas(parts, agentId)) return refuse('unknownAgent');
    if (until <= parts.clock.now()) return refuse('shiftIsOver');
    const absenceId = idMadeBy(parts.secrets, asker, 'absence');
    const time: AbsenceTime = { agentId, from, until, kind: entry.kind, note: entry.note };
    const same = await sameKindBeside(parts, time);
    const [known] = same;
    const whole = joined(time, same);
    const absence: Absence =
      known === undefined
        ? {
            ...{ absenceId, ...whole, feedUid: null, madeBy: asker.agentId },
            ...{ madeAt: parts.clock.now(), removedAt: null, version: 1 },
          }
        : { ...known, ...whole, version: known.version + 1 };
    if (known === undefined && (await parts.store.absence(absenceId)) !== null) return ok({ absenceId });
    const others = same.slice(1).map((one) => removedNow(parts, one));
    const written = await parts.journal.write({ changes: [{ put: 'absence', absence }, ...others] });
    if (!written.ok) return refuse('changedMeanwhile');
    audit(parts, asker.agentId, 'absenceEntered', absence.absenceId, { of: agentId });
    return ok({ absenceId: absence.absenceId });
  });
}

/** null: none that there are, or backwards, or for years */
function timesOf({ centre }: Parts, entry: AbsenceEntry): Pick<AbsenceTime, 'from' | 'until'> | null {
  const isTime = (local: string): boolean => new Date(`${local}Z`).toJSON()?.startsWith(local) ?? false;
  if (!isTime(entry.from) || !isTime(entry.until)) return null;
  const [from, until] = [instantOf(entry.from, centre.timeZone), instantOf(entry.until, centre.timeZone)];
  return from < until && until - from <= longest ? { from, until } : null;
}

/** Those of one kind that were entered here and overlap or adjoin. */
async function sameKindBeside(
  { store }: Parts,
  { agentId, kind, from, until }: AbsenceTime,
): Promise<readonly Absence[]> {
  const touching = await store.absences(from - 1, until + 1);
  return touching.filter((one) => one.agentId === agentId && one.kind === kind && one.feedUid === null);
}

function joined(time: AbsenceTime, same: readonly Absence[]): AbsenceTime {
  const all = [...same, time];
  const notes = new Set(all.map(({ note }) => note.trim()).filter((note) => note !== ''));
  return {
    ...time,
    from: Math.min(...all.map(({ from }) => from)),
    until: Math.max(...all.map(({ until }) => until)),
    note: [...notes].join('; ').slice(0, 200),
  };
}

export const removedNow = ({ clock }: Parts, absence: Absence): Change => ({
  put: 'absence',
  absence: { ...absence, removedAt: clock.now(), version: absence.version + 1 },
});

/** ABSENT-1: somebody is there after all. */
export async function removeAbsence(
  parts: Parts,
  asker: AgentId,
  { absenceId, version }: { readonly absenceId: AbsenceId; readonly version: number },
): Promise<Result<void, AbsenceRefusal>> {
  const absence = await parts.store.absence(absenceId);
  if (absence === null) return refuse('unknownAbsence');
  if (!mayEnterFor(parts, asker, absence.agentId)) return refuse('notAllowed');
  if (absence.removedAt !== null) return ok(undefined);
  if (absence.version !== version) return refuse('changedMeanwhile');
  if (absence.until <= parts.clock.now()) return refuse('shiftIsOver');
  // the next reading would only enter it again
  if (absence.feedUid !== null && (await parts.store.followedCalendar(absence.agentId)) !== null)
    return refuse('followsCalendar');
  const written = await parts.journal.write({ changes: [removedNow(parts, absence)] });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker, 'absenceRemoved', absenceId, { of: absence.agentId });
  return ok(undefined);
}

/** One's own, or (null) everybody's for those who plan; what is over is left out. */
export async function absenceList(
  parts: Parts,
  asker: AgentId,
  agentId: AgentId | null,
): Promise<Result<readonly AbsenceView[], AbsenceRefusal>> {
  if (!maySeeOf(parts, asker, agentId)) return refuse('notAllowed');
  const absences = await parts.store.absences(parts.clock.now(), forEver);
  return ok(
    absences
      .filter((one) => agentId === null || one.agentId === agentId)
      .map((one) => absenceView(parts, one)),
  );
}

const absenceView = (
  { floor }: Parts,
  { feedUid, madeBy: _by, madeAt: _at, removedAt: _gone, ...absence }: Absence,
): AbsenceView => ({
  ...absence,
  agentName: agentName(floor, absence.agentId),
  fromFeed: feedUid !== null,
});

/** What is read of a person's absences holds until it is written. */
export const inTurnOfAbsences = <Done>(
  parts: Parts,
  agentId: AgentId,
  act: () => Promise<Done>,
): Promise<Done> => parts.inTurn(`absences ${agentId}`, act);
