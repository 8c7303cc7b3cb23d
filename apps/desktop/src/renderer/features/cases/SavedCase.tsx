import { Button } from '@ringside/ui/Button';
import { CircleCheck, Mail } from 'lucide-react';
import { useGo } from '../../navigation.ts';
import type { Subject } from '../../subject.ts';
import { useWords } from '../../wording/words.ts';
import { spellReference } from './spell-reference.ts';
import type { Saved } from './use-saved-case.ts';

interface SavedCaseProps {
  readonly saved: Saved;
  readonly subject: Subject;
  readonly onAnother: () => void;
}

/** The reference, as large and as plain as it must be to be read out without an error. */
export function SavedCase({ saved: { caseId, reference, isNew }, subject, onAnother }: SavedCaseProps) {
  const { t, language } = useWords();
  const go = useGo();
  const spoken = subject.customer?.language ?? language;
  return (
    <div className="saved-case" role="status">
      <p className="saved-case-title">
        <CircleCheck size={18} aria-hidden /> {isNew ? t({ id: 'case.saved' }) : t({ id: 'case.added' })}
      </p>
      <p className="saved-case-reference">{reference}</p>
      <p className="saved-case-spelled" lang={spoken}>
        {spellReference(reference, spoken)}
      </p>
      <p className="rs-muted">{t({ id: 'case.readOut' })}</p>
      <div className="form-foot">
        <Button icon={<Mail size={16} aria-hidden />} onPress={() => go.confirmInWriting(caseId)}>
          {t({ id: 'case.confirmInWriting' })}
        </Button>
        <Button onPress={() => go.case(caseId)}>{t({ id: 'case.look' })}</Button>
        <Button onPress={onAnother}>{t({ id: 'case.another' })}</Button>
      </div>
    </div>
  );
}
