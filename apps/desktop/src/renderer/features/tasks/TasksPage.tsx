import type { TaskKind } from '@ringside/shared/model/case-stage';
import { taskKinds } from '@ringside/shared/model/case-stage';
import type { TaskId } from '@ringside/shared/model/ids';
import type { PromiseView } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { Check, ListChecks, ListPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { CalendarFeed } from './CalendarFeed.tsx';
import { NewTask } from './NewTask.tsx';
import { TaskTable } from './TaskTable.tsx';
import { TasksSelected } from './TasksSelected.tsx';
import type { DueBy, ShownTasks } from './use-task-list.ts';
import { useTaskList } from './use-task-list.ts';
import './TasksPage.css';

/** What is owed to somebody: promises first, then tasks, one's own, the team's, those given to others; overdue first. */
export function TasksPage() {
  const { t } = useWords();
  const { listen: isInCharge } = useMay();
  const promises = useDesk((s) => s.desk?.promises);
  const promiseColumns = usePromiseColumns();
  const [shown, setShown] = useState<ShownTasks>('mine');
  const [due, setDue] = useState<DueBy>('whenever');
  const [kind, setKind] = useState<TaskKind | null>(null);
  const [isMaking, setMaking] = useState(false);
  return (
    <div className="page">
      <header className="page-head tasks-head">
        <h1>{t({ id: 'tasks.title' })}</h1>
        <Button look="primary" icon={<ListPlus size={16} aria-hidden />} onPress={() => setMaking(true)}>
          {t({ id: 'tasks.new' })}
        </Button>
      </header>
      {promises && promises.length > 0 && shown === 'mine' && (
        <Card title={t({ id: 'tasks.promises' })}>
          <Table
            label={t({ id: 'tasks.promises' })}
            columns={promiseColumns}
            rows={promises}
            rowId={(row) => row.promiseId}
          />
        </Card>
      )}
      <Card
        title={t({ id: 'tasks.tasks' })}
        aside={
          <span className="tasks-filters">
            <Filter
              label={t({ id: 'tasks.show' })}
              choices={[
                { value: 'mine', name: t({ id: 'tasks.mine' }) },
                { value: 'team', name: t({ id: 'tasks.team' }) },
                { value: 'made', name: t({ id: 'tasks.made' }) },
                ...(isInCharge ? [{ value: 'all' as const, name: t({ id: 'tasks.all' }) }] : []),
                { value: 'finished', name: t({ id: 'tasks.finished' }) },
              ]}
              chosen={shown}
              onChoose={setShown}
            />
            {shown !== 'finished' && (
              <Filter
                label={t({ id: 'tasks.dueBy' })}
                choices={[
                  { value: 'whenever', name: t({ id: 'tasks.whenever' }) },
                  { value: 'today', name: t({ id: 'tasks.today' }) },
                  { value: 'late', name: t({ id: 'tasks.late' }) },
                ]}
                chosen={due}
                onChoose={setDue}
              />
            )}
          </span>
        }
      >
        <div className="tasks-kinds">
          <Filter
            label={t({ id: 'tasks.kind' })}
            choices={[
              { value: 'any' as const, name: t({ id: 'tasks.anyKind' }) },
              ...taskKinds.map((value) => ({ value, name: t(taskKindWords[value]) })),
            ]}
            chosen={kind ?? 'any'}
            onChoose={(value) => setKind(value === 'any' ? null : value)}
          />
        </div>
        <Tasks key={`${shown} ${due} ${kind ?? ''}`} shown={shown} due={due} kind={kind} />
      </Card>
      <CalendarFeed />
      {isMaking && <NewTask onClose={() => setMaking(false)} />}
    </div>
  );
}

interface TasksProps {
  readonly shown: ShownTasks;
  readonly due: DueBy;
  readonly kind: TaskKind | null;
}

function Tasks({ shown, due, kind }: TasksProps) {
  const { t } = useWords();
  const { tasks, problem, isAsking, more } = useTaskList(shown, due, kind);
  const [selected, setSelected] = useState<ReadonlySet<TaskId>>(new Set());
  if (problem !== null)
    return (
      <p className="card-none" role="alert">
        {t(problemWords[problem])}
      </p>
    );
  if (tasks === null || isAsking) return <Loading label={t({ id: 'common.loading' })} />;
  if (tasks.length === 0)
    return (
      <EmptyState icon={<ListChecks size={28} aria-hidden />} title={t({ id: 'tasks.none' })}>
        {t({ id: 'tasks.noneWhy' })}
      </EmptyState>
    );
  return (
    <>
      <TaskTable
        tasks={tasks}
        withOwner={shown !== 'mine'}
        selection={shown === 'finished' ? null : { selected, onSelect: setSelected }}
      />
      <TasksSelected
        tasks={tasks.filter(({ taskId, state }) => state === 'open' && selected.has(taskId))}
        onSelect={setSelected}
      />
      {more && (
        <div className="tasks-more">
          <Button onPress={more}>{t({ id: 'tasks.more' })}</Button>
        </div>
      )}
    </>
  );
}

function PromiseDue({ at }: { readonly at: number }) {
  const words = useWords();
  const now = serverNow();
  return (
    <span className={at < now ? 'late' : undefined}>
      {at < now && '▲ '}
      {dayAndTime(at, now, words)}
      <span className="rs-muted"> · {timeLeft(at, now, words)}</span>
    </span>
  );
}

function usePromiseColumns(): Column<PromiseView>[] {
  const { t } = useWords();
  const tell = useCommand();
  const go = useGo();
  return useMemo(
    () => [
      { id: 'due', title: t({ id: 'tasks.due' }), cell: (row) => <PromiseDue at={row.dueAt} /> },
      { id: 'what', title: t({ id: 'tasks.what' }), cell: (row) => row.what },
      {
        id: 'do',
        title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
        cell: ({ promiseId, caseId }) => (
          <span className="row-actions">
            {caseId && (
              <Button small look="quiet" onPress={() => go.case(caseId)}>
                {t({ id: 'tasks.case' })}
              </Button>
            )}
            <Button
              small
              icon={<Check size={14} aria-hidden />}
              onPress={() => void tell({ do: 'promise.kept', promiseId })}
            >
              {t({ id: 'open.kept' })}
            </Button>
          </span>
        ),
      },
    ],
    [t, tell, go],
  );
}
