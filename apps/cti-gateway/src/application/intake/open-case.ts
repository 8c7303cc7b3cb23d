import type { CallId, CaseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { isToldAtOnce } from '../../domain/case/acknowledgement.ts';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import { rankOf } from '../../domain/case/case-priority.ts';
import { newCase } from '../../domain/case/new-case.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Change } from '../../ports/store.ts';
import { isBelowSafety } from '../case/below-safety.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { clockChanges } from '../clocks/clock-changes.ts';
import { refreshPop } from '../identify-caller.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { want } from '../record-events.ts';
import { promiseView } from '../views/case-view.ts';
import { caseReference } from './case-reference.ts';
import type { ToldRefusal } from './check-told.ts';
import { checkTold } from './check-told.ts';
import { recentlyAtMost, recentlySince } from './similar.ts';
import type { Recorder, ToldCase } from './told-case.ts';

type Opened = Result<{ caseId: CaseId; reference: string }, ToldRefusal | 'changedMeanwhile'>;

/** The first case of a new centre; references never begin at 1, which nobody believes. */
const firstReference = 1001;
const longestTitle = 120;

/** CASE-1: a case is opened with a reference to read out, an owner, a priority that explains itself, and its promise. */
export async function openCase(parts: Parts, recorder: Recorder, told: ToldCase): Promise<Opened> {
  const checked = await checkTold(parts, recorder, told);
  if (!checked.ok) return checked;
  const caseId = idMadeBy(parts.secrets, recorder.asker, 'case');
  const already = await parts.store.case(caseId);
  if (already !== null) return ok({ caseId, reference: already.reference });
  const draft = draftOf(parts, recorder, told, caseId);
  const promise = promiseOf(parts, recorder, told, caseId);
  const { agentId: who } = recorder;
  const clocks = await clockChanges(parts, null, draft, { who, told: draft.acknowledgedAt !== null });
  const around = { customer: checked.value, promise, clocks };
  const written = await writeNumbered(parts, recorder, await ranked(parts, draft, around), around);
  if (!written.ok) return written;
  await linkToCall(parts, told.callId, caseId);
  await touchCase(parts, written.value);
  return ok({ caseId, reference: written.value.reference });
}

/** Gives the case the next reference that nobody has: imported cases may hold some of the numbers ahead. */
async function writeNumbered(
  parts: Parts,
  recorder: Recorder,
  draft: Case,
  around: Around,
): Promise<Result<Case, 'changedMeanwhile'>> {
  for (;;) {
    const reference = caseReference(await parts.store.nextNumber('caseReference', firstReference));
    const one: Case = { ...draft, reference };
    const changes = changesOf(parts, recorder, one, around);
    const written = await parts.journal.write({ changes, after: () => showPromise(parts, around.promise) });
    if (written.ok) return ok(one);
    if (written.refusal === 'conflict') return refuse('changedMeanwhile');
  }
}

/** CASE-21: the case, what its history begins with, and its promise are written together or not at all. */
function changesOf(
  parts: Parts,
  { asker, agentId, note, along = [] }: Recorder,
  one: Case,
  { promise, clocks }: Around,
): readonly Change[] {
  const { openedAt: at, reference, caseId } = one;
  const by = agentId === null ? null : asker;
  return [
    { put: 'case', case: one },
    caseEntry(parts, by, { of: one, what: 'opened', text: reference }),
    ...(isBelowSafety(parts.centre, one) ? [caseEntry(parts, by, { of: one, what: 'belowSafety' })] : []),
    ...(promise === null
      ? []
      : [
          { put: 'promise', promise } as const,
          caseEntry(parts, by, { of: one, what: 'promised', text: promise.what }),
        ]),
    ...(note === undefined
      ? []
      : [caseEntry(parts, by, { of: one, what: 'noted', text: note, note: 'internal' })]),
    ...clocks,
    ...along,
    { put: 'audit', at, who: agentId, did: 'caseOpened', to: reference, detail: { caseId } },
  ];
}

/** Without its number, and not ranked yet. */
function draftOf(
  { clock, centre }: Parts,
  { agentId }: Recorder,
  { promise: _promise, callId, ...told }: ToldCase,
  caseId: CaseId,
): Case {
  const at = clock.now();
  return newCase({
    ...told,
    reference: '',
    caseId,
    stage: centre.workflows.find((flow) => flow.type === told.type)?.start ?? 'received',
    title: titleOf(told.whatHappened),
    ownerId: agentId,
    openedBy: agentId,
    openedAt: at,
    acknowledgedAt: isToldAtOnce(told.channel) ? at : null,
    callIds: callId === null ? [] : [callId],
    priority: { score: 0, terms: [] },
  });
}

interface Around {
  readonly customer: Customer | null;
  readonly promise: CustomerPromise | null;
  readonly clocks: readonly Change[];
}

/** CASE-2 with everything that is known of the customer at this moment. */
async function ranked({ store, clock }: Parts, one: Case, around: Around): Promise<Case> {
  const { customerId } = one;
  const at = clock.now();
  const [before, promises] =
    customerId === null
      ? [[], []]
      : await Promise.all([
          store.recentCasesOfCustomer(customerId, recentlySince(at), recentlyAtMost),
          store.openPromisesOfCustomer(customerId),
        ]);
  const dues = [...promises, ...(around.promise === null ? [] : [around.promise])].map(({ dueAt }) => dueAt);
  const { severity, impact, urgency, legal, feeling, timesReopened, openedAt } = one;
  const { priority, rankAgainAt } = rankOf(
    {
      severity,
      impact,
      urgency,
      legal,
      feeling,
      timesReopened,
      openedAt,
      tier: around.customer?.tier.tier ?? null,
      repeats: before.filter(({ type }) => type === 'complaint').length,
      promiseDueAt: soonest(dues),
      clockDueAt: soonest(
        around.clocks.flatMap((change) =>
          change.put === 'caseClock' && change.clock.metAt === null ? (change.clock.dueAt ?? []) : [],
        ),
      ),
    },
    at,
  );
  return { ...one, priority, rankAgainAt };
}

const soonest = (times: readonly Instant[]): Instant | null =>
  times.length === 0 ? null : Math.min(...times);

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
  { asker, agentId }: Recorder,
  { promise, customerId }: ToldCase,
  caseId: CaseId,
): CustomerPromise | null {
  const ownerId = promise?.ownerId ?? agentId;
  if (promise === null || ownerId === null) return null;
  return {
    promiseId: idMadeBy(parts.secrets, asker, 'promise'),
    caseId,
    customerId,
    what: promise.what,
    ownerId,
    madeAt: parts.clock.now(),
    dueAt: promise.dueAt,
    keptAt: null,
  };
}

function showPromise({ desks, floor }: Parts, promise: CustomerPromise | null): void {
  if (promise !== null)
    desks.show(promise.ownerId, { what: 'promise', promise: promiseView(floor, promise) });
}

/** The contact shows what it is about; one that is over has its case by the case alone. */
export async function linkToCall(parts: Parts, callId: CallId | null, caseId: CaseId): Promise<void> {
  const live = callId === null ? undefined : parts.floor.calls.get(callId);
  if (!live || live.call.state === 'none' || live.call.caseIds.includes(caseId)) return;
  await want(parts, live, { do: 'linkCase', caseId });
  await refreshPop(parts, live.callId);
}
