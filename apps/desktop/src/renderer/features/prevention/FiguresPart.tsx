import type { CaseFilterView, PreventionFigures } from '@ringside/shared/protocol/prevention';
import { preventionFigures } from '@ringside/shared/protocol/prevention';
import { asId } from '@ringside/shared/model/ids';
import { tiers } from '@ringside/shared/model/tier';
import { Button } from '@ringside/ui/Button';
import { Card, Facts } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Download, RefreshCw, SearchX } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { saveCsv } from '../../csv.ts';
import { useReference } from '../../reference.ts';
import { percent } from '../../wording/figure-wording.ts';
import { amount } from '../../wording/money-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { date } from '../../wording/time-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { CasesBehindList } from './CasesBehindList.tsx';
import type { Chosen } from './FigureChoices.tsx';
import { FigureChoices, firstChoice, periodOf } from './FigureChoices.tsx';
import { HeatMap } from './HeatMap.tsx';
import { ParetoChart } from './ParetoChart.tsx';
import { RateTrend } from './RateTrend.tsx';
import { figuresCsv } from './figures-csv.ts';
import { causeName, rateFormula, rateText } from './prevention-words.ts';

/** What a figure leads to: its name and the cases it was counted from. */
export interface Behind {
  readonly title: string;
  readonly from: number;
  readonly until: number;
  readonly filter: CaseFilterView;
}

/** Causes by count and cost, where and for whom, the rate, and whether customers were satisfied in the end. */
export function FiguresPart() {
  const words = useWords();
  const { t, timeZone } = words;
  const [chosen, setChosen] = useState<Chosen>(firstChoice);
  const period = periodOf(chosen, timeZone);
  const { value, problem, isAsking, again } = useAnswer(
    { ask: 'prevention.figures', ...period, filter: chosen.filter },
    preventionFigures,
  );
  const [behind, setBehind] = useState<Behind | null>(null);
  const reference = useReference();
  const open = useCallback(
    (
      title: string,
      narrowed: Partial<CaseFilterView>,
      within: { from: number; until: number } | null = null,
    ) => {
      const { from, until } = within ?? value ?? period;
      setBehind({ title, from, until, filter: { ...chosen.filter, ...narrowed } });
    },
    [chosen, period, value],
  );
  return (
    <div className="figures-part">
      <div className="figures-tools">
        <FigureChoices
          chosen={chosen}
          onChoose={(change) => {
            setBehind(null);
            setChosen((old) => ({ ...old, ...change }));
          }}
        />
        <span className="row-actions">
          <Button small look="quiet" icon={<RefreshCw size={16} aria-hidden />} onPress={again}>
            {t({ id: 'report.again' })}
          </Button>
          <Button
            small
            icon={<Download size={16} aria-hidden />}
            isDisabled={!value}
            onPress={() => value && saveCsv('causes.csv', figuresCsv(value, reference, words))}
          >
            {t({ id: 'report.csv' })}
          </Button>
        </span>
      </div>
      {isAsking && !problem && <Loading label={t({ id: 'common.loading' })} lines={10} />}
      {problem && <p className="card-none">{t(problemWords[problem])}</p>}
      {value && value.total.cases === 0 && (
        <EmptyState icon={<SearchX size={28} aria-hidden />} title={t({ id: 'prevention.noCases' })}>
          {t({ id: 'prevention.noCasesHint' })}
        </EmptyState>
      )}
      {value && value.total.cases > 0 && <Figures figures={value} open={open} />}
      {behind && (
        <CasesBehindList key={JSON.stringify(behind)} behind={behind} onClose={() => setBehind(null)} />
      )}
    </div>
  );
}

export type OpenCases = (
  title: string,
  narrowed: Partial<CaseFilterView>,
  within?: { from: number; until: number } | null,
) => void;

function Figures({ figures, open }: { readonly figures: PreventionFigures; readonly open: OpenCases }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const cause = useCallback((key: string | null) => causeName(key, reference, words), [reference, words]);
  const tier = useCallback(
    (key: string | null) => {
      const known = tiers.find((one) => one === key);
      return known ? t(tierWords[known]) : t({ id: 'prevention.nobodyKnown' });
    },
    [t],
  );
  const point = useCallback(
    (key: string | null) =>
      key === null
        ? t({ id: 'prevention.noServicePoint' })
        : nameOf(reference.servicePoints, (one) => one.servicePointId === key, key, words.language),
    [reference, t, words.language],
  );
  return (
    <>
      <Totals figures={figures} open={open} />
      <div className="figures-grid">
        <Card title={t({ id: 'prevention.byCount' })}>
          <ParetoChart
            bars={figures.causesByCount}
            of="cases"
            name={cause}
            label={t({ id: 'prevention.byCount' })}
            onOpen={(key) => open(cause(key), { causes: [key === null ? null : asId<'cause'>(key)] })}
          />
        </Card>
        <Card title={t({ id: 'prevention.byCost' })}>
          <ParetoChart
            bars={figures.causesByCost.filter(({ counts }) => counts.costMinor > 0)}
            of="costMinor"
            name={cause}
            label={t({ id: 'prevention.byCost' })}
            onOpen={(key) => open(cause(key), { causes: [key === null ? null : asId<'cause'>(key)] })}
          />
        </Card>
        <Card title={t({ id: 'prevention.byTier' })}>
          <ParetoChart
            bars={figures.tiers}
            of="cases"
            name={tier}
            label={t({ id: 'prevention.byTier' })}
            onOpen={(key) => open(tier(key), { tiers: [tiers.find((one) => one === key) ?? null] })}
          />
        </Card>
        <Card title={t({ id: 'prevention.byServicePoint' })}>
          <ParetoChart
            bars={figures.servicePoints}
            of="cases"
            name={point}
            label={t({ id: 'prevention.byServicePoint' })}
            onOpen={(key) =>
              open(point(key), { servicePoints: [key === null ? null : asId<'servicePoint'>(key)] })
            }
          />
        </Card>
      </div>
      <Card title={t({ id: 'prevention.heat' })}>
        <HeatMap heat={figures.heat} open={open} />
      </Card>
      <div className="figures-grid">
        <Card title={t({ id: 'prevention.rate' })}>
          <RateTrend months={figures.months} open={open} />
        </Card>
        <Card title={t({ id: 'prevention.recurrence' })}>
          <Recurrence figures={figures} open={open} />
        </Card>
      </div>
    </>
  );
}

function Totals({ figures, open }: { readonly figures: PreventionFigures; readonly open: OpenCases }) {
  const words = useWords();
  const { t, language } = words;
  const { currency } = useReference();
  const { total, contacts } = figures;
  const asked = total.satisfied + total.notSatisfied + total.notReached;
  const share = (count: number) => percent(asked === 0 ? null : count / asked);
  const leadsTo = (name: string, narrowed: Partial<CaseFilterView>, value: string) => (
    <button type="button" className="link" onClick={() => open(name, narrowed)}>
      {value}
    </button>
  );
  const names = {
    cases: t({ id: 'prevention.cases' }),
    satisfied: t({ id: 'satisfaction.satisfied' }),
    notSatisfied: t({ id: 'satisfaction.notSatisfied' }),
    notReached: t({ id: 'satisfaction.notReached' }),
    reopened: t({ id: 'prevention.reopened' }),
  };
  const ofAsked = (count: number) => t({ id: 'prevention.ofAskedFormula' }, { count, asked });
  return (
    <Facts
      facts={[
        {
          id: 'cases',
          name: names.cases,
          value: leadsTo(names.cases, {}, String(total.cases)),
          formula: t({ id: 'prevention.casesFormula' }),
        },
        {
          id: 'rate',
          name: t({ id: 'prevention.perThousand' }),
          value: rateText(total.cases, contacts, words),
          formula: rateFormula(total.cases, contacts, words),
        },
        {
          id: 'cost',
          name: t({ id: 'prevention.cost' }),
          value: amount({ minor: total.costMinor, currency }, language),
          formula: t({ id: 'prevention.costFormula' }),
        },
        {
          id: 'satisfied',
          name: names.satisfied,
          value: leadsTo(names.satisfied, { outcomes: ['satisfied'] }, share(total.satisfied)),
          formula: ofAsked(total.satisfied),
        },
        {
          id: 'notSatisfied',
          name: names.notSatisfied,
          value: leadsTo(names.notSatisfied, { outcomes: ['notSatisfied'] }, share(total.notSatisfied)),
          formula: ofAsked(total.notSatisfied),
        },
        {
          id: 'notReached',
          name: names.notReached,
          value: leadsTo(names.notReached, { outcomes: ['notReached'] }, share(total.notReached)),
          formula: ofAsked(total.notReached),
        },
        {
          id: 'reopened',
          name: names.reopened,
          value: leadsTo(names.reopened, { reopened: true }, String(total.reopened)),
          formula: t({ id: 'prevention.reopenedFormula' }, { reopened: total.reopened, cases: total.cases }),
        },
      ]}
    />
  );
}

function Recurrence({ figures, open }: { readonly figures: PreventionFigures; readonly open: OpenCases }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  if (figures.recurrence.length === 0)
    return <p className="card-none">{t({ id: 'prevention.noRecurrence' })}</p>;
  return (
    <>
      <ul className="recurrence">
        {figures.recurrence.map(({ causeId, fixedAt, since, cases }) => {
          const name = causeName(causeId, reference, words);
          return (
            <li key={causeId}>
              <span>
                {name}
                <small>{t({ id: 'prevention.fixedOn' }, { day: date(fixedAt, words) })}</small>
              </span>
              <button
                type="button"
                className="link"
                onClick={() => open(name, { causes: [causeId] }, { from: since, until: figures.until })}
              >
                {t({ id: 'prevention.since' }, { cases })}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="prevention-line figures-note">{t({ id: 'prevention.recurrenceFormula' })}</p>
    </>
  );
}
