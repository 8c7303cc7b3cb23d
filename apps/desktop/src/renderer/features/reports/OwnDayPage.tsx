import type { AgentReport } from '@ringside/shared/protocol/report';
import { agentReport } from '@ringside/shared/protocol/report';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { serverNow } from '@ringside/ui/ticker';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import type { AgentFigure } from '../../wording/figure-wording.ts';
import { agentFigure, explained } from '../../wording/figure-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { BehindFigure } from './CallsBehind.tsx';
import { CallsBehind } from './CallsBehind.tsx';
import { behindAgentFigure } from './report-words.ts';
import './Report.css';

/** What was achieved first; how long it took comes last (P17). */
const inOrder: readonly AgentFigure[] = [
  'resolved',
  'promises',
  'pleased',
  'handled',
  'missed',
  'utilisation',
  'handleTime',
];

/** REP-4: an agent's own day on their own screen, with the calls behind each number. */
export function OwnDayPage() {
  const { t, timeZone } = useWords();
  const agentId = useDesk((s) => s.desk?.me.agentId ?? null);
  const date = dayOf(serverNow(), timeZone);
  const query = agentId === null ? null : ({ ask: 'report.agents', date, minutes: 60, agentId } as const);
  const answer = useAnswer(query, agentReport);
  const [behind, setBehind] = useState<BehindFigure | null>(null);
  const report = answer.value;
  const mine = report?.agents[0] ?? null;
  return (
    <div className="page">
      <h1>{t({ id: 'myDay.title' })}</h1>
      <Card title={t({ id: 'ownDay.today' })}>
        {answer.problem && <p className="card-none">{t(problemWords[answer.problem])}</p>}
        {answer.isAsking && <Loading label={t({ id: 'common.loading' })} />}
        {report && mine && (
          <Own
            mine={mine}
            onOpen={(title, figure) => {
              const what = behindAgentFigure[figure];
              if (what)
                setBehind({
                  title,
                  behind: what,
                  from: report.from,
                  until: report.until,
                  queueId: null,
                  agentId,
                });
            }}
          />
        )}
      </Card>
      {behind && <CallsBehind key={behind.behind} figure={behind} onClose={() => setBehind(null)} />}
      <p className="report-note">{t({ id: 'ownDay.note' })}</p>
    </div>
  );
}

interface OwnProps {
  readonly mine: AgentReport['agents'][number];
  readonly onOpen: (title: string, figure: AgentFigure) => void;
}

function Own({ mine, onOpen }: OwnProps) {
  const words = useWords();
  const figures = useMemo(() => {
    const { day: counts, times, promisesKept, promisesDue } = mine;
    return inOrder.map((id) => ({
      id,
      figure: agentFigure(id, { counts, times, promisesKept, promisesDue }, words),
    }));
  }, [mine, words]);
  return (
    <dl className="own-day">
      {figures.map(({ id, figure }) => (
        <div key={id}>
          <dt>{figure.name}</dt>
          <dd>
            {behindAgentFigure[id] === null || figure.exact === null ? (
              <b>{figure.value}</b>
            ) : (
              <button type="button" className="link" onClick={() => onOpen(figure.name, id)}>
                <b>{figure.value}</b>
              </button>
            )}
          </dd>
          <dd className="own-day-formula">{explained(figure).split('\n').slice(1).join(' ')}</dd>
        </div>
      ))}
    </dl>
  );
}
