import type { SimilarReason } from '@ringside/shared/model/similar-reason';
import type { Case } from './case.ts';
import { likenessOf } from './text-likeness.ts';

/** What is being taken down, as far as it is known. */
export interface Told {
  /** null: not chosen yet */
  readonly category: string | null;
  readonly product: string | null;
  readonly text: string;
}

export interface SimilarCase {
  readonly case: Case;
  /** empty: it is open, and nothing more speaks for it */
  readonly because: readonly SimilarReason[];
}

/** Two descriptions of one thing share about a third of their words; of different things far fewer. */
const enoughAlike = 0.3;
const points = { category: 3, product: 3, area: 1, text: 4 } as const satisfies Record<SimilarReason, number>;

/**
 * CASE-23: which of a customer's cases may be the same matter: what is open first, then what has most in common, then
 * the newest. The same area alone is no reason. What else is open comes last. `parentOf` gives the area a category
 * belongs to.
 */
export function similarCases(
  told: Told,
  cases: readonly Case[],
  parentOf: (category: string) => string | null,
): readonly SimilarCase[] {
  return cases
    .map((one) => ({ case: one, because: reasonsFor(told, one, parentOf) }))
    .filter((one) => speaksForIt(one) || one.case.closedAt === null)
    .sort(
      (a, b) =>
        Number(speaksForIt(b)) - Number(speaksForIt(a)) ||
        Number(b.case.closedAt === null) - Number(a.case.closedAt === null) ||
        sumOf(b.because) - sumOf(a.because) ||
        b.case.openedAt - a.case.openedAt,
    );
}

const speaksForIt = ({ because }: SimilarCase): boolean => because.some((reason) => reason !== 'area');

function reasonsFor(
  { category, product, text }: Told,
  one: Case,
  parentOf: (category: string) => string | null,
): readonly SimilarReason[] {
  const isSame = category !== null && one.category === category;
  const area = category === null ? null : (parentOf(category) ?? category);
  const isNear = !isSame && area !== null && (parentOf(one.category) ?? one.category) === area;
  const isOfProduct =
    product !== null && one.product !== null && nameOf(one.product.name) === nameOf(product);
  const isAlike = likenessOf(text, `${one.title}\n${one.whatHappened}`) >= enoughAlike;
  const reasons: readonly (readonly [SimilarReason, boolean])[] = [
    ['category', isSame],
    ['product', isOfProduct],
    ['text', isAlike],
    ['area', isNear],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

const nameOf = (product: string): string => product.normalize('NFKC').trim().toLowerCase();

const sumOf = (because: readonly SimilarReason[]): number =>
  because.reduce((sum, reason) => sum + points[reason], 0);
