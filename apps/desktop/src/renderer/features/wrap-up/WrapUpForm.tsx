import { feelings } from '@ringside/shared/model/call-outcome';
import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { dispositionInput } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Check } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import { countDisposition } from '../../preferences.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { feelingWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { DispositionInput } from './DispositionInput.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import './WrapUpForm.css';

export interface WrapUpValues {
  readonly disposition: string;
  readonly resolved: 'yes' | 'no' | null;
  readonly feeling: Feeling | null;
  readonly note: string;
}
const empty: WrapUpValues = { disposition: '', resolved: null, feeling: null, note: '' };

/** How the contact ended. It can be filled in while they still talk; "Done" is for when the call is over. */
export function WrapUpForm({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const [error, setError] = useState<string | null>(null);
  const { callId } = contact;
  const { form, keptAt, clear } = useDraftForm<WrapUpValues>(`wrapUp:${callId}`, empty);
  const { control } = form;
  const isOver = contact.state.is === 'wrapUp';
  const isOptional = contact.state.is === 'wrapUp' && !contact.state.dispositionNeeded;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError(null);
    if (!(await dispose())) return;
    if (!isOver) return say('good', { id: 'wrapUp.saved' });
    const reply = await tell({ do: 'wrapUp.done', callId }, ['dispositionMissing']);
    if (reply.ok) clear();
    else if (reply.problem.problem === 'dispositionMissing') setError(t(problemWords.dispositionMissing));
  }

  /** A queue may not ask for a disposition: then an untouched form is nothing to send. */
  async function dispose(): Promise<boolean> {
    const { resolved, ...values } = form.getValues();
    const isUntouched =
      values.disposition === '' && values.note === '' && resolved === null && values.feeling === null;
    if (isUntouched) return true;
    const answered = resolved === null ? null : resolved === 'yes';
    const disposition = readForm(form, dispositionInput, { ...values, resolved: answered }, t);
    if (!disposition) return false;
    const reply = await tell({ do: 'wrapUp.dispose', callId, disposition });
    if (reply.ok) countDisposition(disposition.disposition);
    return reply.ok;
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      {contact.state.is === 'wrapUp' && <TimeLeft callId={callId} wrapUp={contact.state} />}
      <DispositionInput form={form} error={error} isOptional={isOptional} />
      <SegmentInput
        control={control}
        name="resolved"
        label={t({ id: 'wrapUp.resolved' })}
        segments={[
          { value: 'yes', name: t({ id: 'common.yes' }) },
          { value: 'no', name: t({ id: 'wrapUp.notYet' }) },
        ]}
      />
      <SegmentInput
        control={control}
        name="feeling"
        label={t({ id: 'wrapUp.feeling' })}
        optional
        segments={feelings.map((value) => ({ value, name: t(feelingWords[value]) }))}
      />
      <TextInput control={control} name="note" label={t({ id: 'wrapUp.note' })} rows={4} optional />
      <div className="form-foot panel-foot">
        <Button type="submit" look="primary" icon={<Check size={16} aria-hidden />}>
          {isOver ? t({ id: 'wrapUp.done' }) : t({ id: 'wrapUp.save' })}
        </Button>
        {keptAt !== null && (
          <span className="form-kept">{t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}</span>
        )}
      </div>
    </form>
  );
}
