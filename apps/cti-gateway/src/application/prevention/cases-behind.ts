import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CasesBehind } from '@ringside/shared/protocol/prevention';
import type { CasesPage } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import type { FiguresAsked } from './count-figures.ts';

const casesAtOnce = 50;

/** PREV-10: the very cases, newest first. */
export async function casesBehindFigure(
  { store, journal }: Parts,
  { from, until, filter }: FiguresAsked,
  before: CasesPage['before'],
  namesShown: boolean,
): Promise<Result<CasesBehind, 'badMessage'>> {
  if (until <= from) return refuse('badMessage');
  await journal.written();
  const found = await store.casesBehind(filter, { from, until, before, limit: casesAtOnce + 1 });
  const shown = found.slice(0, casesAtOnce);
  const customers = namesShown
    ? await store.customersById([...new Set(shown.flatMap(({ customerId }) => customerId ?? []))])
    : [];
  const names = new Map(customers.map(({ customerId, name }) => [customerId, name.written]));
  const outcomes = await Promise.all(shown.map(({ caseId }) => store.checksOfCase(caseId)));
  const last = shown.at(-1);
  return ok({
    cases: shown.map((one, nth) => ({
      ...{ caseId: one.caseId, reference: one.reference, title: namesShown ? one.title : '', type: one.type },
      ...{ stage: one.stage, openedAt: one.openedAt, product: one.product?.name ?? null },
      customerName: one.customerId === null ? '' : (names.get(one.customerId) ?? ''),
      causeId: one.cause?.causeId ?? null,
      satisfaction: outcomes[nth]?.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
      timesReopened: one.timesReopened,
    })),
    next:
      found.length > casesAtOnce && last !== undefined
        ? { openedAt: last.openedAt, caseId: last.caseId }
        : null,
  });
}
