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
  const columns: Column<ShiftView>[] = [
    {
      id: 'when',
      title: t({ id: 'rota.when' }),
      cell: ({ fromLocal, untilLocal }) => wallSpan(fromLocal, untilLocal, words),
    },
    {
      id: 'who',
      title: t({ id: 'rota.who' }),
      cell: (shift) =>
        shift.how === 'gap' ? (
          <StateBadge state="breach">{whoText(shift, words)}</StateBadge>
        ) : (
          <span className="rota-who">
            {whoText(shift, words)}
            {shift.agentId === mine && (
              <Badge tone="good" icon={<Star size={12} aria-hidden />}>
                {t({ id: 'rota.yours' })}
              </Badge>
            )}
          </span>
        ),
    },
    { id: 'layer', title: t({ id: 'rota.layer' }), cell: ({ layer }) => layerName(schedule, layer, words) },
    { id: 'how', title: t({ id: 'rota.how' }), cell: ({ how }) => t(shiftHowWords[how]) },
    {
      id: 'change',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (shift) =>
        canChange(shift) && (
          <Button
            small
            look="quiet"
            aria-label={t(
              { id: 'rota.changeOne' },
              { who: whoText(shift, words), when: wallSpan(shift.fromLocal, shift.untilLocal, words) },
            )}
            onPress={() =>
              onChange({
                layer: shift.layer,
                from: shift.fromLocal,
                until: shift.untilLocal,
                agentId: shift.agentId,
              })
            }
          >
            {t({ id: 'rota.change' })}
          </Button>
        ),
    },
  ];
  return (
    <Table
      label={t({ id: 'rota.grid' })}
      columns={schedule.mayChange ? columns : columns.slice(0, -1)}
      rows={rows}
      rowId={keyOf}
    />
  );
}
