import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { CallsBehind as Behind, ReportCall } from '@ringside/shared/protocol/report';
import { reportCalls } from '@ringside/shared/protocol/report';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { clockText } from '@ringside/ui/CallTimer';
import { Loading } from '@ringside/ui/EmptyState';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { queueName, useReference } from '../../reference.ts';
import { callerText } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { feelingWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { behindWords, howWords } from './report-words.ts';

export interface BehindFigure {
  readonly title: string;
  readonly from: number;
  readonly until: number;
  readonly behind: Behind;
  readonly queueId: QueueId | null;
  readonly agentId: AgentId | null;
}

const perPage = 100;

/** The very calls that a figure was counted from, each with the way to its path. */
export function CallsBehind({
  figure,
  onClose,
}: {
  readonly figure: BehindFigure;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [skip, setSkip] = useState(0);
  const { title, from, until, behind, queueId, agentId } = figure;
  const answer = useAnswer({ ask: 'report.calls', from, until, behind, queueId, agentId, skip }, reportCalls);
  const columns = useColumns();
  return (
    <Card
      title={`${title}: ${t(behindWords[behind])}`}
      aside={
        <Button small look="quiet" onPress={onClose}>
          {t({ id: 'common.close' })}
        </Button>
      }
    >
      {answer.problem && <p className="card-none">{t(problemWords[answer.problem])}</p>}
      {answer.isAsking && <Loading label={t({ id: 'common.loading' })} />}
      {answer.value && (
        <>
          <Table
            label={t({ id: 'report.calls' })}
            columns={columns}
            rows={answer.value.calls}
            rowId={(row) => `${row.callId} ${row.at}`}
          />
          <div className="card-foot">
            {skip > 0 && (
              <Button small look="quiet" onPress={() => setSkip(Math.max(0, skip - perPage))}>
                {t({ id: 'report.earlier' })}
              </Button>
            )}
            {answer.value.more && (
              <Button small look="quiet" onPress={() => setSkip(skip + perPage)}>
                {t({ id: 'report.later' })}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

function useColumns(): Column<ReportCall>[] {
  const words = useWords();
  const reference = useReference();
  const go = useGo();
  return useMemo(() => {
    const { t, language } = words;
    return [
      {
        id: 'at',
        title: t({ id: 'calls.when' }),
        cell: (row) => (
          <button type="button" className="link" onClick={() => go.callPath(row.callId)}>
            {dayAndTime(row.at, serverNow(), words)}
          </button>
        ),
      },
      {
        id: 'who',
        title: t({ id: 'calls.who' }),
        cell: ({ customerId, customerName, caller }) =>
          customerId ? (
            <button type="button" className="link" onClick={() => go.customer(customerId)}>
              <strong>{customerName}</strong>
            </button>
          ) : (
            callerText(caller, words)
          ),
      },
      { id: 'how', title: t({ id: 'calls.outcome' }), cell: (row) => t(howWords[row.how]) },
      {
        id: 'queue',
        title: t({ id: 'calls.queue' }),
        cell: (row) => queueName(row.queueId, reference, words),
      },
      { id: 'agent', title: t({ id: 'board.agent' }), cell: (row) => row.agentName },
      { id: 'wait', title: t({ id: 'calls.wait' }), isNumber: true, cell: (row) => clockText(row.waitMs) },
      { id: 'talk', title: t({ id: 'calls.talk' }), isNumber: true, cell: (row) => clockText(row.talkMs) },
      {
        id: 'disposition',
        title: t({ id: 'calls.disposition' }),
        cell: ({ disposition }) =>
          disposition &&
          nameOf(reference.dispositions, (item) => item.disposition === disposition, disposition, language),
      },
      {
        id: 'felt',
        title: t({ id: 'calls.felt' }),
        cell: (row) => row.feeling && t(feelingWords[row.feeling]),
      },
    ];
  }, [words, reference, go]);
}
