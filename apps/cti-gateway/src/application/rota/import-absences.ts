import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { AbsenceImport } from '@ringside/shared/protocol/rota';
import type { BusyTime, ReadBusyTimes } from '../../domain/calendar/busy-times.ts';
import { isOfEvent, readBusyTimes } from '../../domain/calendar/busy-times.ts';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { Absence } from '../../domain/rota/rota.ts';
import type { Change } from '../../ports/store.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import type { AbsenceRefusal } from './absences.ts';
import { inTurnOfAbsences, isOnRotas, mayEnterFor, removedNow } from './absences.ts';

/** ABSENT-3 */
const ahead = days(400);

/** ABSENT-3 to ABSENT-6: the events of a calendar file are this person's absences, in place of those read before. */
export function importAbsences(
  parts: Parts,
  asker: Asker,
  { agentId, text }: { readonly agentId: AgentId; readonly text: string },
): Promise<Result<AbsenceImport, AbsenceRefusal>> {
  return inTurnOfAbsences(parts, agentId, async () => {
    if (!mayEnterFor(parts, asker.agentId, agentId)) return refuse('notAllowed');
    if (!isOnRotas(parts, agentId)) return refuse('unknownAgent');
    if ((await parts.store.followedCalendar(agentId)) !== null) return refuse('followsCalendar');
    const { isCalendar, changes, ...read } = await absencesIn(parts, asker, { agentId, text });
    if (!isCalendar) return ok(read);
    const written = changes.length === 0 ? ok(undefined) : await parts.journal.write({ changes });
    if (!written.ok) return refuse('changedMeanwhile');
    audit(parts, asker.agentId, 'absencesImported', agentId, { ...read, faults: read.faults.length });
    return ok(read);
  });
}

interface AbsencesRead extends AbsenceImport {
  /** false: it is something else, and changes nothing */
  readonly isCalendar: boolean;
  readonly changes: readonly Change[];
}

/** What a person's calendar changes in their absences. To be called in the turn of these. */
export async function absencesIn(
  parts: Parts,
  asker: Asker,
  { agentId, text }: { readonly agentId: AgentId; readonly text: string },
): Promise<AbsencesRead> {
  const now = parts.clock.now();
  const { timeZone } = parts.centre;
  const read = readBusyTimes(text, { timeZone, from: now, until: now + ahead, instantOf });
  const { isCalendar } = read;
  const faults = [...read.faults];
  if (!isCalendar) return { isCalendar, changes: [], taken: 0, removed: 0, faults };
  const known = await parts.store.absencesFromFeed(agentId);
  const gone = known.filter((absence) => absence.until > now && isGone(absence, read));
  const changes = [
    ...changesOf(parts, asker, agentId, read.times, known),
    ...gone.map((absence) => removedNow(parts, absence)),
  ];
  return { isCalendar, changes, taken: read.times.length, removed: gone.length, faults };
}

/** ABSENT-4: no longer in the file. Of an event that can't be read what was read before stays. */
function isGone({ feedUid }: Absence, { times, unread }: ReadBusyTimes): boolean {
  if (feedUid === null || times.some(({ uid }) => uid === feedUid)) return false;
  return ![...unread].some((uid) => isOfEvent(feedUid, uid));
}

function changesOf(
  parts: Parts,
  asker: Asker,
  agentId: AgentId,
  times: readonly BusyTime[],
  known: readonly Absence[],
): readonly Change[] {
  const made = idMadeBy(parts.secrets, asker, 'absence');
  const byUid = new Map(known.map((absence) => [absence.feedUid, absence]));
  return times.flatMap(({ uid, ...time }, i): Change[] => {
    const before = byUid.get(uid);
    if (before === undefined) {
      const absence: Absence = {
        ...{ absenceId: asId(`${made}-${i}`), agentId, ...time, kind: 'other', feedUid: uid },
        ...{ madeBy: asker.agentId, madeAt: parts.clock.now(), removedAt: null, version: 1 },
      };
      return [{ put: 'absence', absence }];
    }
    const isSame = before.from === time.from && before.until === time.until && before.note === time.note;
    return isSame ? [] : [{ put: 'absence', absence: { ...before, ...time, version: before.version + 1 } }];
  });
}
