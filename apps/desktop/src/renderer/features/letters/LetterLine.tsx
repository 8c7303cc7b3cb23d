import type { CaseId } from '@ringside/shared/model/ids';
import type { LetterAct } from '@ringside/shared/model/letter';
import { mayDoToLetter } from '@ringside/shared/model/letter';
import type { LetterView } from '@ringside/shared/protocol/letters';
import { Button } from '@ringside/ui/Button';
import { serverNow } from '@ringside/ui/ticker';
import { Ban, Check, Eye, Pencil, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { LetterStateBadge } from './LetterStateBadge.tsx';
import { PrintLetter } from './PrintLetter.tsx';

interface LetterLineProps {
  readonly caseId: CaseId;
  readonly letter: LetterView;
  readonly mayWrite: boolean;
  readonly onWrite: () => void;
}

/** One letter: how it stands, what the trouble is and what can be done about it. */
export function LetterLine({ caseId, letter, mayWrite, onWrite }: LetterLineProps) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const [isShown, setShown] = useState(false);
  const { letterId, version, state, subject, to, channel, trouble } = letter;
  const seen = { letterId, version };
  const may = (act: LetterAct) => mayWrite && mayDoToLetter(state, act);
  const name = subject || t({ id: 'letters.noSubject' });
  return (
    <li>
      <div className="letters-head">
        <strong lang={letter.language}>{name}</strong>
        <LetterStateBadge state={state} />
      </div>
      <p className="letters-who">{channel === 'email' ? to : to.split('\n')[0]}</p>
      <p className="letters-who">{whenOf(letter, words)}</p>
      {trouble !== null && (
        <p className="letters-trouble">{t({ id: 'letters.trouble' }, { said: trouble })}</p>
      )}
      {state === 'unsure' && <p className="letters-what">{t({ id: 'letters.unsureWhat' })}</p>}
      {state === 'failed' && <p className="letters-what">{t({ id: 'letters.failedWhat' })}</p>}
      <div className="letters-acts">
        <Button
          small
          look="quiet"
          icon={<Eye size={14} aria-hidden />}
          aria-label={t({ id: 'letters.showOne' }, { subject: name })}
          onPress={() => setShown(true)}
        >
          {t({ id: 'letters.show' })}
        </Button>
        {may('change') && (
          <Button
            small
            icon={<Pencil size={14} aria-hidden />}
            aria-label={t({ id: 'letters.changeOne' }, { subject: name })}
            onPress={onWrite}
          >
            {t({ id: 'letters.change' })}
          </Button>
        )}
        {may('arrived') && (
          <Button
            small
            icon={<Check size={14} aria-hidden />}
            onPress={() => void tell({ do: 'letter.arrived', ...seen })}
          >
            {t({ id: 'letters.arrived' })}
          </Button>
        )}
        {may('retry') && (
          <Button
            small
            icon={<RotateCw size={14} aria-hidden />}
            aria-label={t({ id: 'letters.retryOne' }, { subject: name })}
            onPress={() => void tell({ do: 'letter.retry', ...seen })}
          >
            {t({ id: 'letters.retry' })}
          </Button>
        )}
        {may('discard') && (
          <Button
            small
            look="quiet"
            icon={<Ban size={14} aria-hidden />}
            aria-label={t({ id: 'letters.discardOne' }, { subject: name })}
            onPress={() => void tell({ do: 'letter.discard', ...seen })}
          >
            {t({ id: 'letters.discard' })}
          </Button>
        )}
      </div>
      {isShown && (
        <PrintLetter caseId={caseId} letter={letter} mayWrite={mayWrite} onClose={() => setShown(false)} />
      )}
    </li>
  );
}

function whenOf(
  { state, sentAt, nextAttemptAt, writtenAt, writtenByName }: LetterView,
  words: Words,
): string {
  const { t } = words;
  const at = (time: number) => dayAndTime(time, serverNow(), words);
  if (sentAt !== null) return t({ id: 'letters.sentBy' }, { name: writtenByName, time: at(sentAt) });
  if (state === 'queued' && nextAttemptAt !== null && nextAttemptAt > serverNow())
    return t({ id: 'letters.nextAttempt' }, { time: at(nextAttemptAt) });
  return t({ id: 'letters.writtenBy' }, { name: writtenByName, time: at(writtenAt) });
}
