import type { Language } from '@ringside/shared/model/language';
import type { CallRecord } from '../../domain/call/call-record.ts';
import { standingOf } from '../../domain/case/promise.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { promiseTimes } from '../../domain/manager/promise-times.ts';
import type { Pop } from '../../ports/pop-door.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

const shownDigits = 3;
const shownContacts = 3;
const shownCases = 5;

/** LINK-5: who calls, why, and what is open, as it stands now. */
export async function popOf(parts: Parts, request: ManagerRequest, language: Language): Promise<Pop> {
  const { store, centre, clock, floor } = parts;
  const call = request.callId === null ? null : await store.call(request.callId);
  const customerId = request.customerId ?? call?.customerId ?? null;
  const customer = customerId === null ? null : await store.customer(customerId);
  const one = request.caseId === null ? null : await store.case(request.caseId);
  const number = call?.caller.kind === 'number' ? call.caller.number : '';
  return {
    timeZone: centre.timeZone,
    customerName: customer?.name.written ?? '',
    tier: customer?.tier.tier ?? null,
    numberEnd: number.slice(-shownDigits),
    reason: request.reason,
    note: request.note,
    askedByName: request.askedBy === null ? '' : agentName(floor, request.askedBy),
    caseReference: one?.reference ?? '',
    waitedSeconds: waited(parts, call),
    ...(await openOf(parts, customer, request, language)),
    categories: centre.categories
      .filter(({ parent }) => parent === null)
      .map(({ category, name }) => ({ category, name })),
    times: promiseTimes(clock.now(), centre.timeZone),
    version: request.version,
    noted: await notedOf(parts, request),
  };
}

function waited({ clock }: Parts, call: CallRecord | null): number | null {
  if (call === null || call.queuedAt === null) return null;
  const until = call.answeredAt ?? call.endedAt ?? clock.now();
  return Math.max(0, Math.round((until - call.queuedAt) / 1_000));
}

async function openOf(
  parts: Parts,
  customer: Customer | null,
  { callId }: ManagerRequest,
  language: Language,
): Promise<Pick<Pop, 'cases' | 'promises' | 'contacts'>> {
  if (customer === null) return { cases: [], promises: [], contacts: [] };
  const { store, clock } = parts;
  const { customerId } = customer;
  const now = clock.now();
  const [cases, promises, calls] = await Promise.all([
    store.casesOfCustomer(customerId, 'open'),
    store.openPromisesOfCustomer(customerId),
    store.callsOfCustomer(customerId, now + 1, shownContacts + 1),
  ]);
  return {
    cases: cases.slice(0, shownCases).map(({ reference, title }) => ({ reference, title })),
    promises: promises.map((promise) => ({
      what: promise.what,
      dueAt: promise.dueAt,
      isBroken: standingOf(promise, now) === 'broken',
    })),
    contacts: calls
      .filter((call) => call.callId !== callId)
      .slice(0, shownContacts)
      .map((call) => ({ at: call.arrivedAt, about: aboutCall(parts, call, language) })),
  };
}

/** What its agent wrote, or how they closed it. */
function aboutCall({ centre }: Parts, { note, disposition }: CallRecord, language: Language): string {
  if (note !== '') return note;
  return centre.dispositions.find((one) => one.disposition === disposition)?.name[language] ?? '';
}

async function notedOf({ store }: Parts, request: ManagerRequest): Promise<Pop['noted']> {
  const { outcome, category, outcomeNote: note, promiseId } = request;
  if (request.state !== 'closed' || outcome === null) return null;
  const promise = promiseId === null ? null : await store.promise(promiseId);
  const said = promise !== null && promise.keptAt === null ? promise : null;
  return { outcome, category, note, promise: said === null ? null : { what: said.what, dueAt: said.dueAt } };
}
