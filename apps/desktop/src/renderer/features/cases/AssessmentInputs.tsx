import { impacts, urgencies } from '@ringside/shared/model/case-stage';
import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { CheckInput, SegmentInput } from '../../forms/Fields.tsx';
import { impactWords, urgencyWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';
import { impactMeanings, urgencyMeanings } from './assessment-wording.ts';
import { SeverityInput } from './SeverityInput.tsx';

/** How bad it is, whom it hits and how soon it gets worse; what is chosen says what is meant by it. */
export function AssessmentInputs({ form }: { readonly form: UseFormReturn<CaseValues> }) {
  const { control } = form;
  const { t } = useWords();
  const [category, severity, impact, urgency] = useWatch({
    control,
    name: ['category', 'severity', 'impact', 'urgency'],
  });
  return (
    <>
      <SeverityInput
        category={category}
        severity={severity}
        onChoose={(chosen) => {
          form.setValue('severity', chosen);
          form.setValue('severityBefore', null);
        }}
      />
      <div className="case-assessment">
        <SegmentInput
          control={control}
          name="impact"
          label={t({ id: 'case.impact' })}
          note={t(impactMeanings[impact])}
          segments={impacts.map((value) => ({ value, name: t(impactWords[value]) }))}
        />
        <SegmentInput
          control={control}
          name="urgency"
          label={t({ id: 'case.urgency' })}
          note={t(urgencyMeanings[urgency])}
          segments={urgencies.map((value) => ({ value, name: t(urgencyWords[value]) }))}
        />
      </div>
      <CheckInput control={control} name="legal" label={t({ id: 'case.legal' })} />
    </>
  );
}
