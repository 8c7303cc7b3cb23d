import type { Compensation } from '../domain/compensation/compensation.ts';
import type { Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';

type Queries = Pick<
  Store,
  'compensationsOfCustomer' | 'compensationsAsked' | 'compensationsLike' | 'compensationsGiven'
>;

const isGiven = ({ state }: Compensation): boolean => state === 'granted' || state === 'done';
const when = ({ decidedAt }: Compensation): number => decidedAt ?? 0;

/** What the memory store tells of compensation. */
export function compensationQueries(read: () => MemoryTables): Queries {
  const all = (): Compensation[] => [...read().compensations.values()];
  return {
    compensationsOfCustomer: async (customerId) =>
      all()
        .filter((one) => one.customerId === customerId)
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
    compensationsGiven: async (from, until) =>
      all()
        .filter((one) => isGiven(one) && when(one) >= from && when(one) < until)
        .toSorted((a, b) => when(a) - when(b))
        .flatMap((compensation) => {
          const one = read().cases.get(compensation.caseId);
          if (one === undefined) return [];
          const { caseId, reference, title, cause } = one;
          return [
            {
              compensation,
              caseId,
              caseReference: reference,
              caseTitle: title,
              causeId: cause?.causeId ?? null,
            },
          ];
        }),
  };
}
