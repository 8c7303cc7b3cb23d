import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import { Badge, TierBadge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { StateShape } from '@ringside/ui/StateShape';
import { serverNow } from '@ringside/ui/ticker';
import { Check, Hand, PencilLine, PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import { managerStateWords, managerWayWords } from '../../wording/manager-request-wording.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { NoteForm } from './NoteForm.tsx';
import { PhoneLink } from './PhoneLink.tsx';

interface RequestCardProps {
  readonly request: ManagerRequestView;
  /** somebody's call that is over waits for its note */
  readonly opensNote: boolean;
  readonly onKept: () => void;
}

/** One thing to see to: who, why, by when, and what can be done about it in one press. */
export function RequestCard({ request, opensNote, onKept }: RequestCardProps) {
  const words = useWords();
  const { t } = words;
  const [note, setNote] = useState<boolean | null>(null);
  const isNoting = note ?? opensNote;
  const due = request.promise?.dueAt ?? request.callBackBy;
  const now = serverNow();
  const isLate = due !== null && due <= now;
  return (
    <article className="manager-request" aria-label={nameOf(request, t({ id: 'manager.unknown' }))}>
      <header>
        <StateShape state={isLate ? 'breach' : request.state === 'taken' ? 'ringing' : 'offline'} />
        <Who request={request} />
        {due !== null && (
          <span className={isLate ? 'manager-due late' : 'manager-due'}>
            {t({ id: isLate ? 'manager.late' : 'manager.due' }, { time: dayAndTime(due, now, words) })}
          </span>
        )}
      </header>
      <Why request={request} />
      <div className="manager-row">
        <Acts request={request} onKept={onKept} />
        {request.acts.includes('note') && (
          <Button
            small
            icon={<PencilLine size={14} aria-hidden />}
            onPress={() => setNote(!isNoting)}
            aria-expanded={isNoting}
          >
            {t({ id: 'manager.note' })}
          </Button>
        )}
        {request.state === 'taken' && <PhoneLink requestId={request.requestId} />}
      </div>
      {isNoting && request.acts.includes('note') && <NoteForm request={request} />}
    </article>
  );
}

const nameOf = ({ customerName, number }: ManagerRequestView, unknown: string): string =>
  customerName || number || unknown;

function Who({ request }: { readonly request: ManagerRequestView }) {
  const { t } = useWords();
  const { region } = useReference();
  const go = useGo();
  const { customerId, customerName, tier, number, caseId, caseReference, state } = request;
  return (
    <div className="manager-who">
      {customerId === null ? (
        <strong>{number === null ? t({ id: 'manager.unknown' }) : displayNumber(number, region)}</strong>
      ) : (
        <button type="button" className="link" onClick={() => go.customer(customerId)}>
          {customerName}
        </button>
      )}
      {tier !== null && <TierBadge tier={tier}>{t(tierWords[tier])}</TierBadge>}
      {state !== 'closed' && (
        <Badge tone={state === 'missed' ? 'warn' : 'plain'}>{t(managerStateWords[state])}</Badge>
      )}
      {caseId !== null && (
        <button type="button" className="link" onClick={() => go.case(caseId)}>
          {caseReference}
        </button>
      )}
    </div>
  );
}

function Why({ request }: { readonly request: ManagerRequestView }) {
  const words = useWords();
  const { t } = words;
  const { promise, reason, note, way, askedByName, askedAt, outcomeNote } = request;
  const asked = [askedByName || t(managerWayWords[way]), dayAndTime(askedAt, serverNow(), words)].join(' · ');
  return (
    <div className="manager-why">
      {promise !== null && <strong>{t({ id: 'manager.promised' }, { what: promise.what })}</strong>}
      {reason !== null && <span>{t(managerReasonWords[reason])}</span>}
      {(note || outcomeNote) && <p>{outcomeNote || note}</p>}
      <span className="rs-muted">{asked}</span>
    </div>
  );
}

/** One press: takes it and is rung, calls, or says that a promise is kept. */
function Acts({ request, onKept }: Pick<RequestCardProps, 'request' | 'onKept'>) {
  const { t } = useWords();
  const tell = useCommand();
  const { takeCalls } = useMay();
  const { requestId, version, number, customerId, promise, acts, state } = request;
  const taskId = promise?.taskId ?? request.taskId;
  const keep = async () => {
    if (promise === null) return;
    const kept = await tell({ do: 'promise.kept', promiseId: promise.promiseId });
    if (kept.ok && promise.taskId !== null)
      await tell({ do: 'task.finish', taskId: promise.taskId, how: 'done', note: '' });
    if (kept.ok) onKept();
  };
  return (
    <>
      {acts.includes('take') && (
        <Button
          small
          look="primary"
          icon={<Hand size={14} aria-hidden />}
          onPress={() => void tell({ do: 'manager.take', requestId, version })}
        >
          {t({ id: 'manager.take' })}
        </Button>
      )}
      {number !== null && takeCalls && (state === 'taken' || state === 'closed') && (
        <Button
          small
          icon={<PhoneOutgoing size={14} aria-hidden />}
          onPress={() => void tell({ do: 'call.dial', number, customerId, taskId })}
        >
          {t({ id: 'manager.call' })}
        </Button>
      )}
      {state === 'closed' && promise !== null && promise.keptAt === null && (
        <Button small icon={<Check size={14} aria-hidden />} onPress={() => void keep()}>
          {t({ id: 'manager.kept' })}
        </Button>
      )}
    </>
  );
}
