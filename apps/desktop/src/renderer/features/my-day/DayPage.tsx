import type { DayMatterView } from '@ringside/shared/protocol/task-work';
import { dayView } from '@ringside/shared/protocol/task-work';
import { Button } from '@ringside/ui/Button';
import { Card, Facts } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { StateShape } from '@ringside/ui/StateShape';
import { serverNow } from '@ringside/ui/ticker';
import { CalendarCheck, Phone, Play } from 'lucide-react';
import { useMemo } from 'react';
import { useAnswer, useCommand } from '../../asking.ts';
import { ownWork, useDesk } from '../../desk.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { clockTime, timeLeft } from '../../wording/time-wording.ts';
import { taskKindWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { DayLine } from './day-lines.ts';
import { dayLines } from './day-lines.ts';
import { figuresOfDay } from './MyDay.tsx';
import { useMinute } from './use-minute.ts';
import './MyDay.css';

/** TASK-20: what is to be done until tonight, the most pressing first, and how the day has gone so far. */
export function DayPage() {
  const words = useWords();
  const { t } = words;
  const myDay = useDesk((s) => s.desk?.myDay ?? null);
  const { lines, finished, problem, isAsking } = useDay();
  const start = useStart();
  const keys = useShownKeys('nextThing');
  const [next] = lines ?? [];
  useKey('nextThing', () => next && start(next), next !== undefined);
  return (
    <div className="page">
      <h1>{t({ id: 'day.title' })}</h1>
      {myDay && <Facts facts={figures(myDay, finished, words)} />}
      <Card
        title={t({ id: 'day.todo' })}
        aside={
          next && (
            <Button look="primary" icon={<Play size={14} aria-hidden />} onPress={() => start(next)}>
              {t({ id: 'day.startNext' }, { keys })}
            </Button>
          )
        }
      >
        {problem !== null && (
          <p className="card-none" role="alert">
            {t(problemWords[problem])}
          </p>
        )}
        {isAsking && <Loading label={t({ id: 'common.loading' })} />}
        {lines?.length === 0 && (
          <EmptyState icon={<CalendarCheck size={28} aria-hidden />} title={t({ id: 'day.none' })}>
            {t({ id: 'day.noneWhy' })}
          </EmptyState>
        )}
        {lines && lines.length > 0 && (
          <ol className="day-list" aria-label={t({ id: 'day.todo' })}>
            {lines.map((line) => (
              <li key={line.id}>
                <DayRow line={line} onStart={() => start(line)} />
              </li>
            ))}
          </ol>
        )}
        <p className="day-rule rs-muted">{t({ id: 'day.rule' })}</p>
      </Card>
    </div>
  );
}

function useDay() {
  const answer = useAnswer({ ask: 'task.day' }, dayView, ownWork);
  const minute = useMinute();
  const matters = answer.value?.matters;
  const lines = useMemo(() => (matters ? dayLines(matters, minute) : null), [matters, minute]);
  return { lines, finished: answer.value?.finished ?? 0, problem: answer.problem, isAsking: answer.isAsking };
}

/** One press begins it: a call is dialled, a case is opened, of the rest the customer or the list. */
function useStart(): (line: DayLine) => void {
  const tell = useCommand();
  const go = useGo();
  const { takeCalls } = useMay();
  return ({ call, caseId, customerId }) => {
    if (call !== null && takeCalls) return void tell({ do: 'call.dial', ...call });
    if (caseId !== null) return go.case(caseId);
    return customerId === null ? go.page('/tasks') : go.customer(customerId);
  };
}

function DayRow({ line, onStart }: { readonly line: DayLine; readonly onStart: () => void }) {
  const words = useWords();
  const { t } = words;
  const { takeCalls } = useMay();
  const now = serverNow();
  const isLate = line.dueAt !== null && line.dueAt <= now;
  return (
    <>
      <StateShape state={isLate ? 'breach' : line.matter.is === 'promise' ? 'ringing' : 'offline'} />
      <div className="day-what">
        <strong>{line.title}</strong>
        <span className="rs-muted">{under(line, words)}</span>
      </div>
      <span className={isLate ? 'day-due late' : 'day-due'}>
        {line.dueAt === null
          ? t({ id: 'day.noTime' })
          : `${isLate ? '▲ ' : ''}${clockTime(line.dueAt, words)} · ${timeLeft(line.dueAt, now, words)}`}
      </span>
      <Button
        small
        icon={line.call && takeCalls ? <Phone size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        onPress={onStart}
        aria-label={t({ id: 'day.startOne' }, { title: line.title })}
      >
        {t({ id: 'day.start' })}
      </Button>
    </>
  );
}

function under({ matter, customerName }: DayLine, { t }: Words): string {
  const { tier, priority } = matter;
  return [
    kindOf(matter, t),
    customerName,
    tier === null || tier === 'standard' ? '' : t(tierWords[tier]),
    priority > 0 ? t({ id: 'day.priority' }, { priority }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function kindOf(matter: DayMatterView, t: Words['t']): string {
  switch (matter.is) {
    case 'task':
      return t(taskKindWords[matter.task.kind]);
    case 'promise':
      return t({ id: 'due.promise' });
    case 'case':
      return matter.case.reference;
  }
}

function figures(...[day, finished, words]: [Parameters<typeof figuresOfDay>[0], number, Words]) {
  const { t } = words;
  return [
    {
      id: 'finished',
      name: t({ id: 'day.finished' }),
      value: finished,
      formula: t({ id: 'day.finishedFormula' }),
    },
    ...figuresOfDay(day, words).map(({ name, value, formula }) => ({ id: name, name, value, formula })),
  ];
}
