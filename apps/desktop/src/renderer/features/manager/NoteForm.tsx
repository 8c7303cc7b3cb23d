import type { ManagerOutcome } from '@ringside/shared/model/rota';
import { managerOutcomes } from '@ringside/shared/model/rota';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import { managerNote } from '@ringside/shared/protocol/manager';
import { Button } from '@ringside/ui/Button';
import { Check } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { DueInput, SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { managerOutcomeWords } from '../../wording/manager-request-wording.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

interface NoteValues {
  readonly outcome: ManagerOutcome | null;
  /** '': not said */
  readonly category: string;
  readonly note: string;
  readonly what: string;
  readonly dueAt: number | null;
}
const empty: NoteValues = { outcome: null, category: '', note: '', what: '', dueAt: null };

/** NOTE-3: what came of it, in half a minute. What is typed is kept until it is saved. */
export function NoteForm({ request }: { readonly request: ManagerRequestView }) {
  const words = useWords();
  const { t, language } = words;
  const tell = useCommand();
  const { categories } = useReference();
  const [isSending, setSending] = useState(false);
  const { form, keptAt, clear } = useDraftForm<NoteValues>(`manager:${request.requestId}`, empty);
  const { control } = form;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { what, dueAt, category, ...rest } = form.getValues();
    const promised = what.trim() !== '' || dueAt !== null;
    const input = { ...rest, category: category || null, promise: promised ? { what, dueAt } : null };
    const note = readForm(form, managerNote, input, t);
    if (promised && what.trim() === '') form.setError('what', { message: t({ id: 'form.needed' }) });
    if (promised && dueAt === null) form.setError('dueAt', { message: t({ id: 'form.needed' }) });
    if (note === null) return;
    setSending(true);
    const { requestId, version } = request;
    const reply = await tell({ do: 'manager.note', requestId, version, ...note });
    setSending(false);
    if (!reply.ok) return;
    clear();
    say('good', { id: 'manager.noted' });
  }

  return (
    <form
      noValidate
      className="manager-note"
      onSubmit={(event) => void submit(event)}
      aria-label={t({ id: 'manager.note' })}
    >
      <SegmentInput
        control={control}
        name="outcome"
        label={t({ id: 'manager.outcome' })}
        segments={managerOutcomes.map((value) => ({ value, name: t(managerOutcomeWords[value]) }))}
      />
      <SegmentInput
        control={control}
        name="category"
        label={t({ id: 'manager.category' })}
        segments={categories
          .filter(({ parent }) => parent === null)
          .map(({ category, name }) => ({ value: category, name: name[language] }))}
      />
      <TextInput control={control} name="note" label={t({ id: 'manager.said' })} rows={3} />
      <div className="manager-promise">
        <TextInput control={control} name="what" label={t({ id: 'manager.promise' })} />
        <DueInput control={control} name="dueAt" label={t({ id: 'manager.byWhen' })} />
      </div>
      <div className="manager-row">
        <Button look="primary" type="submit" isDisabled={isSending} icon={<Check size={16} aria-hidden />}>
          {t({ id: 'manager.save' })}
        </Button>
        {keptAt !== null && (
          <span className="rs-muted">{t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}</span>
        )}
      </div>
    </form>
  );
}
