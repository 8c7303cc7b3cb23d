import type { TaskId } from '@ringside/shared/model/ids';
import type { TaskView } from '@ringside/shared/protocol/task';
import { Checkbox } from '@ringside/ui/Field';
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
  /** null: there is nothing to be done to many */
  readonly selection: Selection | null;
}

interface Selection {
  readonly selected: ReadonlySet<TaskId>;
  readonly onSelect: (selected: ReadonlySet<TaskId>) => void;
}

export function TaskTable({ tasks, withOwner, selection }: TaskTableProps) {
  const { t } = useWords();
  const columns = useColumns(withOwner);
  const selecting = useSelecting(tasks, selection);
  return (
    <Table
      label={t({ id: 'tasks.tasks' })}
      columns={selecting === null ? columns : [selecting, ...columns]}
      rows={tasks}
      rowId={(row) => row.taskId}
    />
  );
}

function useSelecting(tasks: readonly TaskView[], selection: Selection | null): Column<TaskView> | null {
  const { t } = useWords();
  if (selection === null) return null;
  const { selected, onSelect } = selection;
  const all = tasks.filter(mayBePutOff).slice(0, mostAtOnce);
  const set = ({ taskId }: TaskView, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(taskId);
    else next.delete(taskId);
    onSelect(next);
  };
  return {
    id: 'select',
    title: (
      <Checkbox
        isOn={all.length > 0 && all.every(({ taskId }) => selected.has(taskId))}
        onChange={(isOn) => onSelect(new Set(isOn ? all.map(({ taskId }) => taskId) : []))}
      >
        <span className="rs-hidden">{t({ id: 'tasks.selectAll' })}</span>
      </Checkbox>
    ),
    cell: (row) =>
      mayBePutOff(row) && (
        <Checkbox isOn={selected.has(row.taskId)} onChange={(isOn) => set(row, isOn)}>
          <span className="rs-hidden">{t({ id: 'tasks.select' }, { title: row.title })}</span>
        </Checkbox>
      ),
  };
}

/** What waits for another task has no time of its own yet. */
const mayBePutOff = ({ state, waiting }: TaskView): boolean => state === 'open' && !waiting;
/** The gateway puts off so many at a time. */
const mostAtOnce = 200;

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
