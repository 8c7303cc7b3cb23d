import type { PromiseView } from '@ringside/shared/protocol/case';
import type { TaskView } from '@ringside/shared/protocol/task';
import { StateShape } from '@ringside/ui/StateShape';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { useCallback } from 'react';
import { useDesk } from '../../desk.ts';
import { actBy } from '../../due.ts';
import { useGo } from '../../navigation.ts';
import { clockTime, dayOf, timeLeft } from '../../wording/time-wording.ts';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

const mostShown = 6;

/** What is due until tonight and what is late, promises and tasks by their time. */
export function DueToday() {
  const words = useWords();
  const { t, timeZone } = words;
  const go = useGo();
  const tasks = useDesk((s) => s.desk?.tasks);
  const promises = useDesk((s) => s.desk?.promises);
  const today = dayOf(serverNow(), timeZone);
  const isToday = ({ dueAt }: DueLine): boolean => dayOf(dueAt, timeZone) <= today;
  const todo = (tasks ?? [])
    .filter(({ waiting }) => !waiting)
    .map((task) => taskLine(task, t(taskKindWords[task.kind])))
    .filter(isToday);
  // what a task of the same id keeps is to do once; one that was put off keeps nothing today
  const promised = (promises ?? [])
    .map(promiseLine)
    .filter((line) => isToday(line) && !todo.some(({ id }) => id === line.id));
  const due = [...promised, ...todo].sort((a, b) => a.dueAt - b.dueAt);
  return (
    <section aria-label={t({ id: 'due.title' })}>
      <h2>{t({ id: 'due.title' })}</h2>
      {due.length === 0 && <p className="list-none">{t({ id: 'due.none' })}</p>}
      <ul>
        {due.slice(0, mostShown).map((line) => (
          <li key={line.id}>
            <DueRow
              line={line}
              onOpen={() => (line.customerId ? go.customer(line.customerId) : go.page('/tasks'))}
            />
          </li>
        ))}
      </ul>
      {due.length > mostShown && (
        <button type="button" className="list-more" onClick={() => go.page('/tasks')}>
          {t({ id: 'due.more' }, { count: due.length - mostShown })}
        </button>
      )}
    </section>
  );
}

type DueLine = ReturnType<typeof taskLine>;

const taskLine = (task: TaskView, kind: string) => ({
  id: task.taskId as string,
  title: task.title,
  kind,
  dueAt: actBy(task),
  customerId: task.customerId,
  under: task.customerName,
  isPromise: false,
});

const promiseLine = (promise: PromiseView): DueLine => ({
  id: promise.promiseId,
  title: promise.what,
  kind: '',
  dueAt: promise.dueAt,
  customerId: promise.customerId,
  under: '',
  isPromise: true,
});

function DueRow({ line, onOpen }: { readonly line: DueLine; readonly onOpen: () => void }) {
  const words = useWords();
  const left = useCallback((now: number) => timeLeft(line.dueAt, now, words), [line.dueAt, words]);
  const isLate = line.dueAt < serverNow();
  return (
    <button type="button" className={isLate ? 'list-row list-late' : 'list-row'} onClick={onOpen}>
      <StateShape state={isLate ? 'breach' : line.isPromise ? 'ringing' : 'offline'} />
      <span className="list-name">{line.title}</span>
      <span className="list-time">{clockTime(line.dueAt, words)}</span>
      <span className="list-under">
        {[line.isPromise ? words.t({ id: 'due.promise' }) : line.kind, line.under]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <Ticking text={left} />
      </span>
    </button>
  );
}
