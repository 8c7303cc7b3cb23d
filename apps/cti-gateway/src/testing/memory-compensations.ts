import type { Instant } from '@ringside/shared/model/instant';
import type { Compensation } from '../domain/compensation/compensation.ts';
import type { Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';

type Queries = Pick<
  Store,
  | 'compensationsOfCustomer'
  | 'compensationsAsked'
  | 'compensationsLike'
  | 'compensationCosts'
  | 'compensationsBehind'
>;

const isGiven = ({ state }: Compensation): boolean => state === 'granted' || state === 'done';
const when = ({ decidedAt }: Pick<Compensation, 'decidedAt'>): number => decidedAt ?? 0;

/** What the memory store tells of compensation. */
export function compensationQueries(read: () => MemoryTables): Queries {
  const all = (): Compensation[] => [...read().compensations.values()];
  return {
    compensationsOfCustomer: async (customerId) =>
      all()
        .filter((one) => (one.customerId ?? read().cases.get(one.caseId)?.customerId) === customerId)
        .toSorted((a, b) => a.askedAt - b.askedAt),
    compensationsAsked: async () =>
      all()
        .filter(({ state }) => state === 'asked')
        .toSorted((a, b) => (a.decideBy ?? 0) - (b.decideBy ?? 0)),
    compensationsLike: async ({ kind, category, causeId, since }, limit) => {
      const given = all()
        .filter((one) => isGiven(one) && one.kind === kind && when(one) >= since)
        .toSorted((a, b) => when(b) - when(a));
      const causeOf = ({ caseId }: Compensation) => read().cases.get(caseId)?.cause?.causeId ?? null;
      const ofCause = given.filter((one) => causeId !== null && causeOf(one) === causeId);
      return [
        ...given.filter((one) => one.category === category).slice(0, limit),
        ...ofCause.slice(0, limit),
      ];
    },
    compensationCosts: async (from, until) =>
      givenIn(all(), from, until).map((one) => ({ ...cellOf(one, read()), count: 1, amount: one.amount })),
    compensationsBehind: async (which, { from, until, before, limit }) =>
      givenIn(all(), from, until)
        .filter((one) => which.by === 'all' || headingsOf(one, read())[which.by] === which.key)
        .filter((one) => before === null || isNewer(before, one))
        .toSorted((a, b) => (isNewer(a, b) ? -1 : 1))
        .slice(0, limit),
  };
}

const givenIn = (all: readonly Compensation[], from: Instant, until: Instant): readonly Compensation[] =>
  all.filter((one) => isGiven(one) && when(one) >= from && when(one) < until);

type Placed = Pick<Compensation, 'decidedAt' | 'compensationId'>;

const isNewer = (one: Placed, other: Placed): boolean =>
  when(one) > when(other) || (when(one) === when(other) && one.compensationId > other.compensationId);

const cellOf = ({ caseId, kind, tier }: Compensation, { cases }: MemoryTables) => ({
  causeId: cases.get(caseId)?.cause?.causeId ?? null,
  kind,
  tier,
});

function headingsOf(one: Compensation, tables: MemoryTables) {
  const { causeId: cause, kind, tier } = cellOf(one, tables);
  return { cause, kind, tier };
}
