import type { ClockAtRisk } from '@ringside/shared/protocol/case-clocks';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Filter } from '@ringside/ui/Filter';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { AlarmClockCheck } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { askForWork } from '../../asked-work.ts';
import { useGo } from '../../navigation.ts';
import { clockKindWords } from '../../wording/clock-wording.ts';
import { duration, timeLeft } from '../../wording/time-wording.ts';
import { severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { Listed } from './Listed.tsx';
import { useClocksAtRisk } from './use-clocks-at-risk.ts';
import { useWindow, windowIds, windows } from './window.ts';

/** CLOCK-17: the deadlines that are past or near, soonest first; how near is for who looks to say. */
export function Clocks() {
  const words = useWords();
  const { t } = words;
  const { window, choose } = useWindow();
  const within = windows[window];
  const { answer, more } = useClocksAtRisk(within);
  const columns = useClockColumns();
  const lengthOf = (length: number) => duration(length, words);
  return (
    <Card
      title={t({ id: 'load.clocks' })}
      aside={
        <span className="load-aside">
          <Filter
            label={t({ id: 'load.window' })}
            choices={windowIds.map((value) => {
              const length = windows[value];
              return { value, name: length === null ? t({ id: 'load.asRuled' }) : lengthOf(length) };
            })}
            chosen={window}
            onChoose={choose}
          />
          <ToWorkList within={within} />
        </span>
      }
    >
      <Listed
        answer={answer}
        isEmpty={({ rows }) => rows.length === 0}
        empty={{
          icon: <AlarmClockCheck size={28} aria-hidden />,
          title: t({ id: 'load.noClocks' }),
          why:
            within === null
              ? t({ id: 'load.noClocksWhy' })
              : t({ id: 'load.noClocksWithin' }, { length: lengthOf(within) }),
        }}
      >
        {({ rows, more: areMore }) => (
          <>
            <Table
              label={t({ id: 'load.clocks' })}
              columns={columns}
              rows={rows}
              rowId={({ caseId, clock }) => `${caseId} ${clock}`}
            />
            {more && (
              <div className="load-more">
                <Button small onPress={more}>
                  {t({ id: 'load.more' })}
                </Button>
              </div>
            )}
            {areMore && !more && (
              <p className="load-more rs-muted">{t({ id: 'load.mostShown' }, { count: rows.length })}</p>
            )}
          </>
        )}
      </Listed>
    </Card>
  );
}

/** There cases are assigned, many at once. */
function ToWorkList({ within }: { readonly within: number | null }) {
  const { t } = useWords();
  const go = useGo();
  const show = () => {
    askForWork({ name: t({ id: 'load.clocks' }), filter: { dueWithin: within }, sort: 'due' });
    go.page('/cases');
  };
  return (
    <Button small onPress={show}>
      {t({ id: 'load.all' })}
    </Button>
  );
}

function useClockColumns() {
  const words = useWords();
  const go = useGo();
  return useMemo(() => {
    const { t } = words;
    const columns: Column<ClockAtRisk>[] = [
      { id: 'due', title: t({ id: 'tasks.due' }), cell: ({ dueAt }) => <Left at={dueAt} /> },
      { id: 'clock', title: t({ id: 'load.clock' }), cell: ({ clock }) => t(clockKindWords[clock]) },
      {
        id: 'case',
        title: t({ id: 'cases.case' }),
        cell: ({ caseId, reference, title }) => (
          <button type="button" className="link" onClick={() => go.case(caseId)}>
            <strong>{reference}</strong> {title}
          </button>
        ),
      },
      {
        id: 'severity',
        title: t({ id: 'cases.severity' }),
        cell: ({ severity }) => t(severityWords[severity]),
      },
      { id: 'owner', title: t({ id: 'cases.owner' }), cell: (row) => <Owner row={row} /> },
    ];
    return columns;
  }, [words, go]);
}

function Owner({ row: { ownerId, ownerName, acknowledgedAt } }: { readonly row: ClockAtRisk }) {
  const { t } = useWords();
  return (
    <>
      {ownerId === null ? t({ id: 'work.nobody' }) : ownerName}
      {acknowledgedAt !== null && <span className="rs-muted"> · {t({ id: 'load.seenTo' })}</span>}
    </>
  );
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
