import type { CaseId, CustomerId } from '@ringside/shared/model/ids';
import { days, seconds } from '@ringside/shared/model/instant';
import { rankOf } from '../../domain/case/case-priority.ts';
import type { Change, Store } from '../../ports/store.ts';
import type { CaseRank, CaseToRank } from '../../ports/work-list.ts';
import type { Parts } from '../parts.ts';

/** When the next priority changes by itself (WORK-1). */
export interface RanksDeadline {
  readonly look: 'ranks';
}

/**
 * Keeps the priority of open cases as their facts and the clock have it. It hears of everything that is written and
 * ranks what it concerns; what changes by itself it ranks at its time. So nobody who changes a case, a clock or a
 * promise need think of priorities.
 */
export interface Ranks {
  take(changes: readonly Change[]): void;
  /** Ranks what is due, now and from now on. */
  look(): void;
  /** Looks at these once more: what was written just before the gateway went down may not have ranked them. */
  again(caseIds: readonly CaseId[]): void;
}

/** Few at a time: with 200,000 cases to rank after a night, a call that comes in waits some milliseconds. */
const casesAtOnce = 20;
const customersAtOnce = 20;
const atMostEvery = seconds(1);
const afterFailure = seconds(10);
/** Desks are told of so many cases one by one; of more, that the list has moved. */
const toldSingly = 5;

/** The store, with whoever hears of everything that was written to it. */
export const heardBy = (store: Store, hear: (changes: readonly Change[]) => void): Store => ({
  ...store,
  commit: async (changes) => {
    const written = await store.commit(changes);
    if (written.ok) hear(changes);
    return written;
  },
});

export function openRanks(whole: () => Parts): Ranks {
  const cases = new Set<CaseId>();
  const customers = new Set<CustomerId>();
  let running = false;
  let lookAgain = false;
  let moved: (() => void) | null = null;

  function take(changes: readonly Change[]): void {
    for (const change of changes) note(change, cases, customers);
    if (cases.size + customers.size > 0) start();
  }

  function again(caseIds: readonly CaseId[]): void {
    for (const caseId of caseIds) cases.add(caseId);
    start();
  }

  function look(): void {
    lookAgain = true;
    start();
  }

  function start(): void {
    if (running) return;
    running = true;
    const parts = whole();
    run(parts).then(
      () => {
        running = false;
        if (cases.size + customers.size > 0) start();
      },
      (cause: unknown) => {
        running = false;
        parts.log.warn('cases could not be ranked; they keep their priority for now', {
          cause: String(cause),
        });
        wake(parts, parts.clock.now() + afterFailure);
      },
    );
  }

  async function run(parts: Parts): Promise<void> {
    while (cases.size + customers.size > 0 || lookAgain) {
      await openOf(parts);
      const noted = [...cases].slice(0, casesAtOnce);
      for (const caseId of noted) cases.delete(caseId);
      const changed = await rankThese(parts, noted).catch((cause: unknown) => {
        for (const caseId of noted) cases.add(caseId);
        throw cause;
      });
      if (noted.length > 0 && changed.length <= toldSingly) for (const one of changed) touch(parts, one);
      else if (changed.length > 0) listMoves(parts);
      if (cases.size + customers.size > 0 || lookAgain) await new Promise(setImmediate);
    }
    await arm(parts);
  }

  async function rankThese(parts: Parts, noted: readonly CaseId[]): Promise<readonly CaseToRank[]> {
    if (noted.length > 0) return write(parts, await parts.store.caseRanksOf(noted));
    const found = await parts.store.casesToRank(parts.clock.now(), casesAtOnce);
    if (found.length < casesAtOnce) lookAgain = false;
    return write(parts, found);
  }

  /** A promise presses in every open case of its customer, and so does their tier. */
  async function openOf({ store }: Parts): Promise<void> {
    for (const customerId of [...customers].slice(0, customersAtOnce)) {
      for (const { caseId } of await store.casesOfCustomer(customerId, 'open')) cases.add(caseId);
      customers.delete(customerId);
    }
  }

  /** WORK-8: one word for all that moved within a second. */
  function listMoves({ clock, desks }: Parts): void {
    moved ??= clock.after(atMostEvery, () => {
      moved = null;
      desks.showAll({ what: 'workMoved' });
    });
  }

  return { take, look, again };
}

const touch = ({ desks }: Parts, { caseId, version }: CaseToRank): void =>
  desks.showAll({ what: 'caseTouched', caseId, version });

function note(change: Change, cases: Set<CaseId>, customers: Set<CustomerId>): void {
  switch (change.put) {
    case 'case':
      if (change.case.closedAt === null) cases.add(change.case.caseId);
      return;
    case 'caseClock':
      cases.add(change.clock.caseId);
      return;
    case 'customer':
      customers.add(change.customer.customerId);
      return;
    case 'tiers':
      for (const { customerId } of change.tiers) customers.add(customerId);
      return;
    case 'promise':
      if (change.promise.caseId !== null) cases.add(change.promise.caseId);
      if (change.promise.customerId !== null) customers.add(change.promise.customerId);
      return;
    default:
      return;
  }
}

/** Gives those whose score is another. */
async function write(parts: Parts, found: readonly CaseToRank[]): Promise<readonly CaseToRank[]> {
  const now = parts.clock.now();
  const moved = found
    .map((one) => ({ one, rank: rankNow(one, now) }))
    .filter(({ one, rank }) => !isSame(one.ranked, rank));
  if (moved.length === 0) return [];
  const written = await parts.journal.write({
    changes: moved.map(({ one, rank }) => ({ put: 'caseRank', caseId: one.caseId, rank })),
  });
  if (!written.ok) return [];
  return moved
    .filter(({ one, rank }) => one.ranked.priority.score !== rank.priority.score)
    .map(({ one }) => one);
}

function rankNow({ facts }: CaseToRank, now: number): CaseRank {
  return { ...rankOf(facts, now), tier: facts.tier, dueAt: facts.clockDueAt };
}

const isSame = (one: CaseRank, other: CaseRank): boolean =>
  one.rankAgainAt === other.rankAgainAt &&
  one.tier === other.tier &&
  one.dueAt === other.dueAt &&
  JSON.stringify(one.priority) === JSON.stringify(other.priority);

async function arm(parts: Parts): Promise<void> {
  const next = await parts.store.nextRankAt();
  if (next !== null) wake(parts, Math.max(next, parts.clock.now() + atMostEvery));
}

function wake({ deadlines, clock }: Parts, at: number): void {
  const body: RanksDeadline = { look: 'ranks' };
  // timers carry no more than 24 days
  deadlines.watch({ key: 'ranks', at: Math.min(at, clock.now() + days(20)), body });
}
