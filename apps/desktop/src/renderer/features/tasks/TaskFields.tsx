import { taskKinds, taskRepeats } from '@ringside/shared/model/case-stage';
import { taskPerson } from '@ringside/shared/protocol/task-work';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { useFormState, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { DueInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useReference } from '../../reference.ts';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { repeatWords } from './task-wording.ts';
import type { TaskValues } from './task-values.ts';

/** What a task is made of, for a new one and for a change. */
export function TaskFields<Values extends TaskValues>({
  control,
  taskId = null,
}: {
  readonly control: Control<Values>;
  /** of the one that is changed: it can't come after itself */
  readonly taskId?: string | null;
}) {
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
      <RingHint control={tied} />
      <TextInput control={tied} name="note" label={t({ id: 'task.note' })} rows={3} optional />
      <More control={tied} taskId={taskId} />
    </>
  );
}

/** TASK-13: nobody is surprised by a call that rings by itself. */
function RingHint({ control }: { readonly control: Control<TaskValues> }) {
  const { t } = useWords();
  const [kind, number] = useWatch({ control, name: ['kind', 'number'] });
  const rings = (kind === 'callBack' || kind === 'satisfactionCall') && number?.trim() !== '';
  return rings ? <p className="rs-muted task-rings">{t({ id: 'task.ringsHint' })}</p> : null;
}

/** What most tasks do without; open as soon as something of it is wrong. */
function More({
  control,
  taskId,
}: {
  readonly control: Control<TaskValues>;
  readonly taskId: string | null;
}) {
  const { t } = useWords();
  const { errors } = useFormState({ control });
  const [isOpen, setOpen] = useState(false);
  const isWrong = ['from', 'whose', 'remindAt', 'checklist', 'after', 'repeat'].some(
    (name) => name in errors,
  );
  return (
    <details
      className="task-more"
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t({ id: 'task.more' })}</summary>
      {(isOpen || isWrong) && <MoreFields control={control} taskId={taskId} />}
    </details>
  );
}

function MoreFields({
  control,
  taskId,
}: {
  readonly control: Control<TaskValues>;
  readonly taskId: string | null;
}) {
  const { t } = useWords();
  const none = { id: '', name: t({ id: 'task.none' }) };
  return (
    <div className="form task-more-fields">
      <WhoseInput control={control} />
      <DueInput control={control} name="from" label={t({ id: 'task.from' })} optional />
      <DueInput control={control} name="remindAt" label={t({ id: 'task.remindAt' })} optional />
      <TextInput
        control={control}
        name="checklist"
        label={t({ id: 'task.checklist' })}
        note={t({ id: 'task.checklistNote' })}
        rows={3}
        optional
      />
      <SelectInput
        control={control}
        name="repeat"
        label={t({ id: 'task.repeat' })}
        choices={[none, ...taskRepeats.map((repeat) => ({ id: repeat, name: t(repeatWords[repeat]) }))]}
        placeholder={t({ id: 'task.none' })}
      />
      <AfterInput control={control} taskId={taskId} />
    </div>
  );
}

const people = z.array(taskPerson);

function WhoseInput({ control }: { readonly control: Control<TaskValues> }) {
  const { t, language } = useWords();
  const { families } = useReference();
  const me = useDesk((s) => s.desk?.me.agentId ?? null);
  const answer = useAnswer({ ask: 'task.people' }, people);
  const choices = [
    { id: 'me', name: t({ id: 'task.mine' }) },
    ...families.map(({ familyId, name }) => ({
      id: `team:${familyId}`,
      name: t({ id: 'task.team' }, { team: name[language] }),
    })),
    ...(answer.value ?? []).map(({ agentId, name }) => ({
      id: `agent:${agentId}`,
      name: agentId === me ? t({ id: 'task.me' }, { name }) : name,
    })),
  ];
  return (
    <SelectInput
      control={control}
      name="whose"
      label={t({ id: 'task.whose' })}
      choices={choices}
      placeholder={t({ id: 'task.mine' })}
    />
  );
}

/** Which of one's own open tasks comes before. */
function AfterInput({
  control,
  taskId,
}: {
  readonly control: Control<TaskValues>;
  readonly taskId: string | null;
}) {
  const { t } = useWords();
  const own = useDesk((s) => s.desk?.tasks);
  const chosen = useWatch({ control, name: 'after' });
  const open = (own ?? []).filter((task) => task.taskId !== taskId);
  const isElsewhere = chosen !== '' && !open.some((task) => task.taskId === chosen);
  return (
    <SelectInput
      control={control}
      name="after"
      label={t({ id: 'task.after' })}
      note={t({ id: 'task.afterNote' })}
      choices={[
        { id: '', name: t({ id: 'task.none' }) },
        ...(isElsewhere ? [{ id: chosen, name: t({ id: 'task.afterOther' }) }] : []),
        ...open.map((task) => ({ id: task.taskId as string, name: task.title })),
      ]}
      placeholder={t({ id: 'task.none' })}
    />
  );
}
