import { callbackInput } from '@ringside/shared/protocol/callback';
import type { CallId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { serverNow } from '@ringside/ui/ticker';
import { PhoneForwarded } from 'lucide-react';
import type { FormEvent } from 'react';
import { useMemo } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { DueInput, SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { clockTime, dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { CallbackValues } from './callback-values.ts';
import { callbackInputOf, emptyCallback } from './callback-values.ts';

interface CallbackFormProps {
  /** the contact it is about, present or finished */
  readonly callId: CallId;
  /** E.164, where it is known */
  readonly number: string | null;
  readonly onPlanned?: () => void;
}

/** Turning a contact into a call back: which number, by whom, and when. */
export function CallbackForm({ callId, number, onPlanned }: CallbackFormProps) {
  const words = useWords();
  const { t, region, timeZone } = words;
  const tell = useCommand();
  const empty = useMemo(
    () => emptyCallback(number, { now: serverNow(), region, timeZone }),
    [number, region, timeZone],
  );
  const { form, keptAt, clear } = useDraftForm<CallbackValues>(`callback:${callId}`, empty);
  const { control } = form;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = readForm(form, callbackInput, callbackInputOf(form.getValues(), region), t);
    if (!input) return;
    const reply = await tell({ do: 'callback.plan', callId, ...input }, [
      'wrongNumber',
      'numberNotAllowed',
      'badMessage',
    ]);
    if (reply.ok) {
      clear();
      say('good', { id: 'callback.planned' }, { time: dayAndTime(input.from, serverNow(), words) });
      return onPlanned?.();
    }
    const { problem } = reply.problem;
    if (problem === 'wrongNumber' || problem === 'numberNotAllowed')
      form.setError('number', { message: t(problemWords[problem]) }, { shouldFocus: true });
    if (problem === 'badMessage')
      form.setError('until', { message: t({ id: 'callback.windowIsOver' }) }, { shouldFocus: true });
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput control={control} name="number" type="tel" label={t({ id: 'callback.number' })} />
      <SegmentInput
        control={control}
        name="whose"
        label={t({ id: 'callback.whose' })}
        segments={[
          { value: 'anyone', name: t({ id: 'callback.anyone' }) },
          { value: 'me', name: t({ id: 'callback.me' }) },
        ]}
      />
      <DueInput control={control} name="from" label={t({ id: 'callback.from' })} />
      <DueInput control={control} name="until" label={t({ id: 'callback.until' })} />
      <TextInput control={control} name="note" label={t({ id: 'callback.note' })} rows={3} optional />
      <div className="form-foot panel-foot">
        <Button type="submit" look="primary" icon={<PhoneForwarded size={16} aria-hidden />}>
          {t({ id: 'callback.save' })}
        </Button>
        {keptAt !== null && (
          <span className="form-kept">{t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}</span>
        )}
      </div>
    </form>
  );
}
