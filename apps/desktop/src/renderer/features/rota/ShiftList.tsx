import type { AgentId } from '@ringside/shared/model/ids';
import type { PlannedShift, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { EmptyState } from '@ringside/ui/EmptyState';
import { StateBadge } from '@ringside/ui/StateShape';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { CalendarClock, Star } from 'lucide-react';
import { shiftHowWords, wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { layerName, whoText } from './cell-wording.ts';
import { keyOf } from './rows.ts';

interface ShiftListProps {
  readonly schedule: RotaSchedule;
  readonly mine: AgentId;
  readonly canChange: (shift: ShiftView) => boolean;
  readonly onChange: (shift: PlannedShift) => void;
}

/** RVIEW-5: the same as the calendar, as text: every shift and gap in the order of time. */
export function ShiftList({ schedule, mine, canChange, onChange }: ShiftListProps) {
  const words = useWords();
  const { t } = words;
  const rows = schedule.shifts.toSorted((a, b) => a.from - b.from);
  if (rows.length === 0)
    return <EmptyState icon={<CalendarClock size={28} aria-hidden />} title={t({ id: 'rota.noShifts' })} />;
  const columns = shiftColumns({ schedule, mine, canChange, onChange }, words);
  return (
    <Table
      label={t({ id: 'rota.grid' })}
      columns={schedule.mayChange ? columns : columns.slice(0, -1)}
      rows={rows}
      rowId={keyOf}
    />
  );
}

function Who({ shift, isMine }: { readonly shift: ShiftView; readonly isMine: boolean }) {
  const words = useWords();
  if (shift.how === 'gap') return <StateBadge state="breach">{whoText(shift, words)}</StateBadge>;
  return (
    <span className="rota-who">
      {whoText(shift, words)}
      {isMine && (
        <Badge tone="good" icon={<Star size={12} aria-hidden />}>
          {words.t({ id: 'rota.yours' })}
        </Badge>
      )}
    </span>
  );
}

function ChangeShift({ shift, onChange }: { readonly shift: ShiftView } & Pick<ShiftListProps, 'onChange'>) {
  const words = useWords();
  const { layer, fromLocal: from, untilLocal: until, agentId } = shift;
  const about = { who: whoText(shift, words), when: wallSpan(from, until, words) };
  return (
    <Button
      small
      look="quiet"
      aria-label={words.t({ id: 'rota.changeOne' }, about)}
      onPress={() => onChange({ layer, from, until, agentId })}
    >
      {words.t({ id: 'rota.change' })}
    </Button>
  );
}

function shiftColumns(
  { schedule, mine, canChange, onChange }: ShiftListProps,
  words: Words,
): Column<ShiftView>[] {
  const { t } = words;
  return [
    {
      id: 'when',
      title: t({ id: 'rota.when' }),
      cell: ({ fromLocal, untilLocal }) => wallSpan(fromLocal, untilLocal, words),
    },
    {
      id: 'who',
      title: t({ id: 'rota.who' }),
      cell: (shift) => <Who shift={shift} isMine={shift.agentId === mine} />,
    },
    { id: 'layer', title: t({ id: 'rota.layer' }), cell: ({ layer }) => layerName(schedule, layer, words) },
    { id: 'how', title: t({ id: 'rota.how' }), cell: ({ how }) => t(shiftHowWords[how]) },
    {
      id: 'change',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (shift) => (canChange(shift) ? <ChangeShift shift={shift} onChange={onChange} /> : null),
    },
  ];
}
