import type { CaseId } from '@ringside/shared/model/ids';
import { caseClocks } from '@ringside/shared/protocol/case-clocks';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { FileWarning } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { ClockLine } from './ClockLine.tsx';
import './Clocks.css';

/** Clocks of a case: when what is due, how it stands, and what may be done about it. */
export function ClocksPanel({ caseId }: { readonly caseId: CaseId }) {
  const t = useText();
  const answer = useAnswer({ ask: 'clock.ofCase', caseId }, caseClocks, caseId);
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
  if (answer.value.length === 0) return <p className="clocks-none rs-muted">{t({ id: 'clock.none' })}</p>;
  return (
    <ul className="clocks">
      {answer.value.map((clock) => (
        <ClockLine key={clock.clock} caseId={caseId} clock={clock} />
      ))}
    </ul>
  );
}
