import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import { caseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Explained } from '@ringside/ui/Hint';
import { Timeline } from '@ringside/ui/Timeline';
import { serverNow } from '@ringside/ui/ticker';
import { Check, FileWarning, MessageSquareWarning, Phone, User } from 'lucide-react';
import { useAnswer, useCommand } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { stageName, useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { caseTypeWords, feelingWords, severityWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import type { CasePanel } from './case-panel.ts';
import { historyLine } from './history-wording.ts';
import { priorityExplained } from '../../wording/priority-wording.ts';
import './CasePage.css';

interface CasePageProps {
  readonly caseId: CaseId;
  readonly panels: readonly CasePanel[];
}

export function CasePage({ caseId, panels }: CasePageProps) {
  const { t } = useWords();
  const file = useAnswer({ ask: 'case.file', caseId }, caseFile, caseId);
  if (file.value) return <File file={file.value} panels={panels} />;
  if (!file.problem) return <Loading label={t({ id: 'common.loading' })} lines={8} />;
  return (
    <EmptyState
      icon={<FileWarning size={28} aria-hidden />}
      title={t({ id: 'case.notLoaded' })}
      action={<Button onPress={file.again}>{t({ id: 'common.tryAgain' })}</Button>}
    >
      {t(problemWords[file.problem])}
    </EmptyState>
  );
}

function File({ file, panels }: { readonly file: CaseFile; readonly panels: readonly CasePanel[] }) {
  const words = useWords();
  const { t, language } = words;
  const go = useGo();
  const tell = useCommand();
  const reference = useReference();
  const { categories } = reference;
  const open = file.case;
  const now = serverNow();
  const facts: [string, string][] = [
    [t({ id: 'case.type' }), t(caseTypeWords[open.type])],
    [t({ id: 'case.stage' }), stageName(open, reference, words)],
    [t({ id: 'case.severity' }), t(severityWords[open.severity])],
    [
      t({ id: 'case.category' }),
      nameOf(categories, (item) => item.category === open.category, open.category, language),
    ],
    [t({ id: 'case.owner' }), open.ownerName],
    [t({ id: 'case.opened' }), dayAndTime(open.openedAt, now, words)],
    [t({ id: 'case.remedyWanted' }), file.remedyWanted],
    [t({ id: 'case.feeling' }), file.feeling ? t(feelingWords[file.feeling]) : ''],
    [t({ id: 'case.apology' }), file.apologyGiven ? t({ id: 'common.yes' }) : t({ id: 'common.no' })],
    [t({ id: 'case.commitment' }), file.commitment],
  ];
  return (
    <div className="page">
      <header className="case-head">
        <div>
          <h1>
            {open.reference} {open.title}
          </h1>
          <Explained text={priorityExplained(open.priority, words)}>
            {t({ id: 'case.priority' }, { score: open.priority.score })}
          </Explained>
        </div>
        {open.customerId && (
          <Button
            icon={<User size={16} aria-hidden />}
            onPress={() => open.customerId && go.customer(open.customerId)}
          >
            {open.customerName}
          </Button>
        )}
      </header>
      <Panels of={panels.filter(({ place }) => place === 'head')} caseId={open.caseId} />
      <div className="case-columns">
        <div className="case-main">
          <Card title={t({ id: 'case.whatHappened' })}>
            <p className="case-story">{file.whatHappened}</p>
            <dl className="case-facts">
              {facts
                .filter(([, value]) => value !== '')
                .map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </Card>
          {open.promise && (
            <Card
              title={t({ id: 'case.promise' })}
              aside={
                open.promise.keptAt === null && (
                  <Button
                    small
                    icon={<Check size={14} aria-hidden />}
                    onPress={() =>
                      open.promise && void tell({ do: 'promise.kept', promiseId: open.promise.promiseId })
                    }
                  >
                    {t({ id: 'open.kept' })}
                  </Button>
                )
              }
            >
              <p className="case-story">
                {open.promise.what} · {dayAndTime(open.promise.dueAt, now, words)} · {open.promise.ownerName}
              </p>
            </Card>
          )}
          <Card title={t({ id: 'case.history' })}>
            <Timeline
              label={t({ id: 'case.history' })}
              lines={[
                ...file.history.map((line, nth) => ({
                  id: `history ${nth}`,
                  at: line.at,
                  icon: <MessageSquareWarning aria-hidden />,
                  words: historyLine(line.what, line.detail, words),
                  aside: line.who,
                })),
                ...file.calls.map((call) => ({
                  id: `call ${call.callId}`,
                  at: call.at,
                  icon: <Phone aria-hidden />,
                  words: t({ id: 'case.call' }),
                  aside: call.agentName,
                })),
              ]
                .sort((a, b) => b.at - a.at)
                .map((line) => ({
                  ...line,
                  dateTime: new Date(line.at).toISOString(),
                  when: dayAndTime(line.at, now, words),
                }))}
            />
          </Card>
          {file.tasks.length > 0 && (
            <Card title={t({ id: 'tasks.title' })}>
              <ul className="case-tasks">
                {file.tasks.map((task) => (
                  <li key={task.taskId}>
                    {task.title} · {dayAndTime(task.dueAt, now, words)}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <aside className="case-side">
          <Panels of={panels.filter(({ place }) => place === 'side')} caseId={open.caseId} />
        </aside>
      </div>
    </div>
  );
}

function Panels({ of, caseId }: { readonly of: readonly CasePanel[]; readonly caseId: CaseId }) {
  const { t } = useWords();
  return of.map(({ id, title, place, component: Content }) =>
    place === 'head' ? (
      <Content key={id} caseId={caseId} />
    ) : (
      <Card key={id} title={t(title)}>
        <Content caseId={caseId} />
      </Card>
    ),
  );
}
