import type { CallId } from '@ringside/shared/model/ids';
import { callPath } from '@ringside/shared/protocol/call-path';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { callerText } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { exactTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { stepLine } from './step-wording.ts';
import { WhyOffered } from './WhyOffered.tsx';
import './CallPath.css';

/** What happened to a call, step by step, and for each offer why this agent, why now, and why not earlier. */
export function CallPathPage({ callId }: { readonly callId: CallId }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const go = useGo();
  const { value: path, problem, isAsking } = useAnswer({ ask: 'call.explain', callId }, callPath);
  return (
    <div className="page">
      <h1>{t({ id: 'path.title' })}</h1>
      {problem && <p className="card-none">{t(problemWords[problem])}</p>}
      {isAsking && <Loading label={t({ id: 'common.loading' })} />}
      {path && (
        <Card
          title={
            path.customerId ? (
              <button
                type="button"
                className="link"
                onClick={() => path.customerId && go.customer(path.customerId)}
              >
                {path.customerName}
              </button>
            ) : (
              callerText(path.caller, words)
            )
          }
        >
          <ol className="call-path" aria-label={t({ id: 'path.title' })}>
            {path.steps.map((step, nth) => (
              // steps are only ever added at the end
              // eslint-disable-next-line react/no-array-index-key
              <li key={nth} className={`call-step call-step-${step.is}`}>
                <time dateTime={new Date(step.at).toISOString()}>{exactTime(step.at, words)}</time>
                <div>
                  <p className="call-step-line">{stepLine(step, reference, words)}</p>
                  {step.is === 'offered' && <WhyOffered offer={step} />}
                </div>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </div>
  );
}
