import type { TaskView } from '@ringside/shared/protocol/task';
import { Button, IconButton } from '@ringside/ui/Button';
import { AlarmClock, Check, Hand, MessageCircleQuestion, Pencil, Phone, X } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { useWords } from '../../wording/words.ts';
import { EditTask } from './EditTask.tsx';
import { SnoozeTask } from './SnoozeTask.tsx';

/** What can be done with an open task: take, call, done, put off, edit, cancel. */
export function TaskActions({ task }: { readonly task: TaskView }) {
  const { t, region } = useWords();
  const tell = useCommand();
  const { takeCalls } = useMay();
  const me = useDesk((s) => s.desk?.me.agentId ?? null);
  const [window, setWindow] = useState<'edit' | 'snooze' | null>(null);
  const go = useGo();
  const { kind, taskId, number, customerId, ownerId } = task;
  const finish = (how: 'done' | 'cancelled') => void tell({ do: 'task.finish', taskId, how, note: '' });
  const close = () => setWindow(null);
  return (
    <span className="row-actions task-acts">
      {ownerId === null && (
        <Button
          small
          icon={<Hand size={14} aria-hidden />}
          onPress={() => void tell({ do: 'task.take', taskId })}
        >
          {t({ id: 'tasks.take' })}
        </Button>
      )}
      {takeCalls && number && ownerId === me && (
        <Button
          small
          icon={<Phone size={14} aria-hidden />}
          onPress={() => void tell({ do: 'call.dial', number, customerId, taskId })}
        >
          {displayNumber(number, region)}
        </Button>
      )}
      {kind === 'satisfactionCall' ? (
        <Button
          small
          icon={<MessageCircleQuestion size={14} aria-hidden />}
          onPress={() => go.satisfactionCall(taskId)}
        >
          {t({ id: 'satisfaction.ask' })}
        </Button>
      ) : (
        <Button small icon={<Check size={14} aria-hidden />} onPress={() => finish('done')}>
          {t({ id: 'tasks.done' })}
        </Button>
      )}
      <IconButton
        small
        label={t({ id: 'tasks.snooze' })}
        isDisabled={task.waiting}
        icon={<AlarmClock size={14} aria-hidden />}
        onPress={() => setWindow('snooze')}
      />
      <IconButton
        small
        label={t({ id: 'tasks.edit' })}
        icon={<Pencil size={14} aria-hidden />}
        onPress={() => setWindow('edit')}
      />
      <IconButton
        small
        label={t({ id: 'tasks.cancel' })}
        icon={<X size={14} aria-hidden />}
        onPress={() => finish('cancelled')}
      />
      {window === 'edit' && <EditTask task={task} onClose={close} />}
      {window === 'snooze' && <SnoozeTask tasks={[task]} onClose={close} />}
    </span>
  );
}
