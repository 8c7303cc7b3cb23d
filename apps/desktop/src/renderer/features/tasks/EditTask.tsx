import type { TaskView } from '@ringside/shared/protocol/task';
import { taskInput } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { showTaskFault, shownAtField } from './show-task-fault.ts';
import { TaskFields } from './TaskFields.tsx';
import type { TaskChange } from './task-values.ts';
import { changeOf, taskInputOf } from './task-values.ts';

interface EditTaskProps {
  /** the task as the gateway has it now */
  readonly task: TaskView;
  readonly onClose: () => void;
}

/** Changing a task. When somebody else saved in the meantime, what was typed stays and the choice is offered. */
export function EditTask({ task, onClose }: EditTaskProps) {
  const { t, region } = useWords();
  const tell = useCommand();
  const { taskId } = task;
  const [isConflict, setConflict] = useState(false);
  const { form, clear } = useDraftForm<TaskChange>(`editTask:${taskId}`, changeOf(task, region));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const values = form.getValues();
    const input = readForm(form, taskInput, taskInputOf(values, task, region), t);
    if (!input) return;
    const reply = await tell({ do: 'task.change', taskId, version: values.version, task: input }, [
      'changedMeanwhile',
      ...shownAtField,
    ]);
    if (reply.ok) {
      finish();
      return say('good', { id: 'task.changed' }, { title: input.title });
    }
    if (reply.problem.problem === 'changedMeanwhile') setConflict(true);
    else showTaskFault(form, reply.problem, t);
  }
  const finish = () => {
    clear();
    onClose();
  };
  const takeTheirs = () => {
    form.reset(changeOf(task, region));
    setConflict(false);
  };
  const keepMine = () => {
    form.setValue('version', task.version);
    setConflict(false);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'task.editTitle' }, { title: task.title })}
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        {isConflict && (
          <ConflictNotice
            title={{ id: 'task.changedMeanwhile' }}
            onTakeTheirs={takeTheirs}
            onKeepMine={keepMine}
          />
        )}
        <TaskFields control={form.control} taskId={taskId} />
        <div className="rs-dialog-foot">
          <Button onPress={finish}>{t({ id: 'common.discard' })}</Button>
          <Button type="submit" look="primary" isDisabled={isConflict}>
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
