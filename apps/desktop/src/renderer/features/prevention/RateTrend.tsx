import type { PreventionFigures } from '@ringside/shared/protocol/prevention';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { useWords } from '../../wording/words.ts';
import type { OpenCases } from './FiguresPart.tsx';
import { figureText, rateText } from './prevention-words.ts';
import { fewestContacts, rateOf } from './rate.ts';

const width = 520;
const height = 80;
type Months = PreventionFigures['months'];

/** Cases per 1,000 contacts, month by month, with both counts beside the rate. */
export function RateTrend({ months, open }: { readonly months: Months; readonly open: OpenCases }) {
  const { t } = useWords();
  const columns = useColumns(open);
  return (
    <>
      <Course months={months} />
      <Table
        label={t({ id: 'prevention.rate' })}
        rows={months}
        rowId={({ month }) => month}
        columns={columns}
      />
      <p className="prevention-line figures-note">
        {t({ id: 'prevention.rateNote' }, { needed: fewestContacts })}
      </p>
    </>
  );
}

function useColumns(open: OpenCases): Column<Months[number]>[] {
  const words = useWords();
  const { t } = words;
  return [
    {
      id: 'month',
      title: t({ id: 'prevention.month' }),
      cell: ({ month, from, until }) => (
        <button type="button" className="link" onClick={() => open(month, {}, { from, until })}>
          {month}
        </button>
      ),
    },
    {
      id: 'cases',
      title: t({ id: 'prevention.cases' }),
      isNumber: true,
      cell: (row) => figureText(row.cases, words),
    },
    {
      id: 'contacts',
      title: t({ id: 'prevention.contacts' }),
      isNumber: true,
      cell: (row) => figureText(row.contacts, words),
    },
    {
      id: 'rate',
      title: t({ id: 'prevention.perThousand' }),
      isNumber: true,
      cell: ({ cases, contacts }) => rateText(cases, contacts, words),
    },
  ];
}

function Course({ months }: { readonly months: Months }) {
  const rates = months.map(({ cases, contacts }) => rateOf(cases, contacts)?.perThousand ?? null);
  if (rates.every((rate) => rate === null)) return null;
  const most = Math.max(1e-9, ...rates.map((rate) => rate ?? 0));
  const step = width / Math.max(1, months.length);
  const points = rates.flatMap((rate, nth) =>
    rate === null ? [] : [`${(nth + 0.5) * step},${height - 4 - (rate / most) * (height - 8)}`],
  );
  return (
    <svg className="rate-trend" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <line x1="0" x2={width} y1={height - 4} y2={height - 4} />
      <polyline points={points.join(' ')} />
    </svg>
  );
}
