import { impacts, severities, urgencies } from '@ringside/shared/model/case-stage';
import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { CheckInput, SegmentInput } from '../../forms/Fields.tsx';
import { impactWords, severityWords, urgencyWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';
import { impactMeanings, severityMeanings, urgencyMeanings } from './assessment-wording.ts';

/** How bad it is, whom it hits and how soon it gets worse; what is chosen says what is meant by it. */
export function AssessmentInputs({ control }: { readonly control: Control<CaseValues> }) {
  const { t } = useWords();
  const [severity, impact, urgency] = useWatch({ control, name: ['severity', 'impact', 'urgency'] });
  return (
    <>
      <SegmentInput
        control={control}
        name="severity"
        label={t({ id: 'case.severity' })}
        note={t(severityMeanings[severity])}
        segments={severities.map((value) => ({ value, name: t(severityWords[value]) }))}
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
