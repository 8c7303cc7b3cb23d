import type { PromiseList } from '@ringside/shared/protocol/work-list';
import { promiseList } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { Check, Handshake } from 'lucide-react';
import { useMemo } from 'react';
import { defineMessages } from 'react-intl';
import { useAnswer, useCommand } from '../../asking.ts';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { Listed } from './Listed.tsx';
import { useLive } from './use-live.ts';

const stateWords: Record<PromiseList[number]['standing'], Message> = defineMessages({
  due: { id: 'load.state.due' },
  atRisk: { id: 'load.state.atRisk' },
  broken: { id: 'load.state.broken' },
});

/** What was promised to customers and is not yet kept; whoever is in charge may mark it kept. */
export function Promises() {
  const t = useText();
  const promises = useLive(useAnswer({ ask: 'work.promises' }, promiseList));
  const columns = usePromiseColumns(promises.again);
  return (
    <Card title={t({ id: 'load.promises' })}>
      <Listed
        answer={promises}
        isEmpty={({ length }) => length === 0}
        empty={{
          icon: <Handshake size={28} aria-hidden />,
          title: t({ id: 'load.noPromises' }),
          why: t({ id: 'load.noPromisesWhy' }),
        }}
      >
        {(rows) => (
          <Table
            label={t({ id: 'load.promises' })}
            columns={columns}
            rows={rows}
            rowId={({ promiseId }) => promiseId}
          />
        )}
      </Listed>
    </Card>
  );
}

function usePromiseColumns(again: () => void) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const tell = useCommand();
  return useMemo((): Column<PromiseList[number]>[] => {
    const keep = async (promiseId: PromiseList[number]['promiseId']) => {
      await tell({ do: 'promise.kept', promiseId });
      again();
    };
    return [
      {
        id: 'state',
        title: t({ id: 'load.state' }),
        cell: ({ standing }) => (
          <span className={standing === 'due' ? undefined : 'late'}>
            {standing !== 'due' && <span aria-hidden>▲ </span>}
            {t(stateWords[standing])}
          </span>
        ),
      },
      { id: 'due', title: t({ id: 'load.due' }), cell: ({ dueAt }) => dayAndTime(dueAt, serverNow(), words) },
      { id: 'what', title: t({ id: 'load.promised' }), cell: ({ what }) => what, isText: true },
      { id: 'customer', title: t({ id: 'cases.customer' }), cell: ({ customerName }) => customerName },
      { id: 'by', title: t({ id: 'load.by' }), cell: ({ ownerName }) => ownerName },
      {
        id: 'case',
        title: t({ id: 'cases.case' }),
        cell: ({ caseId, caseReference }) =>
          caseId && (
            <button type="button" className="link" onClick={() => go.case(caseId)}>
              <strong>{caseReference}</strong>
            </button>
          ),
      },
      {
        id: 'kept',
        title: <span className="rs-hidden">{t({ id: 'load.kept' })}</span>,
        cell: ({ promiseId }) => (
          <Button small icon={<Check size={14} aria-hidden />} onPress={() => void keep(promiseId)}>
            {t({ id: 'load.kept' })}
          </Button>
        ),
      },
    ];
  }, [t, words, go, tell, again]);
}
