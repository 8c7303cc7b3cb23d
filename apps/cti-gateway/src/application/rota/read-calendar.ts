import type { AgentId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { FollowedCalendar } from '../../domain/calendar/followed-calendar.ts';
import {
  couldNotBeRead,
  hostOfCalendar,
  knownState,
  wasRead,
} from '../../domain/calendar/followed-calendar.ts';
import type { CalendarAnswer } from '../../ports/calendar-reader.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import { inTurnOfAbsences, isOnRotas } from './absences.ts';
import { readAgain, readNoMore } from './calendar-deadline.ts';
import { absencesIn } from './import-absences.ts';

const patience = seconds(20);

/** ABSENT-7: somebody's calendar is read again, as soon as fewer than four are being read. */
export function calendarIsDue(parts: Parts, agentId: AgentId): void {
  parts.readings
    .take(agentId, (cutOff) => readNow(parts, agentId, cutOff))
    .catch((cause: unknown) =>
      parts.log.error('a calendar could not be looked at', { agentId, cause: String(cause) }),
    );
}

async function readNow(parts: Parts, agentId: AgentId, cutOff: AbortSignal): Promise<void> {
  const calendar = await parts.store.followedCalendar(agentId);
  if (calendar === null) return write(parts, readNoMore(parts, agentId));
  if (!isOnRotas(parts, agentId)) return write(parts, readAgain(parts, calendar));
  const etag = knownState(calendar, parts.clock.now());
  const answer = await parts.calendars.read({ address: calendar.address, etag, within: patience }, cutOff);
  // its deadline is a row: the next start reads it
  if (cutOff.aborted) return undefined;
  return inTurnOfAbsences(parts, agentId, () => take(parts, calendar, answer));
}

async function take(parts: Parts, calendar: FollowedCalendar, answer: CalendarAnswer): Promise<void> {
  const { agentId, address, version } = calendar;
  const kept = await parts.store.followedCalendar(agentId);
  // another address meanwhile, or none
  if (kept?.address !== address || kept.version !== version) return;
  const { after, changes } = await whatFollows(parts, calendar, answer);
  tellTrouble(parts, calendar, after);
  await write(parts, [{ put: 'followedCalendar', calendar: after }, ...changes, ...readAgain(parts, after)]);
}

interface Reading {
  readonly after: FollowedCalendar;
  readonly changes: readonly Change[];
}

async function whatFollows(
  parts: Parts,
  calendar: FollowedCalendar,
  answer: CalendarAnswer,
): Promise<Reading> {
  const { agentId, etag, version } = calendar;
  const now = parts.clock.now();
  switch (answer.is) {
    case 'fault':
      return { after: couldNotBeRead(calendar, answer.fault, now), changes: [] };
    case 'unchanged':
      return { after: wasRead(calendar, { etag, isWhole: false }, now), changes: [] };
    case 'read': {
      const asker = { agentId, commandId: `calendar ${now} ${version}` };
      const { isCalendar, changes } = await absencesIn(parts, asker, { agentId, text: answer.text });
      return isCalendar
        ? { after: wasRead(calendar, { etag: answer.etag, isWhole: true }, now), changes }
        : { after: couldNotBeRead(calendar, 'notCalendar', now), changes: [] };
    }
  }
}

/** Once for each time that it begins, or becomes another. */
function tellTrouble({ log }: Parts, before: FollowedCalendar, after: FollowedCalendar): void {
  const fault = after.failing?.fault;
  if (fault === undefined || fault === before.failing?.fault) return;
  log.warn('a calendar can’t be read', {
    agentId: after.agentId,
    host: hostOfCalendar(after.address),
    fault,
  });
}

async function write({ journal }: Parts, changes: readonly Change[]): Promise<void> {
  if (changes.length > 0) await journal.write({ changes });
}
