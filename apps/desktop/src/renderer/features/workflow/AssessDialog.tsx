import type { Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import { impacts, severities, urgencies } from '@ringside/shared/model/case-stage';
import type { CaseFile } from '@ringside/shared/protocol/case';
import { Checkbox } from '@ringside/ui/Field';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { impactWords, severityWords, urgencyWords } from '../../wording/words-of-the-model.ts';
import { ActDialog } from './ActDialog.tsx';
import { useCaseAct } from './use-case-act.ts';

/** How bad it is, judged by somebody: its priority follows. */
export function AssessDialog({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const t = useText();
  const { act, clash, isActing } = useCaseAct(file);
  const [severity, setSeverity] = useState<Severity>(file.case.severity);
  const [impact, setImpact] = useState<Impact>(file.impact);
  const [urgency, setUrgency] = useState<Urgency>(file.urgency);
  const [legal, setLegal] = useState(file.legal);
  const assess = async () => {
    if (await act((seen) => ({ do: 'case.assess', ...seen, severity, impact, urgency, legal }))) onClose();
  };
  return (
    <ActDialog
      file={file}
      title={t({ id: 'workflow.assessTitle' }, { reference: file.case.reference })}
      doIt={t({ id: 'workflow.assessDo' })}
      onDo={() => void assess()}
      onClose={onClose}
      clash={clash}
      isDisabled={isActing}
    >
      <SegmentedControl
        label={t({ id: 'workflow.severity' })}
        segments={severities.map((value) => ({ value, name: t(severityWords[value]) }))}
        chosen={severity}
        onChoose={setSeverity}
      />
      <SegmentedControl
        label={t({ id: 'workflow.impact' })}
        segments={impacts.map((value) => ({ value, name: t(impactWords[value]) }))}
        chosen={impact}
        onChoose={setImpact}
      />
      <SegmentedControl
        label={t({ id: 'workflow.urgency' })}
        segments={urgencies.map((value) => ({ value, name: t(urgencyWords[value]) }))}
        chosen={urgency}
        onChoose={setUrgency}
      />
      <Checkbox isOn={legal} onChange={setLegal}>
        {t({ id: 'workflow.legal' })}
      </Checkbox>
    </ActDialog>
  );
}
