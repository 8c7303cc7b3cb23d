import type { CaseId } from '@ringside/shared/model/ids';
import type { LetterView } from '@ringside/shared/protocol/letters';
import { lettersOfCase } from '@ringside/shared/protocol/letters';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { FileWarning, MailPlus } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { useGo, useIsConfirming } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { LetterForm } from './LetterForm.tsx';
import { LetterLine } from './LetterLine.tsx';
import './letters.css';

/** Letters and e-mails of a case: what went out word for word, what could not, and the way to write one. */
export function LettersPanel({ caseId }: { readonly caseId: CaseId }) {
  const t = useText();
  const answer = useAnswer({ ask: 'letter.ofCase', caseId }, lettersOfCase, caseId);
  const go = useGo();
  const isConfirming = useIsConfirming();
  const [isConfirmed, setConfirmed] = useState(false);
  const [chosen, setChosen] = useState<LetterView | 'new' | null>(null);
  if (answer.value === null) {
    if (answer.problem === null) return <Loading label={t({ id: 'common.loading' })} lines={3} />;
    return (
      <EmptyState
        icon={<FileWarning size={28} aria-hidden />}
        title={t(problemWords[answer.problem])}
        action={<Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>}
      />
    );
  }
  const { letters, mayWrite } = answer.value;
  const written = chosen ?? (isConfirming && !isConfirmed && mayWrite ? confirmationAmong(letters) : null);
  const close = () => {
    setChosen(null);
    setConfirmed(true);
    if (isConfirming) go.begunIsOver();
  };
  return (
    <div className="letters">
      {letters.length === 0 && <p className="rs-muted">{t({ id: 'letters.none' })}</p>}
      {letters.length > 0 && (
        <ul className="letters-list">
          {letters.toReversed().map((letter) => (
            <LetterLine
              key={letter.letterId}
              caseId={caseId}
              letter={letter}
              mayWrite={mayWrite}
              onWrite={() => setChosen(letter)}
            />
          ))}
        </ul>
      )}
      {mayWrite && (
        <Button icon={<MailPlus size={16} aria-hidden />} onPress={() => setChosen('new')}>
          {t({ id: 'letters.write' })}
        </Button>
      )}
      {written !== null && (
        <LetterForm
          caseId={caseId}
          of={answer.value}
          draft={typeof written === 'string' ? null : written}
          purpose={written === 'confirmation' ? 'acknowledgement' : null}
          onClose={close}
        />
      )}
    </div>
  );
}

/** A confirmation that was begun is gone on with; where one is on its way or there, another letter is written. */
function confirmationAmong(letters: readonly LetterView[]): LetterView | 'confirmation' | 'new' {
  const written = letters.filter(
    ({ purpose, state }) => purpose === 'acknowledgement' && state !== 'discarded' && state !== 'failed',
  );
  return written.length === 0 ? 'confirmation' : (written.find(({ state }) => state === 'draft') ?? 'new');
}
