import type { CaseId } from '@ringside/shared/model/ids';
import type { CompensationView } from '@ringside/shared/protocol/compensation';
import { caseCompensation } from '@ringside/shared/protocol/compensation';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { serverNow } from '@ringside/ui/ticker';
import { FileWarning, Gift } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { draftText } from '../../drafts/drafts.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';
import { CompensationActions } from './CompensationActions.tsx';
import { GiveForm } from './GiveForm.tsx';
import { StateBadge } from './StateBadge.tsx';
import { TimeToDecide } from './TimeToDecide.tsx';
import './Compensation.css';

/** What was given and asked for in a case, and the way to give more. */
export function CompensationPanel({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useWords();
  const answer = useAnswer({ ask: 'compensation.ofCase', caseId }, caseCompensation, caseId);
  // what was typed and not yet given is there when one comes back
  const [isGiving, setGiving] = useState(() => draftText(`compensation:${caseId}`) !== null);
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
  const { compensations, mayGive, offers } = answer.value;
  return (
    <div className="compensation">
      {compensations.length === 0 && <p className="rs-muted">{t({ id: 'compensation.none' })}</p>}
      {compensations.length > 0 && (
        <ul className="compensation-list">
          {compensations.map((one) => (
            <Given key={one.compensationId} of={one} />
          ))}
        </ul>
      )}
      {isGiving && mayGive && <GiveForm caseId={caseId} offers={offers} onClose={() => setGiving(false)} />}
      {!isGiving && mayGive && (
        <Button icon={<Gift size={16} aria-hidden />} onPress={() => setGiving(true)}>
          {t({ id: 'compensation.begin' })}
        </Button>
      )}
    </div>
  );
}

function Given({ of }: { readonly of: CompensationView }) {
  const words = useWords();
  const { t } = words;
  const { currency } = useReference();
  const now = serverNow();
  const { kind, amount, state, reason, evidence, decision } = of;
  const when = (at: number) => dayAndTime(at, now, words);
  return (
    <li>
      <div className="compensation-head">
        <strong>
          {t(compensationKindWords[kind])} {amountText(kind, amount, currency, words)}
        </strong>
        <StateBadge state={state} />
      </div>
      <p>{reason}</p>
      {evidence !== '' && <p className="rs-muted">{evidence}</p>}
      <p className="compensation-who">
        {t({ id: 'compensation.by' }, { name: of.askedByName, time: when(of.askedAt) })}
      </p>
      {of.endorsedByName !== null && (
        <p className="compensation-who">
          {t({ id: 'compensation.endorsedBy' }, { name: of.endorsedByName })}
        </p>
      )}
      {of.decidedByName !== null && of.decidedAt !== null && (
        <p className="compensation-who">
          {t({ id: 'compensation.decidedBy' }, { name: of.decidedByName, time: when(of.decidedAt) })}
          {decision !== '' && ` · ${decision}`}
        </p>
      )}
      {of.doneAt !== null && (
        <p className="compensation-who">{t({ id: 'compensation.doneAt' }, { time: when(of.doneAt) })}</p>
      )}
      {state === 'asked' && of.decideBy !== null && <TimeToDecide until={of.decideBy} />}
      <CompensationActions of={of} />
    </li>
  );
}
