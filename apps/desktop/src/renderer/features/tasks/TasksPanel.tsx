import type { CaseId } from '@ringside/shared/model/ids';
import { caseFile } from '@ringside/shared/protocol/case';
import { taskView } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { Loading } from '@ringside/ui/EmptyState';
import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import type { Subject } from '../../subject.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { taskStateWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { NewTask } from './NewTask.tsx';
import { TaskActions } from './TaskActions.tsx';
import { DueCell, TaskWhat } from './TaskWhat.tsx';
import './TasksPage.css';

const taskViews = z.array(taskView);

/** What is still to be done for a case, and what was. */
export function TasksPanel({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useWords();
  const answer = useAnswer({ ask: 'task.ofCase', caseId }, taskViews, caseId);
  const subject = useSubject(caseId);
  const [isMaking, setMaking] = useState(false);
  const tasks = answer.value;
  if (answer.problem) return <p className="card-none">{t(problemWords[answer.problem])}</p>;
  if (tasks === null) return <Loading label={t({ id: 'common.loading' })} />;
  const open = tasks.filter(({ state }) => state === 'open');
  const inOrder = [...open, ...tasks.filter(({ state }) => state !== 'open')];
  return (
    <div className="case-tasks">
      {tasks.length === 0 && <p className="list-none">{t({ id: 'tasks.noneOfCase' })}</p>}
      <ul>
        {inOrder.map((task) => (
          <li key={task.taskId}>
            <div>
              <TaskWhat task={task} />
              <div className="task-under">
                <DueCell task={task} /> <span className="rs-muted">· {task.ownerName}</span>
              </div>
            </div>
            {task.state === 'open' ? (
              <TaskActions task={task} />
            ) : (
              <span className="rs-muted">{t(taskStateWords[task.state])}</span>
            )}
          </li>
        ))}
      </ul>
      <Button small icon={<ListPlus size={14} aria-hidden />} onPress={() => setMaking(true)}>
        {t({ id: 'tasks.new' })}
      </Button>
      {isMaking && <NewTask of={subject} onClose={() => setMaking(false)} />}
    </div>
  );
}

/** A task that is made here is the case's and its customer's. */
function useSubject(caseId: CaseId): Subject {
  const file = useAnswer({ ask: 'case.file', caseId }, caseFile, caseId).value;
  const customerId = file?.case.customerId ?? null;
  return { callId: null, customerId, caseId, customer: null, number: null };
}
