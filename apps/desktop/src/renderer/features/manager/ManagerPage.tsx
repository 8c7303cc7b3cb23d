import type { Presence } from '@ringside/shared/model/presence';
import type { ManagerPageView, ManagerRequestView } from '@ringside/shared/protocol/manager';
import { managerPage } from '@ringside/shared/protocol/manager';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { CircleCheckBig, FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { managerWork, useDesk } from '../../desk.ts';
import { useReference } from '../../reference.ts';
import { managerOutcomeWords } from '../../wording/manager-request-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { ReachForm } from './ReachForm.tsx';
import { RequestCard } from './RequestCard.tsx';
import { nowWords } from './manager-words.ts';
import './manager.css';

/** NOTE-6: am I on, how would a call reach me, what have I to see to, and what did I do; below, what other features add. */
export function ManagerPage({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords();
  const presence = useDesk(({ desk }) => (desk === null ? '' : whereTo(desk.presence)));
  const answer = useAnswer({ ask: 'manager.page' }, managerPage, managerWork);
  useAgainWith(presence, answer.again);
  const { value, problem } = answer;
  return (
    <div className="page manager-page">
      <h1>{t({ id: 'manager.title' })}</h1>
      {problem !== null && value === null && (
        <EmptyState icon={<FileWarning size={28} aria-hidden />} title={t(problemWords[problem])}>
          <Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>
        </EmptyState>
      )}
      {value === null && problem === null && <Loading label={t({ id: 'common.loading' })} lines={6} />}
      {value !== null && (
        <>
          <Reach reach={value.reach} onChanged={answer.again} />
          <Open requests={value.open} onKept={answer.again} />
          <Closed requests={value.closed} />
        </>
      )}
      {children}
    </div>
  );
}

const whereTo = (presence: Presence): string =>
  [presence.state, 'next' in presence ? presence.next : null].join(' ');

/** How one is reached follows from presence, which is heard elsewhere. */
function useAgainWith(what: string, again: () => void): void {
  const [known, setKnown] = useState(what);
  if (known === what) return;
  setKnown(what);
  queueMicrotask(again);
}

function Reach({
  reach,
  onChanged,
}: {
  readonly reach: ManagerPageView['reach'];
  readonly onChanged: () => void;
}) {
  const { t } = useWords();
  const [isEditing, setEditing] = useState(false);
  const { is, why } = nowWords[reach.now];
  const done = () => {
    setEditing(false);
    onChanged();
  };
  return (
    <Card
      title={t({ id: 'manager.reachTitle' })}
      aside={
        !isEditing && (
          <Button small look="quiet" onPress={() => setEditing(true)}>
            {t({ id: 'manager.change' })}
          </Button>
        )
      }
    >
      <div className="manager-card">
        <OnDuty />
        <Notice tone={reach.now === 'nowhere' ? 'warn' : 'good'} title={t(is)}>
          {t(why)}
        </Notice>
        {!reach.mail && <p className="rs-muted">{t({ id: 'manager.noMail' })}</p>}
        {isEditing && <ReachForm reach={reach} onDone={done} />}
      </div>
    </Card>
  );
}

function OnDuty() {
  const words = useWords();
  const { t, language } = words;
  const lines = useDesk(({ desk }) => desk?.duty) ?? [];
  const me = useDesk(({ desk }) => desk?.me.agentId ?? null);
  const mine = lines.flatMap(({ name, now }) =>
    now.filter(({ agentId }) => agentId === me).map(({ until }) => ({ name: name[language], until })),
  );
  if (mine.length === 0) return <p>{t({ id: 'manager.notOnDuty' })}</p>;
  return mine.map(({ name, until }) => (
    <p key={name}>
      <strong>
        {t({ id: 'manager.onDuty' }, { rota: name, time: dayAndTime(until, serverNow(), words) })}
      </strong>
    </p>
  ));
}

function Open({
  requests,
  onKept,
}: {
  readonly requests: readonly ManagerRequestView[];
  readonly onKept: () => void;
}) {
  const { t } = useWords();
  const contacts = useDesk(({ desk }) => desk?.contacts) ?? [];
  const live = new Set(contacts.filter(({ state }) => state.is !== 'wrapUp').map(({ callId }) => callId));
  return (
    <Card title={t({ id: 'manager.open' }, { count: requests.length })}>
      {requests.length === 0 ? (
        <EmptyState icon={<CircleCheckBig size={28} aria-hidden />} title={t({ id: 'manager.nothingOpen' })}>
          {t({ id: 'manager.nothingOpenWhy' })}
        </EmptyState>
      ) : (
        <ol className="manager-list">
          {requests.map((request) => (
            <li key={request.requestId}>
              <RequestCard
                request={request}
                onKept={onKept}
                opensNote={request.state === 'taken' && request.callId !== null && !live.has(request.callId)}
              />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Closed({ requests }: { readonly requests: readonly ManagerRequestView[] }) {
  const { t } = useWords();
  const columns = useColumns();
  const title = t({ id: 'manager.closed' });
  return (
    <Card title={title}>
      {requests.length === 0 ? (
        <p className="card-none">{t({ id: 'manager.nothingClosed' })}</p>
      ) : (
        <Table label={title} rows={requests} rowId={({ requestId }) => requestId} columns={columns} />
      )}
    </Card>
  );
}

function useColumns(): Column<ManagerRequestView>[] {
  const words = useWords();
  const { t, language } = words;
  const { categories } = useReference();
  return [
    {
      id: 'when',
      title: t({ id: 'managerReport.when' }),
      cell: ({ askedAt }) => dayAndTime(askedAt, serverNow(), words),
    },
    { id: 'who', title: t({ id: 'calls.who' }), cell: (one) => one.customerName || (one.number ?? '–') },
    {
      id: 'outcome',
      title: t({ id: 'managerReport.outcome' }),
      cell: ({ outcome }) => (outcome === null ? '' : t(managerOutcomeWords[outcome])),
    },
    {
      id: 'about',
      title: t({ id: 'case.category' }),
      cell: ({ category }) =>
        category === null ? '' : nameOf(categories, (one) => one.category === category, category, language),
    },
    { id: 'said', title: t({ id: 'manager.said' }), cell: ({ outcomeNote }) => outcomeNote, isText: true },
    {
      id: 'promise',
      title: t({ id: 'manager.promise' }),
      cell: ({ promise }) => (promise === null ? '' : promise.what),
      isText: true,
    },
  ];
}
