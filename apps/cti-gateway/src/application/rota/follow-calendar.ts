import type { AgentId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CalendarFault } from '@ringside/shared/model/rota';
import type { CalendarFollowed, FollowedCalendarView } from '@ringside/shared/protocol/rota';
import type { FollowedCalendar } from '../../domain/calendar/followed-calendar.ts';
import { calendarAddress, hostOfCalendar } from '../../domain/calendar/followed-calendar.ts';
import type { CalendarAnswer } from '../../ports/calendar-reader.ts';
import type { Change } from '../../ports/store.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import type { AbsenceRefusal } from './absences.ts';
import { inTurnOfAbsences, isOnRotas, mayEnterFor, maySeeOf, removedNow } from './absences.ts';
import { readAgain, readNoMore } from './calendar-deadline.ts';
import { absencesIn } from './import-absences.ts';

/** somebody waits at a desk, which gives up after ten */
const patience = seconds(8);

/** ABSENT-7, ABSENT-12: a person's own calendar is followed from now on, or (null) no longer. */
export async function followCalendar(
  parts: Parts,
  asker: Asker,
  { agentId, address: pasted }: { readonly agentId: AgentId; readonly address: string | null },
): Promise<Result<CalendarFollowed | null, AbsenceRefusal>> {
  if (!mayEnterFor(parts, asker.agentId, agentId)) return refuse('notAllowed');
  if (pasted === null) return inTurnOfAbsences(parts, agentId, () => followNoMore(parts, asker, agentId));
  if (!isOnRotas(parts, agentId)) return refuse('unknownAgent');
  const address = calendarAddress(pasted);
  if (address === null) return refuse('wrongCalendarAddress');
  const never = new AbortController().signal;
  const answer = await parts.calendars.read({ address, etag: null, within: patience }, never);
  return inTurnOfAbsences(parts, agentId, () => keepAddress(parts, asker, { agentId, address }, answer));
}

async function keepAddress(
  parts: Parts,
  asker: Asker,
  { agentId, address }: Pick<FollowedCalendar, 'agentId' | 'address'>,
  answer: CalendarAnswer,
): Promise<Result<CalendarFollowed, AbsenceRefusal>> {
  // to read it took seconds
  if (!mayEnterFor(parts, asker.agentId, agentId)) return refuse('notAllowed');
  if (!isOnRotas(parts, agentId)) return refuse('unknownAgent');
  if (answer.is === 'fault') return ok(notKept(answer.fault));
  if (answer.is === 'unchanged') return ok(notKept('notNow'));
  const { isCalendar, changes, ...read } = await absencesIn(parts, asker, { agentId, text: answer.text });
  if (!isCalendar) return ok(notKept('notCalendar'));
  const now = parts.clock.now();
  const before = await parts.store.followedCalendar(agentId);
  const calendar: FollowedCalendar = {
    ...{ agentId, address, etag: answer.etag, readWholeAt: now, lastReadAt: now },
    ...{ failing: null, version: (before?.version ?? 0) + 1 },
  };
  const written = await parts.journal.write({
    changes: [{ put: 'followedCalendar', calendar }, ...changes, ...readAgain(parts, calendar)],
  });
  if (!written.ok) return refuse('changedMeanwhile');
  const counts = { taken: read.taken, removed: read.removed, faults: read.faults.length };
  audit(parts, asker.agentId, 'calendarFollowed', agentId, { host: hostOfCalendar(address), ...counts });
  return ok({ ...read, fault: null });
}

const notKept = (fault: CalendarFault): CalendarFollowed => ({ taken: 0, removed: 0, faults: [], fault });

/** Who takes back a calendar takes back what came from it, as people know it from calendars. */
async function followNoMore(
  parts: Parts,
  asker: Asker,
  agentId: AgentId,
): Promise<Result<null, AbsenceRefusal>> {
  if ((await parts.store.followedCalendar(agentId)) === null) return ok(null);
  const now = parts.clock.now();
  const read = (await parts.store.absencesFromFeed(agentId)).filter(({ until }) => until > now);
  const changes: readonly Change[] = [
    { put: 'followedCalendarGone', agentId },
    ...read.map((absence) => removedNow(parts, absence)),
    ...readNoMore(parts, agentId),
  ];
  const written = await parts.journal.write({ changes });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker.agentId, 'calendarNoLongerFollowed', agentId, { removed: read.length });
  return ok(null);
}

/** ABSENT-11: one's own, or (null) everybody's for those who plan; of an address its host alone. */
export async function calendarList(
  parts: Parts,
  asker: AgentId,
  agentId: AgentId | null,
): Promise<Result<readonly FollowedCalendarView[], AbsenceRefusal>> {
  if (!maySeeOf(parts, asker, agentId)) return refuse('notAllowed');
  const calendars = await parts.store.followedCalendars();
  return ok(calendars.filter((one) => agentId === null || one.agentId === agentId).map(calendarView));
}

const calendarView = ({ agentId, address, lastReadAt, failing }: FollowedCalendar): FollowedCalendarView => ({
  agentId,
  host: hostOfCalendar(address),
  lastReadAt,
  failing: failing === null ? null : { since: failing.since, fault: failing.fault },
});
