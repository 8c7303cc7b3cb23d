import type { CostHeading, CostView } from '@ringside/shared/protocol/compensation';
import type { Reference } from '@ringside/shared/protocol/reference';
import { csvOf } from '../../csv.ts';
import type { Figure } from '../../wording/figure-wording.ts';
import type { Words } from '../../wording/words.ts';
import { headingWords } from './compensation-words.ts';
import { costName } from './cost-name.ts';

/** The table of costs as a file; sums in whole units of the centre's currency. */
export function costCsv(
  heading: CostHeading,
  costs: readonly CostView[],
  reference: Pick<Reference, 'causes' | 'currency'>,
  words: Words,
): string {
  const { t } = words;
  const figure = (name: string, exact: number): Figure => ({
    name,
    formula: t({ id: 'cost.formula' }),
    value: String(exact),
    exact,
    from: '',
  });
  return csvOf({
    names: [t(headingWords[heading])],
    rows: costs.map(({ key, count, money, points }) => ({
      names: [costName(heading, key, reference, words)],
      figures: [
        figure(t({ id: 'cost.count' }), count),
        figure(`${t({ id: 'cost.money' })} (${reference.currency})`, money / 100),
        figure(t({ id: 'cost.points' }), points),
      ],
    })),
  });
}
