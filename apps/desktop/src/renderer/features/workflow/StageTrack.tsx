import type { CaseFile } from '@ringside/shared/protocol/case';
import { CircleDot, Circle, CircleCheck } from 'lucide-react';
import { stageName, useReference } from '../../reference.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { stageOwnerWords } from '../../wording/workflow-wording.ts';
import { serverNow } from '@ringside/ui/ticker';
import type { TrackStep } from './track-of.ts';
import { trackOf } from './track-of.ts';

const icons = {
  passed: <CircleCheck size={14} aria-hidden />,
  here: <CircleDot size={14} aria-hidden />,
  ahead: <Circle size={14} aria-hidden />,
};

/** Where a case stands, what it has behind it, and the usual way on. */
export function StageTrack({ file }: { readonly file: CaseFile }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const { type, stage } = file.case;
  const workflow = reference.workflows.find((one) => one.type === type);
  if (!workflow) return null;
  const place = (step: TrackStep): string =>
    ({
      passed: t({ id: 'workflow.passed' }),
      here: t({ id: 'workflow.here' }),
      ahead: t({ id: 'workflow.ahead' }),
    })[step.where];
  return (
    <div className="stage-track">
      <ol aria-label={t({ id: 'workflow.track' })}>
        {trackOf(workflow, stage).map((step, nth) => (
          <li
            key={`${nth} ${step.stage}`}
            className={`stage-step stage-${step.where}`}
            aria-current={step.where === 'here' ? 'step' : undefined}
          >
            {icons[step.where]}
            <span>{stageName({ type, stage: step.stage }, reference, words)}</span>
            <span className="stage-place">{place(step)}</span>
          </li>
        ))}
      </ol>
      <p className="stage-since">
        {t({ id: 'workflow.since' }, { when: dayAndTime(file.standing.since, serverNow(), words) })}
        {file.standing.owner !== 'handler' &&
          ` · ${t({ id: 'workflow.belongsTo' }, { who: t(stageOwnerWords[file.standing.owner]) })}`}
      </p>
    </div>
  );
}
