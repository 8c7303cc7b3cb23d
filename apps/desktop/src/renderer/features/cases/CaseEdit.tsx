import { feelings } from '@ringside/shared/model/call-outcome';
import { isAboutSafety } from '@ringside/shared/model/safety-category';
import type { CaseFile } from '@ringside/shared/protocol/case';
import { caseChanges } from '@ringside/shared/protocol/case-work';
import { Button } from '@ringside/ui/Button';
import { Save } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { CheckInput, SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import { useReference } from '../../reference.ts';
import { feelingWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseEditValues } from './case-edit-values.ts';
import { caseEditDraft, changesOf, editOf, onTopOf } from './case-edit-values.ts';
import { CategoryBox } from './CategoryInput.tsx';
import { PartiesInputs } from './PartiesInputs.tsx';
import { ProductBox } from './ProductInput.tsx';
import { severityFor } from './proposed-severity.ts';
import { SeverityInput } from './SeverityInput.tsx';

interface CaseEditProps {
  readonly file: CaseFile;
  readonly onDone: () => void;
}

/** The record, being edited. Whoever else saves meanwhile is noticed, and nothing that was typed is lost. */
export function CaseEdit({ file, onDone }: CaseEditProps) {
  const { t } = useWords();
  const tell = useCommand();
  const { caseId, customerId } = file.case;
  const { form, clear } = useDraftForm<CaseEditValues>(caseEditDraft(caseId), editOf(file));
  const { control, formState } = form;
  const [isConflict, setConflict] = useState(false);
  const { categories } = useReference();
  const [category, severity, product] = useWatch({ control, name: ['category', 'severity', 'product'] });

  function choose(chosen: string): void {
    const next = severityFor(categories, chosen, form.getValues());
    form.setValue('category', chosen);
    form.setValue('severity', next.severity);
    form.setValue('severityBefore', next.severityBefore);
  }
  function leave(): void {
    clear();
    onDone();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const values = form.getValues();
    const changes = readForm(form, caseChanges, changesOf(values), t);
    if (!changes) return;
    if (Object.keys(changes).length === 0) return leave();
    const { version } = values;
    const reply = await tell({ do: 'case.change', caseId, version, changes }, ['changedMeanwhile']);
    if (reply.ok) return leave();
    return setConflict(reply.problem.problem === 'changedMeanwhile');
  }
  function takeTheirs(): void {
    form.reset(editOf(file));
    setConflict(false);
  }
  function keepMine(): void {
    form.reset(onTopOf(file, form.getValues()));
    setConflict(false);
  }

  return (
    <form className="form form-padded case-form" onSubmit={(event) => void submit(event)} noValidate>
      {isConflict && (
        <ConflictNotice
          title={{ id: 'case.changedMeanwhile' }}
          onTakeTheirs={takeTheirs}
          onKeepMine={keepMine}
        />
      )}
      <TextInput control={control} name="title" label={t({ id: 'case.title' })} />
      <TextInput control={control} name="whatHappened" label={t({ id: 'case.whatHappened' })} rows={5} />
      <CategoryBox chosen={category} onChoose={choose} error={formState.errors.category?.message} />
      {isAboutSafety(categories, category) && (
        <SeverityInput
          category={category}
          severity={severity}
          onChoose={(chosen) => {
            form.setValue('severity', chosen);
            form.setValue('severityBefore', null);
          }}
        />
      )}
      <ProductBox
        product={product}
        onChoose={(chosen) => form.setValue('product', chosen)}
        customerId={customerId}
        error={formState.errors.product?.message}
      />
      <TextInput control={control} name="remedyWanted" label={t({ id: 'case.remedyWanted' })} optional />
      <SegmentInput
        control={control}
        name="feeling"
        label={t({ id: 'case.feeling' })}
        optional
        segments={feelings.map((value) => ({ value, name: t(feelingWords[value]) }))}
      />
      <CheckInput control={control} name="apologyGiven" label={t({ id: 'case.apologyGiven' })} />
      <TextInput
        control={control}
        name="explanation"
        label={t({ id: 'case.explanation' })}
        optional
        rows={2}
      />
      <TextInput control={control} name="commitment" label={t({ id: 'case.commitment' })} optional />
      <PartiesInputs control={control} />
      <div className="form-foot">
        <Button type="submit" look="primary" icon={<Save size={16} aria-hidden />} isDisabled={isConflict}>
          {t({ id: 'common.save' })}
        </Button>
        <Button onPress={leave}>{t({ id: 'common.discard' })}</Button>
      </div>
    </form>
  );
}
