import type { BarView } from '@ringside/shared/protocol/prevention';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { useReference } from '../../reference.ts';
import { percent } from '../../wording/figure-wording.ts';
import { amount } from '../../wording/money-wording.ts';
import { useWords } from '../../wording/words.ts';

interface ParetoChartProps {
  readonly bars: readonly BarView[];
  readonly of: 'cases' | 'costMinor';
  readonly name: (key: string | null) => string;
  readonly label: string;
  readonly onOpen: (key: string | null) => void;
}

const width = 520;
const height = 120;
/** More than these would be thinner than the line over them. */
const mostBars = 20;

/** Bars from the largest down, with the share so far as a line; the table beneath says the same in numbers. */
export function ParetoChart({ bars, of, name, label, onOpen }: ParetoChartProps) {
  const { t } = useWords();
  const columns = useColumns({ of, name, onOpen });
  if (bars.length === 0) return <p className="card-none">{t({ id: 'prevention.nothingHere' })}</p>;
  return (
    <>
      <Drawing bars={bars.slice(0, mostBars)} of={of} />
      <Table label={label} rows={bars} rowId={({ key }) => key ?? 'none'} columns={columns} />
    </>
  );
}

function useColumns({
  of,
  name,
  onOpen,
}: Pick<ParetoChartProps, 'of' | 'name' | 'onOpen'>): Column<BarView>[] {
  const { t, language } = useWords();
  const { currency } = useReference();
  const value = ({ counts }: BarView): string =>
    of === 'cases' ? String(counts.cases) : amount({ minor: counts.costMinor, currency }, language);
  return [
    {
      id: 'name',
      title: t({ id: 'prevention.what' }),
      cell: ({ key }) => (
        <button type="button" className="link" onClick={() => onOpen(key)}>
          {name(key)}
        </button>
      ),
    },
    {
      id: 'value',
      title: of === 'cases' ? t({ id: 'prevention.cases' }) : t({ id: 'prevention.cost' }),
      isNumber: true,
      cell: value,
    },
    {
      id: 'share',
      title: t({ id: 'prevention.share' }),
      isNumber: true,
      cell: ({ share }) => percent(share),
    },
    {
      id: 'soFar',
      title: t({ id: 'prevention.shareSoFar' }),
      isNumber: true,
      cell: ({ shareSoFar }) => percent(shareSoFar),
    },
  ];
}

function Drawing({ bars, of }: Pick<ParetoChartProps, 'bars' | 'of'>) {
  const step = width / bars.length;
  const most = Math.max(1, ...bars.map(({ counts }) => counts[of]));
  const line = bars
    .map(({ shareSoFar }, nth) => `${(nth + 0.5) * step},${height - (shareSoFar ?? 0) * (height - 4)}`)
    .join(' ');
  return (
    <svg className="pareto" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <line x1="0" x2={width} y1={height - 0.8 * (height - 4)} y2={height - 0.8 * (height - 4)} />
      {bars.map(({ key, counts }, nth) => {
        const tall = (counts[of] / most) * (height - 4);
        const inner = Math.min(step * 0.7, 60);
        return (
          <rect
            key={key ?? 'none'}
            x={(nth + 0.5) * step - inner / 2}
            width={inner}
            y={height - tall}
            height={tall}
          />
        );
      })}
      <polyline points={line} />
    </svg>
  );
}
