import type { TaskView } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { serverNow } from '@ringside/ui/ticker';
import type { FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import { useCommand } from '../../asking.ts';
import { DueInput, TextInput } from '../../forms/Fields.tsx';
import { say } from '../../notices/notices.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

interface Snoozing {
  readonly until: number | null;
  readonly reason: string;
}

/** TASK-7: putting off takes a time and a reason; the next hour is one press away. */
export function SnoozeTask({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const form = useForm<Snoozing>({ defaultValues: { until: null, reason: '' } });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { until, reason } = form.getValues();
    form.clearErrors();
    if (until === null || until <= serverNow())
      return form.setError('until', { message: t({ id: 'task.snoozeUntilNeeded' }) }, { shouldFocus: true });
    if (reason.trim() === '')
      return form.setError('reason', { message: t({ id: 'form.needed' }) }, { shouldFocus: true });
    const reply = await tell({ do: 'task.snooze', taskId: task.taskId, until, reason: reason.trim() });
    if (!reply.ok) return;
    say('good', { id: 'task.snoozed' }, { title: task.title, time: dayAndTime(until, serverNow(), words) });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'task.snoozeTitle' }, { title: task.title })}
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <DueInput control={form.control} name="until" label={t({ id: 'task.snoozeUntil' })} />
        <TextInput
          control={form.control}
          name="reason"
          label={t({ id: 'task.snoozeReason' })}
          note={
            task.timesSnoozed === 0
              ? t({ id: 'task.snoozeSeen' })
              : t({ id: 'task.snoozedBefore' }, { times: task.timesSnoozed })
          }
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary">
            {t({ id: 'task.snooze' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
