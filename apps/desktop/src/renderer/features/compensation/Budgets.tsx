import type { BudgetStanding } from '@ringside/shared/model/compensation';
import type { BudgetView } from '@ringside/shared/protocol/compensation';
import { Card } from '@ringside/ui/Card';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useReference } from '../../reference.ts';
import { budgetPeriodWords } from '../../wording/compensation-wording.ts';
import { amount } from '../../wording/money-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CostBar } from './CostBar.tsx';
import { costName } from './cost-name.ts';

/** COMP-14: what may be spent on making good, and what is left of it. */
export function Budgets({ budgets }: { readonly budgets: readonly BudgetView[] }) {
  const { t } = useWords();
  const columns = useBudgetColumns();
  return (
    <Card title={t({ id: 'budget.title' })}>
      <Table
        label={t({ id: 'budget.title' })}
        columns={columns}
        rows={budgets}
        rowId={({ budget }) => budget}
      />
    </Card>
  );
}

function useBudgetColumns(): Column<BudgetView>[] {
  const words = useWords();
  const { t, language } = words;
  const reference = useReference();
  const money = (minor: number) => amount({ minor, currency: reference.currency }, language);
  return [
    { id: 'name', title: t({ id: 'budget.name' }), cell: ({ name }) => <strong>{name[language]}</strong> },
    {
      id: 'cause',
      title: t({ id: 'cost.columnCause' }),
      cell: ({ causeId }) =>
        causeId === null ? t({ id: 'budget.everything' }) : costName('cause', causeId, reference, words),
    },
    { id: 'period', title: t({ id: 'budget.period' }), cell: (of) => <BudgetPeriodText of={of} /> },
    {
      id: 'bar',
      title: <span className="rs-hidden">{t({ id: 'cost.share' })}</span>,
      cell: (of) => <CostBar share={shareOf(of)} />,
    },
    {
      id: 'spent',
      title: t({ id: 'budget.spent' }),
      cell: (of) => t({ id: 'budget.spentOf' }, { spent: money(of.spent), amount: money(of.amount) }),
      isNumber: true,
    },
    {
      id: 'standing',
      title: t({ id: 'cost.ofBudget' }),
      cell: (of) => <Standing of={of} />,
      isNumber: true,
    },
  ];
}

const shareOf = ({ amount: whole, spent }: BudgetView): number =>
  whole === 0 ? Number(spent > 0) : spent / whole;

function BudgetPeriodText({ of: { every, from, until } }: { readonly of: BudgetView }) {
  const { t, language } = useWords();
  const day = (date: string) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(
      Date.parse(`${date}T00:00:00Z`),
    );
  return (
    <>
      {t(budgetPeriodWords[every])}{' '}
      <span className="budget-days">{t({ id: 'budget.days' }, { from: day(from), until: day(until) })}</span>
    </>
  );
}

const standingWords: Record<Exclude<BudgetStanding, 'within'>, Message> = defineMessages({
  nearlyUsedUp: { id: 'budget.nearlyUsedUp' },
  usedUp: { id: 'budget.usedUp' },
});

function Standing({ of }: { readonly of: BudgetView }) {
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(shareOf(of));
  const { standing } = of;
  if (standing === 'within') return share;
  const Sign = standing === 'usedUp' ? TriangleAlert : CircleAlert;
  return (
    <span className={standing === 'usedUp' ? 'cost-over cost-used-up' : 'cost-over cost-near'}>
      <Sign size={14} aria-hidden />
      {t(standingWords[standing], { share })}
    </span>
  );
}
