import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { isOpenAt } from '../../domain/calendar/opening.ts';
import type { OpenState } from '../../domain/calendar/opening.ts';
import type { Json } from '../../domain/centre/centre-document.ts';
import { idOf, itemsOf, withItem } from '../../domain/centre/centre-document.ts';
import type { Asked } from '../../ports/administration.ts';
import type { Parts } from '../parts.ts';
import { latestRevision } from './latest-revision.ts';

/** What a calendar would say if it were saved as it stands in the form. */
export async function previewOpening(parts: Parts, calendar: unknown, at: Instant | null): Asked<OpenState> {
  const latest = await latestRevision(parts);
  if (latest === null) return refuse({ problem: 'unknown' });
  const id = idOf('calendars', calendar as Json) ?? '';
  const document = withItem(latest.document, 'calendars', id, calendar as Json);
  const read = parts.centreReader.read(document);
  if (!read.ok) {
    const index = itemsOf(document, 'calendars').findIndex((item) => idOf('calendars', item) === id);
    const own = read.refusal.filter(({ path }) => path[0] === 'calendars' && path[1] === index);
    return refuse({
      problem: 'faults',
      faults: own.map((fault) => ({ ...fault, path: fault.path.slice(2) })),
    });
  }
  const { centre } = read.value;
  const one = centre.calendars.find(({ calendarId }) => calendarId === id);
  return one === undefined
    ? refuse({ problem: 'unknown' })
    : ok(isOpenAt(one, at ?? parts.clock.now(), centre.timeZone));
}
