import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { CaseType, Severity } from '@ringside/shared/model/case-stage';
import type { CallId, CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case, CustomerPromise } from '../domain/case/case.ts';
import { newCase } from '../domain/case/new-case.ts';
import { priorityOf } from '../domain/case/case-priority.ts';
import { standingOf } from '../domain/case/promise.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { Change } from '../ports/store.ts';
import { clockChanges } from './clocks/clock-changes.ts';
import { contactBelongsTo } from './contact-of-agent.ts';
import { refreshPop } from './identify-caller.ts';
import type { Asker } from './made-once.ts';
import { idMadeBy } from './made-once.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { caseView, promiseView } from './views/case-view.ts';

/** What an agent records about a complaint, a request or a compliment. */
export interface CaseEntry {
  readonly type: CaseType;
  readonly customerId: CustomerId | null;
  readonly callId: CallId | null;
  readonly whatHappened: string;
  readonly category: string;
  readonly severity: Severity;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly commitment: string;
  readonly promise: { readonly what: string; readonly dueAt: Instant } | null;
}

type CaseRefusal =
  | 'unknownCategory'
  | 'unknownCustomer'
  | 'notYourCall'
  | 'promiseInThePast'
  | 'changedMeanwhile';
type Opened = Result<{ caseId: CaseId; reference: string }, CaseRefusal>;

/** The first case of a new centre; references never begin at 1, which nobody believes. */
const firstReference = 1001;
const longestTitle = 120;

/** As it is read out: "C-2291"; callers key in what is behind the letter. */
export const caseReference = (number: number | string): string => `C-${number}`;

/** CASE-1: a case is opened with a reference to read out, an owner, a priority that explains itself, and its promise. */
export async function openCase(parts: Parts, asker: Asker, entry: CaseEntry): Promise<Opened> {
  const checked = await check(parts, asker, entry);
  if (!checked.ok) return checked;
  const caseId = idMadeBy(parts.secrets, asker, 'case');
  const already = await parts.store.case(caseId);
  if (already !== null) return ok({ caseId, reference: already.reference });
  const draft = await draftOf(parts, asker, entry, { caseId, customer: checked.value });
  const promise = promiseOf(parts, asker, entry, caseId);
  const written = await writeNumbered(parts, draft, promise, (one) =>
    showCase(parts, one, promise, checked.value),
  );
  if (!written.ok) return written;
  await linkToCall(parts, entry.callId, caseId);
  return ok({ caseId, reference: written.value });
}

/** Gives the case the next reference that nobody has: imported cases may hold some of the numbers ahead. */
async function writeNumbered(
  parts: Parts,
  draft: Omit<Case, 'reference'>,
  promise: CustomerPromise | null,
  show: (one: Case) => void,
): Promise<Result<string, 'changedMeanwhile'>> {
  for (;;) {
    const reference = caseReference(await parts.store.nextNumber('caseReference', firstReference));
    const one: Case = { ...draft, reference };
    const { openedAt: at, openedBy: who, caseId } = one;
    const changes: Change[] = [
      { put: 'case', case: one },
      ...(promise === null ? [] : [{ put: 'promise', promise } as const]),
      { put: 'audit', at, who, did: 'caseOpened', to: reference, detail: { caseId } },
      ...(await clockChanges(parts, null, one, { who, told: false })),
    ];
    const written = await parts.journal.write({ changes, after: () => show(one) });
    if (written.ok) return ok(reference);
    if (written.refusal === 'conflict') return refuse('changedMeanwhile');
  }
}

async function check(
  parts: Parts,
  { agentId }: Asker,
  entry: CaseEntry,
): Promise<Result<Customer | null, CaseRefusal>> {
  const { store, centre, clock } = parts;
  if (!centre.categories.some(({ category }) => category === entry.category))
    return refuse('unknownCategory');
  if (entry.promise !== null && entry.promise.dueAt <= clock.now()) return refuse('promiseInThePast');
  if (entry.callId !== null && !(await contactBelongsTo(parts, agentId, entry.callId)))
    return refuse('notYourCall');
  if (entry.customerId === null) return ok(null);
  const customer = await store.customer(entry.customerId);
  return customer === null ? refuse('unknownCustomer') : ok(customer);
}

async function draftOf(
  { store, clock, centre }: Parts,
  { agentId }: Asker,
  entry: CaseEntry,
  { caseId, customer }: { readonly caseId: CaseId; readonly customer: Customer | null },
): Promise<Omit<Case, 'reference'>> {
  const at = clock.now();
  const {
    type,
    whatHappened,
    category,
    severity,
    remedyWanted,
    feeling,
    apologyGiven,
    commitment,
    customerId,
  } = entry;
  const [before, promises] =
    customerId === null
      ? [[], []]
      : await Promise.all([
          store.casesOfCustomer(customerId, 'all'),
          store.openPromisesOfCustomer(customerId),
        ]);
  const repeats = before.filter(
    (other) => other.type === 'complaint' && at - other.openedAt < days(90),
  ).length;
  const standings = promises.map((promise) => standingOf(promise, at));
  const priority = priorityOf({
    severity,
    repeats,
    tier: customer?.tier.tier ?? null,
    promiseAtRisk: standings.includes('atRisk') || standings.includes('broken'),
    feeling,
  });
  const { reference: _, ...draft } = newCase({
    reference: '',
    caseId,
    type,
    stage: centre.workflows.find((flow) => flow.type === type)?.start ?? 'received',
    channel: 'call',
    title: titleOf(whatHappened),
    whatHappened,
    category,
    severity,
    remedyWanted,
    feeling,
    apologyGiven,
    commitment,
    customerId,
    ownerId: agentId,
    openedBy: agentId,
    openedAt: at,
    acknowledgedAt: at,
    callIds: entry.callId === null ? [] : [entry.callId],
    priority,
    rankAgainAt: at,
  });
  return draft;
}

/** The first line of what happened, as far as a list has room for it; cut between code points. */
function titleOf(whatHappened: string): string {
  const line = whatHappened.trim().split('\n', 1)[0] ?? '';
  const letters = [...line.trim()];
  return letters.length <= longestTitle
    ? letters.join('')
    : `${letters.slice(0, longestTitle - 1).join('')}…`;
}

function promiseOf(
  parts: Parts,
  asker: Asker,
  { promise, customerId }: CaseEntry,
  caseId: CaseId,
): CustomerPromise | null {
  if (promise === null) return null;
  return {
    promiseId: idMadeBy(parts.secrets, asker, 'promise'),
    caseId,
    customerId,
    what: promise.what,
    ownerId: asker.agentId,
    madeAt: parts.clock.now(),
    dueAt: promise.dueAt,
    keptAt: null,
  };
}

function showCase(
  { desks, floor }: Parts,
  one: Case,
  promise: CustomerPromise | null,
  customer: Customer | null,
): void {
  const promises = promise === null ? [] : [promise];
  desks.showAll({ what: 'case', case: caseView(floor, one, customer?.name.written ?? '', promises) });
  if (promise !== null)
    desks.show(promise.ownerId, { what: 'promise', promise: promiseView(floor, promise) });
  if (one.customerId !== null) desks.showAll({ what: 'customerChanged', customerId: one.customerId });
}

async function linkToCall(parts: Parts, callId: CallId | null, caseId: CaseId): Promise<void> {
  const live = callId === null ? undefined : parts.floor.calls.get(callId);
  if (!live) return;
  await want(parts, live, { do: 'linkCase', caseId });
  await refreshPop(parts, live.callId);
}
