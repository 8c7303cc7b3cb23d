import type { TaskId } from '@ringside/shared/model/ids';
import type { TaskView } from '@ringside/shared/protocol/task';
import { snoozeResults } from '@ringside/shared/protocol/task-work';
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

interface SnoozeTaskProps {
  /** one, or several with one time and one reason (TASK-21) */
  readonly tasks: readonly TaskView[];
  readonly onClose: () => void;
  /** those of them that were not put off */
  readonly onLeft?: (left: readonly TaskId[]) => void;
}

/** TASK-7: putting off takes a time and a reason; the next hour is one press away. */
export function SnoozeTask({ tasks, onClose, onLeft }: SnoozeTaskProps) {
  const words = useWords();
  const { t } = words;
  const snooze = useSnooze();
  const form = useForm<Snoozing>({ defaultValues: { until: null, reason: '' } });
  const timesSnoozed = Math.max(0, ...tasks.map((task) => task.timesSnoozed));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { until, reason } = form.getValues();
    form.clearErrors();
    if (until === null || until <= serverNow())
      return form.setError('until', { message: t({ id: 'task.snoozeUntilNeeded' }) }, { shouldFocus: true });
    if (reason.trim() === '')
      return form.setError('reason', { message: t({ id: 'form.needed' }) }, { shouldFocus: true });
    const left = await snooze(tasks, until, reason.trim());
    if (left === null) return;
    onLeft?.(left);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={
        tasks.length === 1
          ? t({ id: 'task.snoozeTitle' }, { title: tasks[0]?.title ?? '' })
          : t({ id: 'task.snoozeManyTitle' }, { count: tasks.length })
      }
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <DueInput control={form.control} name="until" label={t({ id: 'task.snoozeUntil' })} />
        <TextInput
          control={form.control}
          name="reason"
          label={t({ id: 'task.snoozeReason' })}
          note={
            timesSnoozed === 0 || tasks.length > 1
              ? t({ id: 'task.snoozeSeen' })
              : t({ id: 'task.snoozedBefore' }, { times: timesSnoozed })
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

/** Puts them off and says so; gives those that were left as they were, null where none was put off. */
function useSnooze() {
  const words = useWords();
  const tell = useCommand();
  return async (
    tasks: readonly TaskView[],
    until: number,
    reason: string,
  ): Promise<readonly TaskId[] | null> => {
    const time = dayAndTime(until, serverNow(), words);
    const [first, ...others] = tasks;
    if (first === undefined) return [];
    if (others.length === 0) {
      const reply = await tell({ do: 'task.snooze', taskId: first.taskId, until, reason });
      if (!reply.ok) return null;
      say('good', { id: 'task.snoozed' }, { title: first.title, time });
      return [];
    }
    const taskIds = tasks.map(({ taskId }) => taskId);
    const reply = await tell({ do: 'task.snoozeAll', taskIds, until, reason });
    if (!reply.ok) return null;
    const left = snoozeResults.parse(reply.value).filter(({ refusal }) => refusal !== null);
    const count = tasks.length - left.length;
    if (count > 0) say('good', { id: 'task.snoozedMany' }, { count, time });
    const titles = left.map(({ title }) => title).join(' · ');
    if (left.length > 0) say('warn', { id: 'task.notSnoozed' }, { count: left.length, titles });
    return left.map(({ taskId }) => taskId);
  };
}
