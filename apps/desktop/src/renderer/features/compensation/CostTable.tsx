import type { CostHeading, CostView } from '@ringside/shared/protocol/compensation';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { TriangleAlert } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { amount } from '../../wording/money-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CostBar } from './CostBar.tsx';
import { columnWords, headingWords } from './compensation-words.ts';
import { costName } from './cost-name.ts';

interface CostTableProps {
  readonly heading: CostHeading;
  readonly costs: readonly CostView[];
  /** of a month; null: none is set */
  readonly budget: number | null;
  readonly onOpen: (of: CostView) => void;
}

/** Sums with bars beside them, each leading to the cases behind it. */
export function CostTable(props: CostTableProps) {
  const { t } = useWords();
  const columns = useCostColumns(props);
  return (
    <Table
      label={t(headingWords[props.heading])}
      columns={columns}
      rows={props.costs}
      rowId={({ key }) => key ?? ''}
    />
  );
}

function useCostColumns({ heading, costs, budget, onOpen }: CostTableProps): Column<CostView>[] {
  const words = useWords();
  const { t, language } = words;
  const reference = useReference();
  const money = (minor: number) => amount({ minor, currency: reference.currency }, language);
  const ofMonth = heading === 'month' ? budget : null;
  const longest = Math.max(1, ofMonth ?? 0, ...costs.map((cost) => cost.money));
  const columns: Column<CostView>[] = [
    {
      id: 'name',
      title: t(columnWords[heading]),
      cell: (cost) => (
        <button type="button" className="link" disabled={cost.count === 0} onClick={() => onOpen(cost)}>
          <strong>{costName(heading, cost.key, reference, words)}</strong>
        </button>
      ),
    },
    {
      id: 'bar',
      title: <span className="rs-hidden">{t({ id: 'cost.share' })}</span>,
      cell: (cost) => (
        <CostBar share={cost.money / longest} mark={ofMonth === null ? null : ofMonth / longest} />
      ),
    },
    { id: 'money', title: t({ id: 'cost.money' }), cell: (cost) => money(cost.money), isNumber: true },
    { id: 'count', title: t({ id: 'cost.count' }), cell: ({ count }) => count, isNumber: true },
    { id: 'points', title: t({ id: 'cost.points' }), cell: ({ points }) => points, isNumber: true },
  ];
  if (ofMonth === null) return columns;
  return [
    ...columns,
    {
      id: 'budget',
      title: t({ id: 'cost.ofBudget' }),
      isNumber: true,
      cell: (cost) => <OfBudget spent={cost.money} budget={ofMonth} />,
    },
  ];
}

function OfBudget({ spent, budget }: { readonly spent: number; readonly budget: number }) {
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(
    budget === 0 ? 0 : spent / budget,
  );
  if (spent <= budget) return share;
  return (
    <span className="cost-over cost-used-up">
      <TriangleAlert size={14} aria-hidden />
      {t({ id: 'cost.over' }, { share })}
    </span>
  );
}
