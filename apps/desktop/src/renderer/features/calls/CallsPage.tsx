import type { CallRow } from '@ringside/shared/protocol/down';
import { callRow } from '@ringside/shared/protocol/down';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { Phone, PhoneForwarded } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { say } from '../../notices/notices.ts';
import { planCallbackFor } from '../../planned-callback.ts';
import { queueName, useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { callerText } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime, duration } from '../../wording/time-wording.ts';
import { feelingWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';

const callRows = z.array(callRow);

/** The agent's own calls, newest first. Each way to end has its own word: a missed call is not an abandoned one. */
export function CallsPage() {
  const { t } = useWords();
  const newest = useAnswer({ ask: 'call.list', before: null }, callRows);
  const past = useOlder(newest.value);
  const columns = useColumns();
  return (
    <div className="page">
      <h1>{t({ id: 'calls.title' })}</h1>
      <Card title={t({ id: 'calls.newestFirst' })}>
        {newest.problem && <p className="card-none">{t(problemWords[newest.problem])}</p>}
        {newest.isAsking && <Loading label={t({ id: 'common.loading' })} />}
        {newest.value?.length === 0 && (
          <EmptyState icon={<Phone size={28} aria-hidden />} title={t({ id: 'calls.none' })}>
            {t({ id: 'calls.noneWhy' })}
          </EmptyState>
        )}
        {past.rows.length > 0 && (
          <Table
            label={t({ id: 'calls.title' })}
            columns={columns}
            rows={past.rows}
            rowId={(row) => `${row.callId} ${row.at}`}
          />
        )}
        {past.hasMore && (
          <div className="card-foot">
            <Button small look="quiet" onPress={past.ask}>
              {t({ id: 'timeline.older' })}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

const numberOf = ({ caller }: CallRow): string | null => (caller.kind === 'number' ? caller.number : null);

function useOlder(newest: readonly CallRow[] | null) {
  const { link } = useServices();
  const [older, setOlder] = useState<readonly CallRow[]>([]);
  const [isEnd, setEnd] = useState(false);
  const rows = [...(newest ?? []), ...older];

  async function ask() {
    const last = rows.at(-1);
    if (!last) return;
    const reply = await link.query({ ask: 'call.list', before: last.at }, callRows);
    if (!reply.ok) return say('bad', problemWords[reply.problem.problem]);
    setOlder((before) => [...before, ...reply.value]);
    setEnd(reply.value.length === 0);
  }
  return { rows, hasMore: rows.length > 0 && !isEnd, ask: () => void ask() };
}

function useColumns(): Column<CallRow>[] {
  const words = useWords();
  const reference = useReference();
  const go = useGo();
  return useMemo(() => {
    const { t, language } = words;
    return [
      { id: 'at', title: t({ id: 'calls.when' }), cell: (row) => dayAndTime(row.at, serverNow(), words) },
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
      { id: 'outcome', title: t({ id: 'calls.outcome' }), cell: (row) => <OutcomeBadge row={row} /> },
      {
        id: 'path',
        title: t({ id: 'path.title' }),
        cell: ({ callId }) => (
          <button type="button" className="link" onClick={() => go.callPath(callId)}>
            {t({ id: 'path.open' })}
          </button>
        ),
      },
      {
        id: 'queue',
        title: t({ id: 'calls.queue' }),
        cell: (row) => queueName(row.queueId, reference, words),
      },
      {
        id: 'wait',
        title: t({ id: 'calls.wait' }),
        isNumber: true,
        cell: (row) => duration(row.waitMs, words),
      },
      {
        id: 'talk',
        title: t({ id: 'calls.talk' }),
        isNumber: true,
        cell: (row) => (row.talkMs > 0 ? duration(row.talkMs, words) : ''),
      },
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
      { id: 'note', title: t({ id: 'calls.note' }), cell: (row) => row.note },
      {
        id: 'do',
        title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
        cell: (row) =>
          row.offer === 'accepted' && (
            <IconButton
              small
              label={t({ id: 'callback.plan' })}
              icon={<PhoneForwarded size={14} aria-hidden />}
              onPress={() => planCallbackFor({ callId: row.callId, number: numberOf(row) })}
            />
          ),
      },
    ];
  }, [words, reference, go]);
}
