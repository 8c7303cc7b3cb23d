import { z } from 'zod';
import { ok, refuse } from '@ringside/shared/model/result';
import {
  centreChanged,
  centreSection,
  centreState,
  editTerms,
  emergencyEntry,
  holidaysImported,
  openingAsked,
  openingView,
  revisionList,
  wholeRevision,
} from '@ringside/shared/protocol/administration';
import type { CentreDocument, CentreSection } from '../../../domain/centre/centre-document.ts';
import { itemOf, itemsOf } from '../../../domain/centre/centre-document.ts';
import type { CentreChanged, CentreState, EditTerms } from '../../../ports/administration.ts';
import type { AdminRequest, Endpoint } from './endpoint.ts';
import { endpoint } from './endpoint.ts';

const name = z.string().min(1).max(64);
const number = z.coerce.number().int().positive();
const sectionOf = ({ params }: AdminRequest) => params['section'] as CentreSection;

function termsOf({ query, ifMatch }: AdminRequest): EditTerms {
  const { comment, dryRun } = query as z.output<typeof editTerms>;
  const seen = ifMatch === null ? null : Number(ifMatch);
  return { comment, dryRun, ifRevision: seen === null || Number.isInteger(seen) ? seen : -1 };
}

const etag = (value: unknown): string => String((value as CentreState | CentreChanged).revision);
const change = { query: editTerms, reply: centreChanged, conditional: true, etag, tag: 'centre' } as const;

/** The centre's document, as a whole and by its parts. */
export const centreEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/centre',
    summary: 'The whole centre as it stands, with the number of its revision.',
    tag: 'centre',
    reply: centreState,
    etag,
    answer: (admin) => admin.centre(),
  }),
  endpoint({
    ...change,
    method: 'PUT',
    path: '/centre',
    summary: 'Puts the whole centre into another state.',
    body: { centre: 'whole' },
    answer: (admin, request) =>
      admin.changeCentre({ edit: 'document', document: request.body }, termsOf(request)),
  }),
  endpoint({
    ...change,
    method: 'PUT',
    path: '/general',
    summary: 'Changes what is no list: name, region, time zone, currency, presence, supervision.',
    body: { centre: 'general' },
    answer: (admin, request) =>
      admin.changeCentre({ edit: 'general', settings: request.body as CentreDocument }, termsOf(request)),
  }),
  endpoint({
    method: 'GET',
    path: '/centre/:section',
    summary: 'One list of the centre.',
    tag: 'centre',
    params: { section: centreSection },
    reply: z.object({ revision: z.number().int(), items: z.array(z.unknown()) }),
    etag,
    answer: async (admin, request) => {
      const centre = await admin.centre();
      if (!centre.ok) return centre;
      const { revision, document } = centre.value;
      return ok({ revision, items: itemsOf(document, sectionOf(request)) });
    },
  }),
  endpoint({
    ...change,
    method: 'PUT',
    path: '/centre/:section',
    summary: 'Puts a whole list in the place of the one there is.',
    params: { section: centreSection },
    body: { centre: 'section' },
    answer: (admin, request) =>
      admin.changeCentre(
        { edit: 'section', section: sectionOf(request), items: request.body },
        termsOf(request),
      ),
  }),
  endpoint({
    method: 'GET',
    path: '/centre/:section/:id',
    summary: 'One item of a list.',
    tag: 'centre',
    params: { section: centreSection, id: name },
    reply: z.object({ revision: z.number().int(), item: z.unknown() }),
    etag,
    answer: async (admin, request) => {
      const centre = await admin.centre();
      if (!centre.ok) return centre;
      const { revision, document } = centre.value;
      const item = itemOf(document, sectionOf(request), request.params['id'] ?? '');
      return item === null ? refuse({ problem: 'unknown' }) : ok({ revision, item });
    },
  }),
  endpoint({
    ...change,
    method: 'PUT',
    path: '/centre/:section/:id',
    summary: 'Changes an item of a list, or adds it.',
    params: { section: centreSection, id: name },
    body: { centre: 'item' },
    answer: (admin, request) =>
      admin.changeCentre(
        { edit: 'item', section: sectionOf(request), id: request.params['id'] ?? '', item: request.body },
        termsOf(request),
      ),
  }),
  endpoint({
    ...change,
    method: 'DELETE',
    path: '/centre/:section/:id',
    summary: 'Removes an item that nothing else uses.',
    params: { section: centreSection, id: name },
    answer: (admin, request) =>
      admin.changeCentre(
        { edit: 'remove', section: sectionOf(request), id: request.params['id'] ?? '' },
        termsOf(request),
      ),
  }),
  endpoint({
    ...change,
    method: 'POST',
    path: '/calendars/:id/holidays',
    summary: 'Takes holidays from an iCalendar file into a calendar; lines that can’t be read are told.',
    params: { id: name },
    body: 'text/calendar',
    reply: holidaysImported,
    answer: (admin, request) =>
      admin.importHolidays(request.params['id'] ?? '', String(request.body), termsOf(request)),
  }),
  endpoint({
    method: 'POST',
    path: '/opening',
    summary:
      'Whether a calendar, as sent, is open at an instant (now where none is given), and what comes next.',
    tag: 'centre',
    body: openingAsked,
    reply: openingView,
    answer: (admin, { body }) => {
      const { calendar, at } = body as z.output<typeof openingAsked>;
      return admin.opening(calendar, at);
    },
  }),
  endpoint({
    ...change,
    method: 'PUT',
    path: '/emergency/:hotlineId',
    summary: 'Closes a hotline at once, with the reason. Supervisors may.',
    params: { hotlineId: name },
    body: emergencyEntry,
    answer: (admin, request) =>
      admin.changeCentre(
        {
          edit: 'emergency',
          hotlineId: request.params['hotlineId'] ?? '',
          emergency: request.body as z.output<typeof emergencyEntry>,
        },
        termsOf(request),
      ),
  }),
  endpoint({
    ...change,
    method: 'DELETE',
    path: '/emergency/:hotlineId',
    summary: 'Opens a hotline again that was closed at once. Supervisors may.',
    params: { hotlineId: name },
    answer: (admin, request) =>
      admin.changeCentre(
        { edit: 'emergency', hotlineId: request.params['hotlineId'] ?? '', emergency: null },
        termsOf(request),
      ),
  }),
  endpoint({
    method: 'GET',
    path: '/export',
    summary: 'The centre as YAML, as it would stand in the configuration file.',
    tag: 'history',
    reply: 'application/yaml',
    answer: (admin) => admin.exportCentre(),
  }),
  endpoint({
    ...change,
    method: 'POST',
    path: '/import',
    summary: 'Puts the centre into the state that YAML describes; with dryRun only says what would change.',
    tag: 'history',
    body: 'application/yaml',
    answer: (admin, request) =>
      admin.changeCentre({ edit: 'import', yaml: String(request.body) }, termsOf(request)),
  }),
  endpoint({
    method: 'GET',
    path: '/revisions',
    summary: 'What was changed when and by whom, newest first, twenty at a time.',
    tag: 'history',
    query: z.object({ before: number.optional() }),
    reply: revisionList,
    answer: (admin, { query }) => admin.revisions((query as { before?: number }).before ?? null),
  }),
  endpoint({
    method: 'GET',
    path: '/revisions/:revision',
    summary: 'One state of the centre, whole.',
    tag: 'history',
    params: { revision: number },
    reply: wholeRevision,
    answer: (admin, { params }) => admin.revision(Number(params['revision'])),
  }),
  endpoint({
    ...change,
    method: 'POST',
    path: '/revisions/:revision/undo',
    summary: 'Goes back to that state, as a new revision.',
    tag: 'history',
    params: { revision: number },
    answer: (admin, request) =>
      admin.changeCentre({ edit: 'undo', revision: Number(request.params['revision']) }, termsOf(request)),
  }),
];
