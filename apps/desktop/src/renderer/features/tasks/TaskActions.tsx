import type { TaskView } from '@ringside/shared/protocol/task';
import { Button, IconButton } from '@ringside/ui/Button';
import { Check, Pencil, Phone, X } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import { useMay } from '../../may.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { useWords } from '../../wording/words.ts';

interface TaskActionsProps {
  readonly task: TaskView;
  readonly onEdit: () => void;
}

/** What can be done with an open task: call, done, edit, cancel. */
export function TaskActions({ task, onEdit }: TaskActionsProps) {
  const { t, region } = useWords();
  const tell = useCommand();
  const { takeCalls } = useMay();
  const { taskId, number, customerId } = task;
  const finish = (how: 'done' | 'cancelled') => void tell({ do: 'task.finish', taskId, how, note: '' });
  return (
    <span className="row-actions">
      {takeCalls && number && (
        <Button
          small
          icon={<Phone size={14} aria-hidden />}
          onPress={() => void tell({ do: 'call.dial', number, customerId, taskId })}
        >
          {displayNumber(number, region)}
        </Button>
      )}
      <Button small icon={<Check size={14} aria-hidden />} onPress={() => finish('done')}>
        {t({ id: 'tasks.done' })}
      </Button>
      <IconButton
        small
        label={t({ id: 'tasks.edit' })}
        icon={<Pencil size={14} aria-hidden />}
        onPress={onEdit}
      />
      <Button small look="quiet" icon={<X size={14} aria-hidden />} onPress={() => finish('cancelled')}>
        {t({ id: 'tasks.cancel' })}
      </Button>
    </span>
  );
}
