import type { WorkFilterInput, WorkRowView } from '@ringside/shared/protocol/work-list';
import { workPage } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { AlarmClockCheck } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { askForWork } from '../../asked-work.ts';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { timeLeft } from '../../wording/time-wording.ts';
import { severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { Listed } from './Listed.tsx';
import { useLive } from './use-live.ts';

const clocksShown = 12;

const dueSoon: WorkFilterInput = {
  whose: 'all',
  ownerId: null,
  types: [],
  phases: [],
  severities: [],
  tiers: [],
  categories: [],
  clocks: ['breached', 'atRisk'],
  dueWithin: null,
  reopened: false,
  text: '',
};

/** The deadlines that are due soonest, those that are past first. */
export function Clocks() {
  const { t } = useWords();
  const go = useGo();
  const page = useLive(
    useAnswer({ ask: 'work.page', filter: dueSoon, sort: 'due', after: null, limit: clocksShown }, workPage),
  );
  const columns = useClockColumns();
  const all = () => {
    askForWork({ name: t({ id: 'load.clocks' }), filter: dueSoon, sort: 'due' });
    go.page('/cases');
  };
  return (
    <Card
      title={t({ id: 'load.clocks' })}
      aside={
        <Button small onPress={all}>
          {t({ id: 'load.all' })}
        </Button>
      }
    >
      <Listed
        answer={page}
        isEmpty={({ rows }) => rows.length === 0}
        empty={{
          icon: <AlarmClockCheck size={28} aria-hidden />,
          title: t({ id: 'load.noClocks' }),
          why: t({ id: 'load.noClocksWhy' }),
        }}
      >
        {({ rows }) => (
          <Table
            label={t({ id: 'load.clocks' })}
            columns={columns}
            rows={rows}
            rowId={(row) => row.case.caseId}
          />
        )}
      </Listed>
    </Card>
  );
}

function useClockColumns() {
  const words = useWords();
  const go = useGo();
  return useMemo(() => {
    const { t } = words;
    const columns: Column<WorkRowView>[] = [
      {
        id: 'due',
        title: t({ id: 'work.nextClock' }),
        cell: ({ clock }) => clock && clock.dueAt !== null && <Left at={clock.dueAt} />,
      },
      {
        id: 'case',
        title: t({ id: 'cases.case' }),
        cell: (row) => (
          <button type="button" className="link" onClick={() => go.case(row.case.caseId)}>
            <strong>{row.case.reference}</strong> {row.case.title}
          </button>
        ),
      },
      {
        id: 'severity',
        title: t({ id: 'cases.severity' }),
        cell: (row) => t(severityWords[row.case.severity]),
      },
      {
        id: 'owner',
        title: t({ id: 'cases.owner' }),
        cell: (row) => (row.case.ownerId === null ? t({ id: 'work.nobody' }) : row.case.ownerName),
      },
    ];
    return columns;
  }, [words, go]);
}

function Left({ at }: { readonly at: number }) {
  const words = useWords();
  const text = useCallback((now: number) => timeLeft(at, now, words), [at, words]);
  const isLate = at < serverNow();
  return (
    <span className={isLate ? 'late' : undefined}>
      {isLate && <span aria-hidden>▲ </span>}
      <Ticking text={text} />
    </span>
  );
}
