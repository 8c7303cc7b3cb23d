import type { CostHeading, CostReport, CostView } from '@ringside/shared/protocol/compensation';
import { costHeadings, costReport } from '@ringside/shared/protocol/compensation';
import { Button } from '@ringside/ui/Button';
import { Card, Facts } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { TextField } from '@ringside/ui/Field';
import { Filter } from '@ringside/ui/Filter';
import { serverNow } from '@ringside/ui/ticker';
import { ChartColumn, Download, FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { saveCsv } from '../../csv.ts';
import { useReference } from '../../reference.ts';
import { amount } from '../../wording/money-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { Budgets } from './Budgets.tsx';
import { headingWords } from './compensation-words.ts';
import { costCsv } from './cost-csv.ts';
import { CostTable } from './CostTable.tsx';
import { CostsBehind } from './CostsBehind.tsx';

const monthsBack = 5;

/** COMP-12: what making good costs, by cause, kind, tier and month, down to the cases. */
export function CostPart() {
  const { t, timeZone } = useWords();
  const today = dayOf(serverNow(), timeZone);
  const [period, setPeriod] = useState(() => ({ from: firstDay(today, monthsBack), until: today }));
  const isPeriod = /^\d{4}-\d{2}-\d{2}$/.test(period.from) && period.from <= period.until;
  const answer = useAnswer(
    isPeriod ? { ask: 'compensation.report', ...period } : null,
    costReport,
    'compensation',
  );
  return (
    <>
      <div className="cost-choices">
        <TextField
          type="date"
          label={t({ id: 'cost.from' })}
          value={period.from}
          onChange={(from) => setPeriod((old) => ({ ...old, from }))}
        />
        <TextField
          type="date"
          label={t({ id: 'cost.until' })}
          value={period.until}
          onChange={(until) => setPeriod((old) => ({ ...old, until }))}
          error={isPeriod ? undefined : t({ id: 'cost.periodWrong' })}
        />
      </div>
      {answer.value !== null && answer.value.budgets.length > 0 && <Budgets budgets={answer.value.budgets} />}
      {answer.value !== null && <Costs report={answer.value} period={period} />}
      {answer.value === null && answer.problem === null && isPeriod && (
        <Loading label={t({ id: 'common.loading' })} />
      )}
      {answer.problem !== null && (
        <EmptyState
          icon={<FileWarning size={28} aria-hidden />}
          title={t(problemWords[answer.problem])}
          action={<Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>}
        />
      )}
    </>
  );
}

export interface Period {
  readonly from: string;
  readonly until: string;
}

function Costs({ report, period }: { readonly report: CostReport; readonly period: Period }) {
  const words = useWords();
  const { t, language } = words;
  const reference = useReference();
  const [heading, setHeading] = useState<CostHeading>('cause');
  const [behind, setBehind] = useState<CostView | null>(null);
  const { total } = report;
  const costs = report[heading];
  const money = (minor: number) => amount({ minor, currency: reference.currency }, language);
  if (total.count === 0) {
    return (
      <EmptyState icon={<ChartColumn size={28} aria-hidden />} title={t({ id: 'cost.none' })}>
        {t({ id: 'cost.noneWhy' })}
      </EmptyState>
    );
  }
  return (
    <>
      <section aria-label={t({ id: 'cost.total' })}>
        <Facts
          facts={[
            {
              id: 'money',
              name: t({ id: 'cost.money' }),
              value: money(total.money),
              formula: t({ id: 'cost.formula' }),
            },
            { id: 'count', name: t({ id: 'cost.count' }), value: total.count },
            { id: 'points', name: t({ id: 'cost.points' }), value: total.points },
          ]}
        />
      </section>
      <Card
        title={t(headingWords[heading])}
        aside={
          <span className="cost-tools">
            <Filter
              label={t({ id: 'cost.by' })}
              choices={costHeadings.map((value) => ({ value, name: t(headingWords[value]) }))}
              chosen={heading}
              onChoose={(value) => {
                setHeading(value);
                setBehind(null);
              }}
            />
            <Button
              small
              icon={<Download size={14} aria-hidden />}
              onPress={() =>
                saveCsv(
                  `compensation-${heading}-${period.from}-${period.until}.csv`,
                  costCsv(heading, costs, reference, words),
                )
              }
            >
              {t({ id: 'cost.export' })}
            </Button>
          </span>
        }
      >
        <CostTable heading={heading} costs={costs} budget={budgetOfMonth(report)} onOpen={setBehind} />
      </Card>
      {behind !== null && (
        <CostsBehind heading={heading} of={behind} period={period} onClose={() => setBehind(null)} />
      )}
    </>
  );
}

/** What a whole month is held against: budgets of single causes are no part of it. */
const budgetOfMonth = ({ budgets }: CostReport): number | null =>
  budgets.find(({ causeId, every }) => causeId === null && every === 'month')?.amount ?? null;

/** The first of a month so many months before a day. */
function firstDay(day: string, months: number): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
