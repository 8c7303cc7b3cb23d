import { feelings } from '@ringside/shared/model/call-outcome';
import type { Feeling } from '@ringside/shared/model/call-outcome';
import { caseTypes, severities } from '@ringside/shared/model/case-stage';
import type { CaseType, Severity } from '@ringside/shared/model/case-stage';
import { caseInput } from '@ringside/shared/protocol/case';
import { id } from '@ringside/shared/protocol/values';
import { Button } from '@ringside/ui/Button';
import { Save } from 'lucide-react';
import type { FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import type { Control } from 'react-hook-form';
import { z } from 'zod';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { CheckInput, DueInput, SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import type { Subject } from '../../subject.ts';
import { draftKey } from '../../subject.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { caseTypeWords, feelingWords, severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { CategoryInput } from './CategoryInput.tsx';
import { SayFirst } from './SayFirst.tsx';
import { SavedCase } from './SavedCase.tsx';
import { useSavedCase } from './use-saved-case.ts';
import './CaseForm.css';

export interface CaseValues {
  readonly type: CaseType;
  readonly whatHappened: string;
  readonly group: string;
  readonly category: string;
  readonly severity: Severity;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly commitment: string;
  readonly promiseWhat: string;
  readonly promiseDue: number | null;
}

const empty: CaseValues = {
  type: 'complaint',
  whatHappened: '',
  group: '',
  category: '',
  severity: 'moderate',
  remedyWanted: '',
  feeling: null,
  apologyGiven: false,
  commitment: '',
  promiseWhat: '',
  promiseDue: null,
};

const opened = z.object({ caseId: id<'case'>(), reference: z.string() });

/** The complaint, written down beside the call. Saved, it shows the reference to read out. */
export function CaseForm({ subject }: { readonly subject: Subject }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { form, keptAt, clear } = useDraftForm<CaseValues>(`case:${draftKey(subject)}`, empty);
  const { control } = form;
  const { saved, setSaved, another } = useSavedCase(subject.callId, keptAt !== null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = readForm(form, caseInput, inputOf(form.getValues(), subject), t);
    if (!input) return;
    const reply = await tell({ do: 'case.open', case: input });
    const value = reply.ok ? opened.safeParse(reply.value) : null;
    if (!value?.success) return;
    clear();
    setSaved(value.data);
  }

  if (saved) {
    return <SavedCase caseId={saved.caseId} reference={saved.reference} onAnother={another} />;
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <SegmentInput
        control={control}
        name="type"
        label={t({ id: 'case.type' })}
        segments={caseTypes.map((value) => ({ value, name: t(caseTypeWords[value]) }))}
      />
      <TextInput control={control} name="whatHappened" label={t({ id: 'case.whatHappened' })} rows={4} />
      <CategoryInput form={form} />
      <SayFirstOfChoice control={control} subject={subject} />
      <SegmentInput
        control={control}
        name="severity"
        label={t({ id: 'case.severity' })}
        segments={severities.map((value) => ({ value, name: t(severityWords[value]) }))}
      />
      <SegmentInput
        control={control}
        name="feeling"
        label={t({ id: 'case.feeling' })}
        optional
        segments={feelings.map((value) => ({ value, name: t(feelingWords[value]) }))}
      />
      <TextInput control={control} name="remedyWanted" label={t({ id: 'case.remedyWanted' })} optional />
      <CheckInput control={control} name="apologyGiven" label={t({ id: 'case.apologyGiven' })} />
      <TextInput control={control} name="commitment" label={t({ id: 'case.commitment' })} optional />
      <fieldset className="case-promise">
        <legend className="rs-label">{t({ id: 'case.promise' })}</legend>
        <TextInput control={control} name="promiseWhat" label={t({ id: 'case.promiseWhat' })} optional />
        <DueInput control={control} name="promiseDue" label={t({ id: 'case.promiseDue' })} optional />
      </fieldset>
      <div className="form-foot panel-foot">
        <Button type="submit" look="primary" icon={<Save size={16} aria-hidden />}>
          {t({ id: 'case.save' })}
        </Button>
        {keptAt !== null && (
          <span className="form-kept">{t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}</span>
        )}
      </div>
    </form>
  );
}

function SayFirstOfChoice({
  control,
  subject,
}: {
  readonly control: Control<CaseValues>;
  readonly subject: Subject;
}) {
  const [group, category] = useWatch({ control, name: ['group', 'category'] });
  return <SayFirst category={category || group} customer={subject.customer} />;
}

/** A promise counts as given once something is said of it; half of one is said to be incomplete at its field. */
function inputOf(values: CaseValues, { customerId, callId }: Subject): unknown {
  const { group, category, promiseWhat, promiseDue, ...rest } = values;
  const hasPromise = promiseWhat.trim() !== '' || promiseDue !== null;
  return {
    ...rest,
    customerId,
    callId,
    category: category || group,
    promise: hasPromise ? { what: promiseWhat, dueAt: promiseDue } : null,
  };
}
