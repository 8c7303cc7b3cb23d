import type { CaseId } from '@ringside/shared/model/ids';
import type { CheckView } from '@ringside/shared/protocol/prevention';
import { checksOfCase } from '@ringside/shared/protocol/prevention';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Loading } from '@ringside/ui/EmptyState';
import { serverNow } from '@ringside/ui/ticker';
import { PhoneOutgoing, UserX } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { questions, questionWords } from './satisfaction-words.ts';
import './Satisfaction.css';

/** Whether the customer of a case was asked, by whom, and what came of it. */
export function SatisfactionPanel({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useWords();
  const { value, problem } = useAnswer({ ask: 'check.ofCase', caseId }, checksOfCase, caseId);
  if (problem && !value) return <p className="card-none">{t(problemWords[problem])}</p>;
  if (!value) return <Loading label={t({ id: 'common.loading' })} lines={2} />;
  if (value.length === 0) return <p className="card-none">{t({ id: 'satisfaction.none' })}</p>;
  return (
    <ul className="checks">
      {value.toReversed().map((check) => (
        <Check key={check.checkId} check={check} />
      ))}
    </ul>
  );
}

function Check({ check }: { readonly check: CheckView }) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const now = serverNow();
  const { taskId, outcome, endedAt, nextFrom, mayAsk, attempts } = check;
  return (
    <li className="check">
      <div className="check-head">
        {outcome === null ? (
          <Badge tone={endedAt === null ? 'warn' : 'plain'}>
            {t({ id: endedAt === null ? 'satisfaction.toAsk' : 'satisfaction.withdrawn' })}
          </Badge>
        ) : (
          <OutcomeBadge outcome={outcome} />
        )}
        <span>
          {endedAt === null
            ? t(
                { id: 'satisfaction.between' },
                {
                  from: dayAndTime(nextFrom ?? check.from, now, words),
                  until: dayAndTime(check.until, now, words),
                },
              )
            : dayAndTime(endedAt, now, words)}
        </span>
        {mayAsk && taskId && (
          <Button
            small
            icon={<PhoneOutgoing size={14} aria-hidden />}
            onPress={() => go.satisfactionCall(taskId)}
          >
            {t({ id: 'satisfaction.ask' })}
          </Button>
        )}
      </div>
      <Asker check={check} />
      {outcome !== null && outcome !== 'notReached' && <Answers check={check} />}
      {check.comment !== '' && <p className="check-comment">{check.comment}</p>}
      {attempts.length > 0 && outcome !== 'satisfied' && (
        <ol className="check-attempts">
          {attempts.map(({ at, byName, note }) => (
            <li key={at}>{[dayAndTime(at, now, words), byName, note].filter(Boolean).join(' · ')}</li>
          ))}
        </ol>
      )}
    </li>
  );
}

function Asker({ check }: { readonly check: CheckView }) {
  const { t } = useWords();
  const { askerName, byHandler, endedAt, attempts, attemptsAllowed } = check;
  const last = attempts.at(-1)?.byName ?? askerName;
  return (
    <p className="check-asker">
      {last === '' ? (
        <Badge tone="warn" icon={<UserX size={14} aria-hidden />}>
          {t({ id: 'satisfaction.nobody' })}
        </Badge>
      ) : (
        t({ id: 'satisfaction.by' }, { name: last })
      )}
      {byHandler && <Badge tone="warn">{t({ id: 'satisfaction.byHandler' })}</Badge>}
      {endedAt === null && attempts.length > 0 && (
        <span>{t({ id: 'satisfaction.attempts' }, { made: attempts.length, allowed: attemptsAllowed })}</span>
      )}
    </p>
  );
}

function Answers({ check }: { readonly check: CheckView }) {
  const { t } = useWords();
  return (
    <dl className="check-answers">
      {questions.map((question) => (
        <div key={question}>
          <dt>{t(questionWords[question])}</dt>
          <dd>
            {check.answers[question] === null
              ? t({ id: 'satisfaction.notAnswered' })
              : t({ id: 'satisfaction.ofFive' }, { mark: check.answers[question] })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
