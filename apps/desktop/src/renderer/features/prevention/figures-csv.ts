import type { CaseCountsView, PreventionFigures } from '@ringside/shared/protocol/prevention';
import type { Reference } from '@ringside/shared/protocol/reference';
import { tiers } from '@ringside/shared/model/tier';
import { csvOf } from '../../csv.ts';
import type { Figure } from '../../wording/figure-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';
import { causeName, rateFormula } from './prevention-words.ts';
import { rateOf } from './rate.ts';

/** REP-5, PREV-8: everything the page shows, a line for each bar and month, with formulas and denominators. */
export function figuresCsv(figures: PreventionFigures, reference: Reference, words: Words): string {
  const { t, language } = words;
  const { servicePoints } = reference;
  const whole = figures.total;
  const line = (of: string, name: string, counts: CaseCountsView, contacts: number | null) => ({
    names: [of, name],
    figures: figuresOf(counts, { whole, contacts }, words),
  });
  const tierName = (key: string | null): string => {
    const known = tiers.find((one) => one === key);
    return known ? t(tierWords[known]) : t({ id: 'prevention.nobodyKnown' });
  };
  return csvOf({
    names: [t({ id: 'prevention.heading' }), t({ id: 'prevention.what' })],
    rows: [
      line(t({ id: 'prevention.all' }), '', whole, figures.contacts),
      ...figures.causesByCount.map(({ key, counts }) =>
        line(t({ id: 'prevention.cause' }), causeName(key, reference, words), counts, figures.contacts),
      ),
      ...figures.tiers.map(({ key, counts }) =>
        line(t({ id: 'prevention.tier' }), tierName(key), counts, null),
      ),
      ...figures.servicePoints.map(({ key, counts }) =>
        line(
          t({ id: 'prevention.servicePoint' }),
          key === null
            ? t({ id: 'prevention.noServicePoint' })
            : nameOf(servicePoints, (one) => one.servicePointId === key, key, language),
          counts,
          null,
        ),
      ),
    ],
  });
}

interface Beside {
  readonly whole: CaseCountsView;
  /** null: contacts are not told apart by this */
  readonly contacts: number | null;
}

function figuresOf(counts: CaseCountsView, { whole, contacts }: Beside, words: Words): Figure[] {
  const { t } = words;
  const asked = counts.satisfied + counts.notSatisfied + counts.notReached;
  const plain = (name: string, exact: number, formula: string): Figure => ({
    ...{ name, exact, formula },
    value: String(exact),
    from: '',
  });
  const share = (name: string, part: number, of: number, formula: string): Figure => ({
    ...{ name, formula },
    value: '',
    exact: of === 0 ? null : part / of,
    from: `${part} ÷ ${of}`,
  });
  return [
    plain(t({ id: 'prevention.cases' }), counts.cases, t({ id: 'prevention.casesFormula' })),
    share(t({ id: 'prevention.share' }), counts.cases, whole.cases, t({ id: 'prevention.casesFormula' })),
    {
      name: t({ id: 'prevention.perThousand' }),
      value: '',
      exact: contacts === null ? null : (rateOf(counts.cases, contacts)?.perThousand ?? null),
      formula: contacts === null ? '–' : rateFormula(counts.cases, contacts, words),
      from: contacts === null ? '–' : `${counts.cases} ÷ ${contacts} × 1000`,
    },
    plain(t({ id: 'prevention.cost' }), counts.costMinor / 100, t({ id: 'prevention.costFormula' })),
    share(t({ id: 'satisfaction.satisfied' }), counts.satisfied, asked, t({ id: 'prevention.ofAsked' })),
    share(
      t({ id: 'satisfaction.notSatisfied' }),
      counts.notSatisfied,
      asked,
      t({ id: 'prevention.ofAsked' }),
    ),
    share(t({ id: 'satisfaction.notReached' }), counts.notReached, asked, t({ id: 'prevention.ofAsked' })),
    share(
      t({ id: 'prevention.reopened' }),
      counts.reopened,
      counts.cases,
      t({ id: 'prevention.reopenedOf' }),
    ),
  ];
}
