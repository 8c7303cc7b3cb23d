import type { RotaId } from '@ringside/shared/model/ids';
import type { RotaChangeView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { rotaChangeView } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { History, Undo2 } from 'lucide-react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { shiftHowWords, wallSpan } from '../../wording/rota-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { layerName } from './cell-wording.ts';
import type { Span } from './span.ts';
import { localAt } from './span.ts';

const changes = z.array(rotaChangeView);

interface ChangeHistoryProps {
  readonly rotaId: RotaId;
  readonly span: Span;
  readonly schedule: RotaSchedule;
}

/** RVIEW-10: what was changed of the days shown, the latest first, with the way to undo it. */
export function ChangeHistory({ rotaId, span, schedule }: ChangeHistoryProps) {
  const words = useWords();
  const { t } = words;
  const { watchFloor } = useMay();
  const { value, problem } = useAnswer(
    watchFloor ? { ask: 'rota.changes', rotaId, from: span.from, until: span.until } : null,
    changes,
    anyRota,
  );
  if (!watchFloor || problem !== null) return null;
  return (
    <Card title={t({ id: 'rota.history' })}>
      {value === null && <Loading label={t({ id: 'common.loading' })} lines={3} />}
      {value?.length === 0 && (
        <EmptyState icon={<History size={24} aria-hidden />} title={t({ id: 'rota.noChanges' })} />
      )}
      {value !== null && value.length > 0 && (
        <div className="rota-history">
          <Table
            label={t({ id: 'rota.history' })}
            columns={changeColumns(schedule, words)}
            rows={value}
            rowId={({ changeId }) => changeId}
          />
        </div>
      )}
    </Card>
  );
}

interface OneChange {
  readonly change: RotaChangeView;
}

function What({ change, schedule }: OneChange & { readonly schedule: RotaSchedule }) {
  const words = useWords();
  const text = [
    change.agentName || words.t({ id: 'rota.nobodyOnPurpose' }),
    wallSpan(change.from, change.until, words),
    layerName(schedule, change.layer, words),
  ].join(' · ');
  return change.undoneAt === null ? text : <s>{text}</s>;
}

function Undo({ change: { changeId, version, from, until } }: OneChange) {
  const words = useWords();
  const send = useCommand();
  return (
    <Button
      small
      look="quiet"
      icon={<Undo2 size={14} aria-hidden />}
      aria-label={words.t({ id: 'rota.undoOne' }, { what: wallSpan(from, until, words) })}
      onPress={() => void send({ do: 'rota.undo', changeId, version })}
    >
      {words.t({ id: 'rota.undo' })}
    </Button>
  );
}

function changeColumns(schedule: RotaSchedule, words: Words): Column<RotaChangeView>[] {
  const { t } = words;
  const now = localAt(serverNow(), schedule.timeZone);
  const canUndo = ({ undoneAt, until }: RotaChangeView): boolean =>
    schedule.mayChange && undoneAt === null && until > now;
  return [
    {
      id: 'what',
      title: t({ id: 'rota.changed' }),
      cell: (change) => <What change={change} schedule={schedule} />,
    },
    { id: 'how', title: t({ id: 'rota.how' }), cell: ({ origin }) => t(shiftHowWords[origin]) },
    { id: 'why', title: t({ id: 'rota.reason' }), cell: ({ reason }) => reason || '–', isText: true },
    {
      id: 'by',
      title: t({ id: 'rota.by' }),
      cell: ({ madeByName, madeAt, undoneByName, undoneAt }) =>
        undoneAt === null
          ? t({ id: 'rota.byAt' }, { name: madeByName, at: dayAndTime(madeAt, serverNow(), words) })
          : t({ id: 'rota.undoneBy' }, { name: undoneByName, at: dayAndTime(undoneAt, serverNow(), words) }),
    },
    {
      id: 'undo',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (change) => (canUndo(change) ? <Undo change={change} /> : null),
    },
  ];
}
