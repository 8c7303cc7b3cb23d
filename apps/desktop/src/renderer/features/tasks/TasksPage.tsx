import type { TaskView } from '@ringside/shared/protocol/task';
import { taskView } from '@ringside/shared/protocol/task';
import type { PromiseView } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { Check, ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { taskKindWords, taskStateWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { EditTask } from './EditTask.tsx';
import { TaskActions } from './TaskActions.tsx';
import { TaskMessage } from './TaskMessage.tsx';
import './TasksPage.css';

const taskViews = z.array(taskView);

/** Everything the agent owes somebody: promises first, then tasks; finished ones on request. */
export function TasksPage() {
  const { t } = useWords();
  const [shown, setShown] = useState<'open' | 'finished'>('open');
  const promises = useDesk((s) => s.desk?.promises);
  const open = useDesk((s) => s.desk?.tasks);
  const finished = useAnswer(
    shown === 'finished' ? { ask: 'task.list', state: 'finished' } : null,
    taskViews,
  );
  const tasks = shown === 'open' ? open : finished.value;
  const promiseColumns = usePromiseColumns();
  const [edited, setEdited] = useState<TaskView | null>(null);
  const taskColumns = useTaskColumns(shown, setEdited);
  return (
    <div className="page">
      <h1>{t({ id: 'tasks.title' })}</h1>
      {promises && promises.length > 0 && (
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
          <Filter
            label={t({ id: 'tasks.show' })}
            choices={[
              { value: 'open', name: t({ id: 'tasks.open' }) },
              { value: 'finished', name: t({ id: 'tasks.finished' }) },
            ]}
            chosen={shown}
            onChoose={setShown}
          />
        }
      >
        {tasks?.length === 0 ? (
          <EmptyState icon={<ListChecks size={28} aria-hidden />} title={t({ id: 'tasks.none' })}>
            {t({ id: 'tasks.noneWhy' })}
          </EmptyState>
        ) : (
          <Table
            label={t({ id: 'tasks.tasks' })}
            columns={taskColumns}
            rows={tasks ?? []}
            rowId={(row) => row.taskId}
          />
        )}
      </Card>
      {edited && (
        <EditTask
          // Finished by somebody else it leaves the list; what is typed stays in the window.
          task={open?.find(({ taskId }) => taskId === edited.taskId) ?? edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function Due({ at, isOpen }: { readonly at: number; readonly isOpen: boolean }) {
  const words = useWords();
  const now = serverNow();
  const isLate = isOpen && at < now;
  return (
    <span className={isLate ? 'late' : undefined}>
      {isLate && '▲ '}
      {dayAndTime(at, now, words)}
      {isOpen && <span className="rs-muted"> · {timeLeft(at, now, words)}</span>}
    </span>
  );
}

function usePromiseColumns(): Column<PromiseView>[] {
  const { t } = useWords();
  const tell = useCommand();
  const go = useGo();
  return useMemo(
    () => [
      { id: 'due', title: t({ id: 'tasks.due' }), cell: (row) => <Due at={row.dueAt} isOpen /> },
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

function useTaskColumns(shown: 'open' | 'finished', onEdit: (task: TaskView) => void): Column<TaskView>[] {
  const words = useWords();
  const go = useGo();
  return useMemo(() => {
    const { t } = words;
    return [
      {
        id: 'due',
        title: t({ id: 'tasks.due' }),
        cell: (row) => <Due at={row.dueAt} isOpen={shown === 'open'} />,
      },
      {
        id: 'what',
        title: t({ id: 'tasks.what' }),
        cell: (row) => (
          <>
            <span className="rs-muted">{t(taskKindWords[row.kind])}</span> {row.title}
            {row.recording && (
              <div className="task-message">
                <TaskMessage recording={row.recording} name={row.customerName} />
              </div>
            )}
          </>
        ),
      },
      {
        id: 'customer',
        title: t({ id: 'tasks.customer' }),
        cell: ({ customerId, customerName }) =>
          customerId && (
            <button type="button" className="link" onClick={() => go.customer(customerId)}>
              {customerName}
            </button>
          ),
      },
      { id: 'case', title: t({ id: 'tasks.case' }), cell: (row) => row.caseReference },
      {
        id: 'do',
        title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
        cell: (row) =>
          shown === 'open' ? (
            <TaskActions task={row} onEdit={() => onEdit(row)} />
          ) : (
            t(taskStateWords[row.state])
          ),
      },
    ];
  }, [words, go, shown, onEdit]);
}
