import type { TaskView } from '@ringside/shared/protocol/task';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { useMemo } from 'react';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { taskStateWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { TaskActions } from './TaskActions.tsx';
import { DueCell, TaskWhat } from './TaskWhat.tsx';

interface TaskTableProps {
  readonly tasks: readonly TaskView[];
  /** whose they are, where they are not all one's own */
  readonly withOwner: boolean;
}

export function TaskTable({ tasks, withOwner }: TaskTableProps) {
  const { t } = useWords();
  return (
    <Table
      label={t({ id: 'tasks.tasks' })}
      columns={useColumns(withOwner)}
      rows={tasks}
      rowId={(row) => row.taskId}
    />
  );
}

function useColumns(withOwner: boolean): Column<TaskView>[] {
  const { t, language } = useWords();
  const { families } = useReference();
  const go = useGo();
  return useMemo(() => {
    const ownerOf = ({ ownerName, ownerId, familyId }: TaskView): string => {
      const team = families.find((one) => one.familyId === familyId);
      return ownerId === null && team ? t({ id: 'task.team' }, { team: team.name[language] }) : ownerName;
    };
    return [
      { id: 'due', title: t({ id: 'tasks.due' }), cell: (row) => <DueCell task={row} /> },
      { id: 'what', title: t({ id: 'tasks.what' }), cell: (row) => <TaskWhat task={row} /> },
      ...(withOwner
        ? [{ id: 'owner', title: t({ id: 'task.whose' }), cell: (row: TaskView) => ownerOf(row) }]
        : []),
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
      {
        id: 'case',
        title: t({ id: 'tasks.case' }),
        cell: ({ caseId, caseReference }) =>
          caseId && (
            <button type="button" className="link" onClick={() => go.case(caseId)}>
              {caseReference}
            </button>
          ),
      },
      {
        id: 'do',
        title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
        cell: (row) => (row.state === 'open' ? <TaskActions task={row} /> : t(taskStateWords[row.state])),
      },
    ];
  }, [t, language, families, go, withOwner]);
}
