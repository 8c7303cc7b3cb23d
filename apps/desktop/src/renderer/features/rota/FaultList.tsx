import type { RotaFaultView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState } from '@ringside/ui/EmptyState';
import { StateBadge } from '@ringside/ui/StateShape';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { CircleCheck } from 'lucide-react';
import { rotaFaultWords, wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { layerName } from './cell-wording.ts';
import { localAt } from './span.ts';

interface FaultListProps {
  readonly schedule: RotaSchedule;
  readonly onShow: ((local: string, layer: string, agentId: string | null) => void) | null;
}

/** RVIEW-4: all gaps and clashes of the days shown, each with the way to it. */
export function FaultList({ schedule, onShow }: FaultListProps) {
  const words = useWords();
  const { t } = words;
  const { faults } = schedule;
  return (
    <Card title={t({ id: 'rota.faults' }, { count: faults.length })}>
      {faults.length === 0 ? (
        <EmptyState icon={<CircleCheck size={24} aria-hidden />} title={t({ id: 'rota.noFaults' })} />
      ) : (
        <Table
          label={t({ id: 'rota.faults' }, { count: faults.length })}
          columns={faultColumns({ schedule, onShow }, words)}
          rows={faults}
          rowId={faultKey}
        />
      )}
    </Card>
  );
}

/** A gap stands in the row of what nobody has, also where it would be somebody's turn. */
const onRow = ({ kind, agentId }: RotaFaultView): string | null =>
  kind === 'nobody' || kind === 'absent' || kind === 'notActive' ? null : agentId;

export const faultKey = ({ kind, layer, from, until, agentId }: RotaFaultView): string =>
  [kind, layer, from, until, agentId].join(' ');

export const faultSpan = ({ from, until }: RotaFaultView, timeZone: string, words: Words): string =>
  wallSpan(localAt(from, timeZone), localAt(until, timeZone), words);

function faultColumns({ schedule, onShow }: FaultListProps, words: Words): Column<RotaFaultView>[] {
  const { t } = words;
  const { timeZone } = schedule;
  const columns: Column<RotaFaultView>[] = [
    {
      id: 'what',
      title: t({ id: 'rota.fault' }),
      cell: ({ kind }) => <StateBadge state="breach">{t(rotaFaultWords[kind])}</StateBadge>,
    },
    { id: 'when', title: t({ id: 'rota.when' }), cell: (fault) => faultSpan(fault, timeZone, words) },
    { id: 'who', title: t({ id: 'rota.who' }), cell: ({ agentName }) => agentName || '–' },
    { id: 'layer', title: t({ id: 'rota.layer' }), cell: ({ layer }) => layerName(schedule, layer, words) },
  ];
  if (onShow === null) return columns;
  const show = (fault: RotaFaultView) => onShow(localAt(fault.from, timeZone), fault.layer, onRow(fault));
  return [
    ...columns,
    {
      id: 'show',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (fault) => <Show fault={fault} timeZone={timeZone} onShow={show} />,
    },
  ];
}

interface ShowProps {
  readonly fault: RotaFaultView;
  readonly timeZone: string;
  readonly onShow: (fault: RotaFaultView) => void;
}

function Show({ fault, timeZone, onShow }: ShowProps) {
  const words = useWords();
  const { t } = words;
  const about = { what: t(rotaFaultWords[fault.kind]), when: faultSpan(fault, timeZone, words) };
  return (
    <Button small look="quiet" aria-label={t({ id: 'rota.showOne' }, about)} onPress={() => onShow(fault)}>
      {t({ id: 'rota.show' })}
    </Button>
  );
}
