import type { CaseId } from '@ringside/shared/model/ids';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import { managerRequestView } from '@ringside/shared/protocol/manager';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Loading } from '@ringside/ui/EmptyState';
import { serverNow } from '@ringside/ui/ticker';
import { Hand } from 'lucide-react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import { managerOutcomeWords, managerStateWords } from '../../wording/manager-request-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import './manager.css';

const requestsOfCase = z.array(managerRequestView);

/** Who asked for a manager in this case, who took it, and what came of it. */
export function ManagerPanel({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useWords();
  const { value, problem } = useAnswer({ ask: 'manager.ofCase', caseId }, requestsOfCase, caseId);
  if (problem !== null && value === null) return <p className="card-none">{t(problemWords[problem])}</p>;
  if (value === null) return <Loading label={t({ id: 'common.loading' })} lines={2} />;
  if (value.length === 0) return <p className="card-none">{t({ id: 'manager.noneOfCase' })}</p>;
  return (
    <ul className="manager-of-case">
      {value.toReversed().map((request) => (
        <OneRequest key={request.requestId} request={request} />
      ))}
    </ul>
  );
}

function OneRequest({ request }: { readonly request: ManagerRequestView }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { requestId, version, acts, reason, askedAt, askedByName, takenByName, state, outcome } = request;
  const said = [request.note, request.outcomeNote].filter((text) => text !== '');
  return (
    <li>
      <div className="manager-row">
        <Badge tone={state === 'closed' || state === 'taken' ? 'plain' : 'warn'}>
          {outcome === null ? t(managerStateWords[state]) : t(managerOutcomeWords[outcome])}
        </Badge>
        {reason !== null && <span>{t(managerReasonWords[reason])}</span>}
        {acts.includes('take') && (
          <Button
            small
            icon={<Hand size={14} aria-hidden />}
            onPress={() => void tell({ do: 'manager.take', requestId, version })}
          >
            {t({ id: 'manager.take' })}
          </Button>
        )}
      </div>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {request.promise !== null && <p>{t({ id: 'manager.promised' }, { what: request.promise.what })}</p>}
      <span className="rs-muted">
        {[askedByName, takenByName, dayAndTime(askedAt, serverNow(), words)].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
