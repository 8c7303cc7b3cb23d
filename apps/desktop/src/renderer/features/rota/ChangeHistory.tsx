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
  const send = useCommand();
  const { value, problem } = useAnswer(
    watchFloor ? { ask: 'rota.changes', rotaId, from: span.from, until: span.until } : null,
    changes,
    anyRota,
  );
  if (!watchFloor || problem !== null) return null;
  const now = localAt(serverNow(), schedule.timeZone);
  const canUndo = ({ undoneAt, until }: RotaChangeView): boolean =>
    schedule.mayChange && undoneAt === null && until > now;
  const columns: Column<RotaChangeView>[] = [
    {
      id: 'what',
      title: t({ id: 'rota.changed' }),
      cell: (change) => {
        const text = `${change.agentName || t({ id: 'rota.nobodyOnPurpose' })} · ${wallSpan(change.from, change.until, words)} · ${layerName(schedule, change.layer, words)}`;
        return change.undoneAt === null ? text : <s>{text}</s>;
      },
    },
    { id: 'how', title: t({ id: 'rota.how' }), cell: ({ origin }) => t(shiftHowWords[origin]) },
    { id: 'why', title: t({ id: 'rota.reason' }), cell: ({ reason }) => reason || '–' },
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
      cell: (change) =>
        canUndo(change) && (
          <Button
            small
            look="quiet"
            icon={<Undo2 size={14} aria-hidden />}
            aria-label={t({ id: 'rota.undoOne' }, { what: wallSpan(change.from, change.until, words) })}
            onPress={() => void send({ do: 'rota.undo', changeId: change.changeId, version: change.version })}
          >
            {t({ id: 'rota.undo' })}
          </Button>
        ),
    },
  ];
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
            columns={columns}
            rows={value}
            rowId={({ changeId }) => changeId}
          />
        </div>
      )}
    </Card>
  );
}
