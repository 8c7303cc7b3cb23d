import type { CaseId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { CircleCheck } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';

interface SavedCaseProps {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly onAnother: () => void;
}

/** The reference, as large as it must be to be read out without an error. */
export function SavedCase({ caseId, reference, onAnother }: SavedCaseProps) {
  const t = useText();
  const go = useGo();
  return (
    <div className="saved-case" role="status">
      <p className="saved-case-title">
        <CircleCheck size={18} aria-hidden /> {t({ id: 'case.saved' })}
      </p>
      <p className="saved-case-reference">{reference}</p>
      <p className="rs-muted">{t({ id: 'case.readOut' })}</p>
      <div className="form-foot">
        <Button onPress={() => go.case(caseId)}>{t({ id: 'case.look' })}</Button>
        <Button onPress={onAnother}>{t({ id: 'case.another' })}</Button>
      </div>
    </div>
  );
}
