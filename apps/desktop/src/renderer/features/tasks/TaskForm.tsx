import { taskInput } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { ListPlus } from 'lucide-react';
import type { FormEvent } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import type { Subject } from '../../subject.ts';
import { draftKey } from '../../subject.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { showTaskFault, shownAtField } from './show-task-fault.ts';
import { TaskFields } from './TaskFields.tsx';
import type { TaskValues } from './task-values.ts';
import { emptyTask, taskInputOf } from './task-values.ts';

/** Something to do for the customer later, with a time by which it is done. */
export function TaskForm({
  subject,
  onMade = () => undefined,
}: {
  readonly subject: Subject;
  readonly onMade?: () => void;
}) {
  const words = useWords();
  const { t, region } = words;
  const tell = useCommand();
  const empty = emptyTask(subject.number, region);
  const { form, keptAt, clear } = useDraftForm<TaskValues>(`task:${draftKey(subject)}`, empty);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const task = readForm(form, taskInput, taskInputOf(form.getValues(), subject, region), t);
    if (!task) return;
    const reply = await tell({ do: 'task.create', task }, shownAtField);
    if (!reply.ok) {
      showTaskFault(form, reply.problem, t);
      return;
    }
    clear();
    say('good', { id: 'task.created' }, { title: task.title });
    onMade();
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <TaskFields control={form.control} />
      <div className="form-foot panel-foot">
        <Button type="submit" look="primary" icon={<ListPlus size={16} aria-hidden />}>
          {t({ id: 'task.save' })}
        </Button>
        {keptAt !== null && (
          <span className="form-kept">{t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}</span>
        )}
      </div>
    </form>
  );
}
