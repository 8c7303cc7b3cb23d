import type { Severity } from '@ringside/shared/model/case-stage';
import { severities } from '@ringside/shared/model/case-stage';
import { isAboutSafety } from '@ringside/shared/model/safety-category';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { ShieldAlert } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { severityMeanings } from './assessment-wording.ts';

interface SeverityInputProps {
  readonly category: string;
  readonly severity: Severity;
  readonly onChoose: (severity: Severity) => void;
}

/** How bad it is; where the category is about safety it says so, whatever is chosen (CASE-29). */
export function SeverityInput({ category, severity, onChoose }: SeverityInputProps) {
  const { t } = useWords();
  const { categories } = useReference();
  return (
    <div className="case-severity">
      <SegmentedControl
        label={t({ id: 'case.severity' })}
        note={t(severityMeanings[severity])}
        segments={severities.map((value) => ({ value, name: t(severityWords[value]) }))}
        chosen={severity}
        onChoose={onChoose}
      />
      {isAboutSafety(categories, category) && (
        <p className="case-safety" role="status">
          <ShieldAlert size={16} aria-hidden />
          {severity === 'safety' ? t({ id: 'case.safetyProposed' }) : t({ id: 'case.safetyDoubted' })}
        </p>
      )}
    </div>
  );
}
