import { feelings } from '@ringside/shared/model/call-outcome';
import { caseChannels, caseTypes } from '@ringside/shared/model/case-stage';
import { caseInput } from '@ringside/shared/protocol/case';
import { id } from '@ringside/shared/protocol/values';
import { Button } from '@ringside/ui/Button';
import { Save } from 'lucide-react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SegmentInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import type { Subject } from '../../subject.ts';
import { draftKey } from '../../subject.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { caseChannelWords, caseTypeWords, feelingWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { AssessmentInputs } from './AssessmentInputs.tsx';
import type { CaseValues } from './case-values.ts';
import { emptyCase, inputOf } from './case-values.ts';
import { CategoryInput } from './CategoryInput.tsx';
import { CommitmentInputs } from './CommitmentInputs.tsx';
import { EarlierCases } from './EarlierCases.tsx';
import { PartiesInputs } from './PartiesInputs.tsx';
import { Playbook } from './Playbook.tsx';
import { ProductInput } from './ProductInput.tsx';
import { SavedCase } from './SavedCase.tsx';
import { SayFirst } from './SayFirst.tsx';
import { useSavedCase } from './use-saved-case.ts';
import './CaseForm.css';

const opened = z.object({ caseId: id<'case'>(), reference: z.string() });

/** The complaint, written down beside the call. Saved, it shows the reference to read out. */
export function CaseForm({ subject }: { readonly subject: Subject }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { form, keptAt, clear } = useDraftForm<CaseValues>(`case:${draftKey(subject)}`, emptyCase);
  const { control } = form;
  const { saved, setSaved, another } = useSavedCase(subject.callId, keptAt !== null);
  const category = useWatch({ control, name: 'category' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = readForm(form, caseInput, inputOf(form.getValues(), subject), t);
    if (!input) return;
    const reply = await tell({ do: 'case.open', case: input });
    const value = reply.ok ? opened.safeParse(reply.value) : null;
    if (!value?.success) return;
    clear();
    setSaved({ ...value.data, isNew: true });
  }

  async function addTo(caseId: CaseValues['category']) {
    const text = form.getValues('whatHappened').trim();
    if (text === '') {
      form.setError('whatHappened', { message: t({ id: 'case.addNeedsText' }) });
      return form.setFocus('whatHappened');
    }
    const { callId } = subject;
    const reply = await tell({ do: 'intake.addTo', caseId: id<'case'>().parse(caseId), callId, text });
    const value = reply.ok ? opened.safeParse(reply.value) : null;
    if (!value?.success) return undefined;
    clear();
    return setSaved({ ...value.data, isNew: false });
  }

  if (saved) return <SavedCase saved={saved} subject={subject} onAnother={another} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields, from anywhere in it
    <form
      className="form case-form"
      onSubmit={(event) => void submit(event)}
      onKeyDownCapture={saveByKeys}
      noValidate
      aria-label={t({ id: 'case.form' })}
    >
      <SegmentInput
        control={control}
        name="type"
        label={t({ id: 'case.type' })}
        segments={caseTypes.map((value) => ({ value, name: t(caseTypeWords[value]) }))}
      />
      {subject.callId === null && (
        <SelectInput
          control={control}
          name="channel"
          label={t({ id: 'case.channel' })}
          choices={caseChannels.map((value) => ({ id: value, name: t(caseChannelWords[value]) }))}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
      <TextInput control={control} name="whatHappened" label={t({ id: 'case.whatHappened' })} rows={4} />
      <CategoryInput form={form} />
      <ProductInput control={control} customerId={subject.customerId} />
      <EarlierCases
        control={control}
        customerId={subject.customerId}
        onAdd={(caseId) => void addTo(caseId)}
      />
      <SayFirst category={category} customer={subject.customer} />
      <Playbook category={category} customer={subject.customer} />
      <AssessmentInputs form={form} />
      <SegmentInput
        control={control}
        name="feeling"
        label={t({ id: 'case.feeling' })}
        optional
        segments={feelings.map((value) => ({ value, name: t(feelingWords[value]) }))}
      />
      <TextInput control={control} name="remedyWanted" label={t({ id: 'case.remedyWanted' })} optional />
      <PartiesInputs control={control} />
      <CommitmentInputs control={control} />
      <div className="form-foot panel-foot">
        <Button type="submit" look="primary" icon={<Save size={16} aria-hidden />}>
          {t({ id: 'case.save' })}
        </Button>
        <span className="form-kept">
          {keptAt === null
            ? t({ id: 'case.saveKeys' })
            : t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })}
        </span>
      </div>
    </form>
  );
}

/** Ctrl+Enter saves from any field, also from the one with several lines. */
function saveByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, nativeEvent, currentTarget } = event;
  if (key !== 'Enter' || !(ctrlKey || metaKey) || nativeEvent.isComposing) return;
  event.preventDefault();
  // or the button that has the focus is pressed as well
  event.stopPropagation();
  currentTarget.requestSubmit();
}
