import { taskKinds } from '@ringside/shared/model/case-stage';
import type { Control } from 'react-hook-form';
import { DueInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import type { TaskValues } from './task-values.ts';

/** What a task is made of, for a new one and for a change. */
export function TaskFields<Values extends TaskValues>({ control }: { readonly control: Control<Values> }) {
  const { t } = useWords();
  // The names are the same in every form that has a task's values; the form's own type can't say so.
  const tied = control as unknown as Control<TaskValues>;
  return (
    <>
      <SelectInput
        control={tied}
        name="kind"
        label={t({ id: 'task.kind' })}
        choices={taskKinds.map((kind) => ({ id: kind, name: t(taskKindWords[kind]) }))}
        placeholder={t({ id: 'form.choose' })}
      />
      <TextInput control={tied} name="title" label={t({ id: 'task.title' })} />
      <DueInput control={tied} name="dueAt" label={t({ id: 'task.due' })} />
      <TextInput control={tied} name="number" type="tel" label={t({ id: 'task.number' })} optional />
      <TextInput control={tied} name="note" label={t({ id: 'task.note' })} rows={3} optional />
    </>
  );
}
