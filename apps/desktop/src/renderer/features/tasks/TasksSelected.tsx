import type { TaskId } from '@ringside/shared/model/ids';
import type { TaskView } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { AlarmClock, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../wording/words.ts';
import { SnoozeTask } from './SnoozeTask.tsx';

interface TasksSelectedProps {
  readonly tasks: readonly TaskView[];
  readonly onSelect: (selected: ReadonlySet<TaskId>) => void;
}

/** TASK-21: what may be done to all that are selected. It stays within reach however long the list is. */
export function TasksSelected({ tasks, onSelect }: TasksSelectedProps) {
  const { t } = useWords();
  const [isPuttingOff, setPuttingOff] = useState(false);
  if (tasks.length === 0) return null;
  return (
    <div className="tasks-selected" role="toolbar" aria-label={t({ id: 'tasks.bulk' })}>
      <strong role="status">{t({ id: 'tasks.selected' }, { count: tasks.length })}</strong>
      <Button small icon={<AlarmClock size={14} aria-hidden />} onPress={() => setPuttingOff(true)}>
        {t({ id: 'tasks.snoozeAll' })}
      </Button>
      <Button small look="quiet" icon={<X size={14} aria-hidden />} onPress={() => onSelect(new Set())}>
        {t({ id: 'tasks.selectNone' })}
      </Button>
      {isPuttingOff && (
        <SnoozeTask
          tasks={tasks}
          onClose={() => setPuttingOff(false)}
          onLeft={(left) => onSelect(new Set(left))}
        />
      )}
    </div>
  );
}
