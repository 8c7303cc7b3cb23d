import type { CaseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { ArrowRight } from 'lucide-react';
import { stageName, useReference } from '../../reference.ts';
import { todoWords } from '../../wording/workflow-wording.ts';
import { useWords } from '../../wording/words.ts';

interface MovesProps {
  readonly file: CaseFile;
  readonly onMove: (to: string) => void;
}

/** Where the case may go from here, and for each way what is still missing. */
export function Moves({ file, onMove }: MovesProps) {
  const words = useWords();
  const { t, language } = words;
  const reference = useReference();
  const { moves, isYours } = file.standing;
  if (moves.length === 0) return <p className="stage-since">{t({ id: 'workflow.end' })}</p>;
  const usual = moves.find(({ missing }) => missing.length === 0)?.to;
  return (
    <ul className="case-moves" aria-label={t({ id: 'workflow.next' })}>
      {moves.map(({ to, missing }) => {
        const what = new Intl.ListFormat(language).format(missing.map((one) => t(todoWords[one])));
        return (
          <li key={to}>
            <Button
              small
              look={to === usual && isYours ? 'primary' : 'plain'}
              icon={<ArrowRight size={14} aria-hidden />}
              isDisabled={!isYours || missing.length > 0}
              onPress={() => onMove(to)}
            >
              {stageName({ type: file.case.type, stage: to }, reference, words)}
            </Button>
            {missing.length > 0 && (
              <span className="case-missing">{t({ id: 'workflow.missing' }, { what })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
