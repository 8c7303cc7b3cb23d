import type { PersonLoad, PromiseList, WorkFilterInput } from '@ringside/shared/protocol/work-list';
import { peopleLoad, promiseList, workPage } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Explained } from '@ringside/ui/Hint';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { AlarmClockCheck, Check, Handshake, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { defineMessages } from 'react-intl';
import type { Answer } from '../../asking.ts';
import { useAnswer, useCommand } from '../../asking.ts';
import type { Message } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';
import { useWhenCasesChange } from '../../when-cases-change.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import './load.css';

/** What changes within this time is asked for once. */
const quietMs = 500;
const clocksShown = 12;

/** WORK-9: deadlines that are near or past, what lies on whose desk, and what was promised to customers. */
export function LoadPage() {
  const { t } = useWords();
  return (
    <div className="page load-page">
      <h1>{t({ id: 'load.title' })}</h1>
      <Clocks />
      <People />
      <Promises />
    </div>
  );
}

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

function Clocks() {
  const { t } = useWords();
  const go = useGo();
  const page = useLive(
    useAnswer({ ask: 'work.page', filter: dueSoon, sort: 'due', after: null, limit: clocksShown }, workPage),
  );
  const columns = useClockColumns();
  return (
    <Card
      title={t({ id: 'load.clocks' })}
      aside={
        <Button small onPress={() => go.page('/cases')}>
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
    const columns: Column<ReturnType<typeof workPage.parse>['rows'][number]>[] = [
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

function People() {
  const words = useWords();
  const { t } = words;
  const loads = useLive(useAnswer({ ask: 'work.load' }, peopleLoad));
  const columns = useMemo((): Column<PersonLoad>[] => {
    const number = (id: string, title: string, value: (load: PersonLoad) => number): Column<PersonLoad> => ({
      id,
      title,
      isNumber: true,
      cell: value,
    });
    return [
      {
        id: 'name',
        title: t({ id: 'load.person' }),
        cell: ({ name, atWork }) => (atWork ? name : `${name} (${t({ id: 'load.away' })})`),
      },
      {
        id: 'weight',
        title: t({ id: 'load.weight' }),
        isNumber: true,
        cell: ({ weight, open }) => <Explained text={t({ id: 'load.weightWhy' }, open)}>{weight}</Explained>,
      },
      number('open', t({ id: 'load.open' }), ({ open }) => Object.values(open).reduce((a, b) => a + b, 0)),
      {
        ...number('overdue', t({ id: 'load.overdue' }), ({ overdue }) => overdue),
        cell: ({ overdue }) => <Bad count={overdue} />,
      },
      number('tasks', t({ id: 'load.tasksDue' }), ({ tasksDue }) => tasksDue),
      {
        ...number('promises', t({ id: 'load.promisesAtRisk' }), ({ promisesAtRisk }) => promisesAtRisk),
        cell: ({ promisesAtRisk }) => <Bad count={promisesAtRisk} />,
      },
    ];
  }, [t]);
  return (
    <Card title={t({ id: 'load.people' })}>
      <Listed
        answer={loads}
        isEmpty={({ length }) => length === 0}
        empty={{ icon: <Users size={28} aria-hidden />, title: t({ id: 'load.nobody' }), why: '' }}
      >
        {(rows) => (
          <Table
            label={t({ id: 'load.people' })}
            columns={columns}
            rows={rows}
            rowId={({ agentId }) => agentId}
          />
        )}
      </Listed>
    </Card>
  );
}

const Bad = ({ count }: { readonly count: number }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <span className="late">
      <span aria-hidden>▲ </span>
      {count}
    </span>
  );

const stateWords: Record<PromiseList[number]['standing'], Message> = defineMessages({
  due: { id: 'load.state.due' },
  atRisk: { id: 'load.state.atRisk' },
  broken: { id: 'load.state.broken' },
});

function Promises() {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const tell = useCommand();
  const promises = useLive(useAnswer({ ask: 'work.promises' }, promiseList));
  const { again } = promises;
  const columns = useMemo((): Column<PromiseList[number]>[] => {
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
      { id: 'what', title: t({ id: 'load.promised' }), cell: ({ what }) => what },
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

/** Asked again whenever cases change. */
function useLive<Value>(answer: Answer<Value>): Answer<Value> {
  useWhenCasesChange(answer.again, quietMs);
  return answer;
}

interface ListedProps<Value> {
  readonly answer: Answer<Value>;
  readonly isEmpty: (value: Value) => boolean;
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly why: string };
  readonly children: (value: Value) => ReactNode;
}

function Listed<Value>({ answer, isEmpty, empty, children }: ListedProps<Value>) {
  const { t } = useWords();
  const { value, problem, again } = answer;
  if (value === null && problem === null) return <Loading label={t({ id: 'common.loading' })} />;
  if (value === null) {
    return (
      <p className="card-none">
        {problem && t(problemWords[problem])}{' '}
        <Button small onPress={again}>
          {t({ id: 'common.tryAgain' })}
        </Button>
      </p>
    );
  }
  if (!isEmpty(value)) return children(value);
  return (
    <EmptyState icon={empty.icon} title={empty.title}>
      {empty.why}
    </EmptyState>
  );
}
