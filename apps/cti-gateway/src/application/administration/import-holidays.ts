import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Holiday } from '../../domain/calendar/icalendar.ts';
import { readHolidays } from '../../domain/calendar/icalendar.ts';
import { localDateAt } from '../../domain/calendar/opening.ts';
import type { Json, JsonGroup } from '../../domain/centre/centre-document.ts';
import { isGroup, itemOf } from '../../domain/centre/centre-document.ts';
import type { Asked, EditTerms, HolidaysImported } from '../../ports/administration.ts';
import type { Parts } from '../parts.ts';
import { changeDocument } from './change-document.ts';
import { latestRevision } from './latest-revision.ts';

/** How many calendar years ahead yearly holidays are written down. */
const yearsAhead = 3;

/** CAL-5: the days of a file become closed days of a calendar, beside those it has; of the same day the file's counts. */
export async function importHolidays(
  parts: Parts,
  who: AgentId,
  {
    calendarId,
    icalendar,
    terms,
  }: { readonly calendarId: string; readonly icalendar: string; readonly terms: EditTerms },
): Asked<HolidaysImported> {
  const latest = await latestRevision(parts);
  const calendar = itemOf(latest?.document ?? {}, 'calendars', calendarId);
  if (!isGroup(calendar ?? undefined)) return refuse({ problem: 'unknown' });
  const { holidays, faults } = readHolidays(icalendar, spanFrom(parts.clock.now(), parts.centre.timeZone));
  const item = withHolidays(calendar as JsonGroup, holidays);
  const edit = { edit: 'item', section: 'calendars', id: calendarId, item } as const;
  const changed = await changeDocument(parts, who, edit, terms);
  return changed.ok ? ok({ ...changed.value, holidays, faults }) : changed;
}

function spanFrom(now: Instant, timeZone: string) {
  const from = localDateAt(now, timeZone);
  return { from, until: `${Number(from.slice(0, 4)) + yearsAhead}-12-31` };
}

function withHolidays(calendar: JsonGroup, holidays: readonly Holiday[]): JsonGroup {
  const known = Array.isArray(calendar['exceptions']) ? (calendar['exceptions'] as readonly Json[]) : [];
  const days = new Map<string, Json>();
  for (const day of known) {
    const date = isGroup(day) ? day['date'] : undefined;
    if (typeof date === 'string') days.set(date, day);
  }
  for (const { date, name } of holidays) days.set(date, { date, name, open: [] });
  const exceptions = [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([, day]) => day);
  return { ...calendar, exceptions };
}
