import type { BurdenView } from '@ringside/shared/protocol/rota';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { localeOf } from '../../i18n/locale.ts';
import { useWords } from '../../wording/words.ts';

interface BurdenTableProps {
  readonly label: string;
  readonly burdens: readonly BurdenView[];
  /** as it is without the plan; null: there is no plan */
  readonly before: readonly BurdenView[] | null;
}

type Figure = Exclude<keyof BurdenView, 'agentId' | 'agentName'>;
const figures: Readonly<Record<Figure, Message>> = defineMessages({
  hours: { id: 'rotaPlan.hours' },
  shifts: { id: 'rotaPlan.shifts' },
  weekends: { id: 'rotaPlan.weekends' },
  holidays: { id: 'rotaPlan.holidays' },
  calls: { id: 'rotaPlan.calls' },
  burden: { id: 'rotaPlan.burden' },
});
const shown: readonly Figure[] = ['hours', 'shifts', 'weekends', 'holidays', 'calls', 'burden'];

/** PLAN-2: who carries how much; with a plan, what it was before where it is another. */
export function BurdenTable({ label, burdens, before }: BurdenTableProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  const known = new Map(before?.map((one) => [one.agentId, one]));
  const cell = (figure: Figure) => (row: BurdenView) => {
    const now = number.format(row[figure]);
    const was = number.format(known.get(row.agentId)?.[figure] ?? row[figure]);
    return was === now ? now : t({ id: 'rotaPlan.change' }, { was, now });
  };
  return (
    <Table
      label={label}
      rows={burdens}
      rowId={({ agentId }) => agentId}
      columns={[
        { id: 'who', title: t({ id: 'absence.who' }), cell: ({ agentName }) => agentName },
        ...shown.map((id): Column<BurdenView> => ({
          id,
          title: t(figures[id]),
          isNumber: true,
          cell: cell(id),
        })),
      ]}
    />
  );
}
