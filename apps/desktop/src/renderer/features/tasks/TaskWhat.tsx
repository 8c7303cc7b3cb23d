import type { TaskView } from '@ringside/shared/protocol/task';
import { Checkbox } from '@ringside/ui/Field';
import { AlarmClock, Link2, PhoneCall, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { serverNow } from '@ringside/ui/ticker';
import { useCommand } from '../../asking.ts';
import { actBy, isLate } from '../../due.ts';
import { clockTime, dayAndTime, dayOf, timeLeft } from '../../wording/time-wording.ts';
import { taskKindWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { TaskMessage } from './TaskMessage.tsx';
import { repeatWords } from './task-wording.ts';

/** When it is due, and whether that has gone by: by shape, word and colour. */
export function DueCell({ task }: { readonly task: TaskView }) {
  const words = useWords();
  const now = serverNow();
  const at = actBy(task);
  const isOpen = task.state === 'open';
  const late = isLate(task, now);
  return (
    <span className={late ? 'late' : undefined}>
      <span className="task-due">
        {late && '▲ '}
        {dueText(task, now, words)}
        {isOpen && ' · '}
      </span>{' '}
      {isOpen && <span className="rs-muted task-left">{timeLeft(at, now, words)}</span>}
    </span>
  );
}

/** A window within a day says its day once. */
function dueText({ from, ...task }: TaskView, now: number, words: Words): string {
  const at = actBy(task);
  if (from === null || task.snoozed !== null) return dayAndTime(at, now, words);
  const isSameDay = dayOf(from, words.timeZone) === dayOf(at, words.timeZone);
  return `${dayAndTime(from, now, words)}–${isSameDay ? clockTime(at, words) : dayAndTime(at, now, words)}`;
}

/** What is to be done, what has befallen it, its points to tick and the message to hear. */
export function TaskWhat({ task }: { readonly task: TaskView }) {
  const { t } = useWords();
  return (
    <>
      <span className="task-title">
        <span className="rs-muted">{t(taskKindWords[task.kind])}</span> {task.title}
      </span>
      <Marks task={task} />
      <Checklist task={task} />
      {task.recording && (
        <div className="task-message">
          <TaskMessage recording={task.recording} name={task.customerName} />
        </div>
      )}
    </>
  );
}

function Marks({ task }: { readonly task: TaskView }) {
  const words = useWords();
  const marks = marksOf(task, words);
  if (marks.length === 0) return null;
  return (
    <div className="task-marks rs-muted">
      {marks.map(({ id, icon, text }) => (
        <span key={id}>
          {icon} {text}
        </span>
      ))}
    </div>
  );
}

interface Mark {
  readonly id: string;
  readonly icon: ReactNode;
  readonly text: string;
}

function marksOf(task: TaskView, words: Words): readonly Mark[] {
  const { t } = words;
  const now = serverNow();
  const isOpen = task.state === 'open';
  const marks: (Mark | false)[] = [
    isOpen &&
      task.waiting && {
        id: 'after',
        icon: <Link2 size={12} aria-hidden />,
        text: t({ id: 'task.waitsFor' }, { title: task.after?.title ?? '' }),
      },
    task.repeat !== null && {
      id: 'repeat',
      icon: <Repeat size={12} aria-hidden />,
      text: t(repeatWords[task.repeat]),
    },
    isOpen &&
      task.ringsAt !== null &&
      task.ringsAt > now && {
        id: 'rings',
        icon: <PhoneCall size={12} aria-hidden />,
        text: t({ id: 'task.ringsAt' }, { time: dayAndTime(task.ringsAt, now, words) }),
      },
    task.timesPassed > 0 && {
      id: 'passed',
      icon: <PhoneCall size={12} aria-hidden />,
      text: t({ id: 'task.timesPassed' }, { times: task.timesPassed }),
    },
    task.timesSnoozed > 0 && {
      id: 'snoozed',
      icon: <AlarmClock size={12} aria-hidden />,
      text: t({ id: 'task.timesSnoozed' }, { times: task.timesSnoozed, reason: task.snoozed?.reason ?? '' }),
    },
  ];
  return marks.filter((mark) => mark !== false);
}

function Checklist({ task }: { readonly task: TaskView }) {
  const tell = useCommand();
  const { taskId, checklist, state } = task;
  if (checklist.length === 0) return null;
  return (
    <ul className="task-checklist">
      {checklist.map(({ text, done }, item) => (
        <li key={`${item} ${text}`}>
          {state === 'open' ? (
            <Checkbox
              isOn={done}
              onChange={(isOn) => void tell({ do: 'task.tick', taskId, item, text, done: isOn })}
            >
              {text}
            </Checkbox>
          ) : (
            <span>
              {done ? '✓' : '–'} {text}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
