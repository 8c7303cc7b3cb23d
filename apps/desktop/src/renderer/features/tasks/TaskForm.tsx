import { taskKinds } from '@ringside/shared/model/case-stage';
import type { TaskKind } from '@ringside/shared/model/case-stage';
import { taskInput } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { ListPlus } from 'lucide-react';
import type { FormEvent } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { DueInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import type { Subject } from '../../subject.ts';
import { draftKey } from '../../subject.ts';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

interface TaskValues {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly dueAt: number | null;
  readonly number: string;
}

/** Something to do for the customer later, with a time by which it is done. */
export function TaskForm({ subject }: { readonly subject: Subject }) {
  const words = useWords();
  const { t, region } = words;
  const tell = useCommand();
  const empty: TaskValues = {
    kind: 'callBack',
    title: '',
    note: '',
    dueAt: null,
    number: subject.number === null ? '' : displayNumber(subject.number, region),
  };
  const { form, keptAt, clear } = useDraftForm<TaskValues>(`task:${draftKey(subject)}`, empty);
  const { control } = form;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { number, ...values } = form.getValues();
    const { customerId, caseId, callId } = subject;
    const e164 = number.trim() === '' ? null : (numberTyped(number, region) ?? number);
    const task = readForm(form, taskInput, { ...values, customerId, caseId, callId, number: e164 }, t);
    if (!task) return;
    const reply = await tell({ do: 'task.create', task });
    if (!reply.ok) return;
    clear();
    say('good', { id: 'task.created' }, { title: task.title });
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <SelectInput
        control={control}
        name="kind"
        label={t({ id: 'task.kind' })}
        choices={taskKinds.map((kind) => ({ id: kind, name: t(taskKindWords[kind]) }))}
        placeholder={t({ id: 'form.choose' })}
      />
      <TextInput control={control} name="title" label={t({ id: 'task.title' })} />
      <DueInput control={control} name="dueAt" label={t({ id: 'task.due' })} />
      <TextInput control={control} name="number" type="tel" label={t({ id: 'task.number' })} optional />
      <TextInput control={control} name="note" label={t({ id: 'task.note' })} rows={3} optional />
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
