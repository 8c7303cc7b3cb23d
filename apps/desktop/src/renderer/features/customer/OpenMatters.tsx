import type { CustomerFile } from '@ringside/shared/protocol/customer';
import type { CaseView, PromiseView } from '@ringside/shared/protocol/case';
import { Card } from '@ringside/ui/Card';
import { Button } from '@ringside/ui/Button';
import { StateShape } from '@ringside/ui/StateShape';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { Check } from 'lucide-react';
import { useCallback } from 'react';
import { useCommand } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { stageName, useReference } from '../../reference.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

/** What is open with this customer, promises first: each with what is left of its time. */
export function OpenMatters({ file }: { readonly file: CustomerFile }) {
  const { t } = useWords();
  const promised = new Set(file.promises.map((promise) => promise.caseId));
  const cases = file.openCases.filter((open) => !promised.has(open.caseId));
  if (file.promises.length === 0 && cases.length === 0) return null;
  return (
    <Card title={t({ id: 'open.title' })}>
      <ul className="matters">
        {file.promises.map((promise) => (
          <PromiseRow
            key={promise.promiseId}
            promise={promise}
            of={file.openCases.find((c) => c.caseId === promise.caseId)}
          />
        ))}
        {cases.map((open) => (
          <CaseRow key={open.caseId} open={open} />
        ))}
      </ul>
    </Card>
  );
}

function PromiseRow({ promise, of }: { readonly promise: PromiseView; readonly of: CaseView | undefined }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const go = useGo();
  const left = useCallback((now: number) => timeLeft(promise.dueAt, now, words), [promise.dueAt, words]);
  const isLate = promise.dueAt < serverNow();
  return (
    <li className={isLate ? 'matter matter-late' : 'matter'}>
      <StateShape state={isLate ? 'breach' : 'ringing'} />
      <div className="matter-words">
        <strong className="rs-clip">{t({ id: 'open.promise' }, { what: promise.what })}</strong>
        <span className="rs-clip rs-muted">
          {[
            of && `${of.reference} ${of.title}`,
            promise.ownerName,
            dayAndTime(promise.dueAt, serverNow(), words),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Ticking text={left} className="matter-left" />
      {of && (
        <Button small look="quiet" onPress={() => go.case(of.caseId)}>
          {of.reference}
        </Button>
      )}
      <Button
        small
        icon={<Check size={14} aria-hidden />}
        onPress={() => void tell({ do: 'promise.kept', promiseId: promise.promiseId })}
      >
        {t({ id: 'open.kept' })}
      </Button>
    </li>
  );
}

function CaseRow({ open }: { readonly open: CaseView }) {
  const words = useWords();
  const reference = useReference();
  const go = useGo();
  return (
    <li className="matter">
      <StateShape state="offline" />
      <div className="matter-words">
        <strong className="rs-clip">
          {open.reference} {open.title}
        </strong>
        <span className="rs-clip rs-muted">
          {[
            stageName(open, reference, words),
            open.ownerName,
            dayAndTime(open.openedAt, serverNow(), words),
          ].join(' · ')}
        </span>
      </div>
      <Button small look="quiet" onPress={() => go.case(open.caseId)}>
        {words.t({ id: 'open.look' })}
      </Button>
    </li>
  );
}
