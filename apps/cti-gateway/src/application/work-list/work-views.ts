import type { CustomerId } from '@ringside/shared/model/ids';
import type { PromiseList, WorkPage, WorkRowView } from '@ringside/shared/protocol/work-list';
import { standingOf } from '../../domain/case/promise.ts';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import type { WorkRow } from '../../ports/work-list.ts';
import type { Parts } from '../parts.ts';
import { caseView, promiseView } from '../views/case-view.ts';
import { placeOf } from './work-filter.ts';

/** A page of the list; the next goes on behind its last row. */
export async function workPageView(parts: Parts, rows: readonly WorkRow[], limit: number): Promise<WorkPage> {
  const names = await namesOf(
    parts,
    rows.map((row) => row.case.customerId),
  );
  const last = rows.at(-1);
  return {
    rows: await Promise.all(rows.map((row) => rowView(parts, row, names))),
    next: last === undefined || rows.length < limit ? null : placeOf(last),
  };
}

async function rowView(parts: Parts, { case: one, tier }: WorkRow, names: Names): Promise<WorkRowView> {
  const [promises, clocks] = await Promise.all([
    parts.store.promisesOfCase(one.caseId),
    parts.store.clocksOfCase(one.caseId),
  ]);
  return {
    case: caseView(parts.floor, one, names(one.customerId), promises),
    version: one.version,
    tier,
    stageSince: one.stageSince,
    timesReopened: one.timesReopened,
    clock: nextClock(clocks),
  };
}

/** Of the clocks that run the one due next; of those that stand still any, where no other runs. */
function nextClock(clocks: readonly CaseClock[]): WorkRowView['clock'] {
  const running = clocks
    .filter(({ metAt, stoppedAt }) => metAt === null && stoppedAt === null)
    .map(({ clock, dueAt, breachedAt }) => ({ clock, dueAt: dueAt ?? breachedAt }))
    .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  return running[0] ?? null;
}

const mostPromises = 500;

/** What was promised and is not yet kept, of everybody, by due time. */
export async function promisesView(parts: Parts): Promise<PromiseList> {
  const { store, clock, floor } = parts;
  const promises = await store.openPromises(mostPromises);
  const names = await namesOf(
    parts,
    promises.map(({ customerId }) => customerId),
  );
  return Promise.all(
    promises.map(async (promise) => {
      const one = promise.caseId === null ? null : await store.case(promise.caseId);
      const standing = standingOf(promise, clock.now());
      return {
        ...promiseView(floor, promise),
        standing: standing === 'kept' ? 'due' : standing,
        caseReference: one?.reference ?? '',
        customerName: names(promise.customerId),
      };
    }),
  );
}

type Names = (customerId: CustomerId | null) => string;

async function namesOf({ store }: Parts, ids: readonly (CustomerId | null)[]): Promise<Names> {
  const customers = await store.customersById([...new Set(ids.filter((customerId) => customerId !== null))]);
  const names = new Map<CustomerId, string>(
    customers.map(({ customerId, name }) => [customerId, name.written]),
  );
  return (customerId) => (customerId === null ? '' : (names.get(customerId) ?? ''));
}
