import type { QueueView } from '@ringside/shared/protocol/reference';
import { CallTimer } from '@ringside/ui/CallTimer';
import { Card } from '@ringside/ui/Card';
import { Explained } from '@ringside/ui/Hint';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { useMemo } from 'react';
import { useDesk } from '../../desk.ts';
import { queueName, rotaOf, useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import './Queues.css';

/** The queues as everybody may see them, in the centre's order: rows do not change places. */
export function QueuesPage() {
  const { t } = useWords();
  const queues = useDesk((s) => s.desk?.queues);
  const columns = useColumns();
  return (
    <div className="page">
      <h1>{t({ id: 'queues.title' })}</h1>
      <Card title={t({ id: 'queues.now' })}>
        <Table
          label={t({ id: 'queues.title' })}
          columns={columns}
          rows={queues ?? []}
          rowId={(row) => row.queueId}
        />
      </Card>
    </div>
  );
}

function useColumns(): Column<QueueView>[] {
  const words = useWords();
  const reference = useReference();
  return useMemo(() => {
    const { t } = words;
    return [
      {
        id: 'queue',
        title: t({ id: 'queues.queue' }),
        cell: (row) => <strong>{queueName(row.queueId, reference, words)}</strong>,
      },
      {
        id: 'waiting',
        title: <Explained text={t({ id: 'queues.waitingFormula' })}>{t({ id: 'queues.waiting' })}</Explained>,
        isNumber: true,
        cell: (row) => row.waiting,
      },
      {
        id: 'longest',
        title: <Explained text={t({ id: 'queues.longestFormula' })}>{t({ id: 'queues.longest' })}</Explained>,
        isNumber: true,
        cell: (row) => (row.longestSince === null ? '–' : <CallTimer since={row.longestSince} />),
      },
      {
        id: 'ready',
        title: <Explained text={t({ id: 'queues.readyFormula' })}>{t({ id: 'queues.ready' })}</Explained>,
        isNumber: true,
        cell: (row) => (rotaOf(row.queueId, reference) === null ? row.ready : '–'),
      },
      {
        id: 'signedIn',
        title: (
          <Explained text={t({ id: 'queues.signedInFormula' })}>{t({ id: 'queues.signedIn' })}</Explained>
        ),
        isNumber: true,
        cell: (row) => (rotaOf(row.queueId, reference) === null ? row.signedIn : '–'),
      },
    ];
  }, [words, reference]);
}
