import type { TaskKind } from '@ringside/shared/model/case-stage';
import type { TaskView } from '@ringside/shared/protocol/task';
import { taskView } from '@ringside/shared/protocol/task';
import type { TaskPageView } from '@ringside/shared/protocol/task-work';
import { taskPage } from '@ringside/shared/protocol/task-work';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { anyTask, useDesk } from '../../desk.ts';
import { actBy } from '../../due.ts';
import { useServices } from '../../services.tsx';
import { atHour } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

export type ShownTasks = 'mine' | 'team' | 'made' | 'all' | 'finished';
export type DueBy = 'whenever' | 'today' | 'late';

export interface TaskList {
  /** null: not yet known */
  readonly tasks: readonly TaskView[] | null;
  readonly problem: ProblemWord | null;
  readonly isAsking: boolean;
  /** null: there are no more */
  readonly more: (() => void) | null;
}

interface Later {
  readonly of: TaskPageView | null;
  readonly pages: readonly TaskPageView[];
}

const taskViews = z.array(taskView);

/** The tasks of a list by their time. One's own are on the desk; others are asked for, a page at a time. */
export function useTaskList(shown: ShownTasks, due: DueBy, kind: TaskKind | null): TaskList {
  const { timeZone } = useWords();
  const { link } = useServices();
  const own = useDesk((s) => s.desk?.tasks ?? null);
  const until = dueBefore(due, timeZone);
  // in steps of a minute, so that the question stays the same while it is shown
  const asked = until === null ? null : Math.ceil(until / 60_000) * 60_000;
  const isPaged = shown !== 'mine' && shown !== 'finished';
  const finished = useAnswer(
    shown === 'finished' ? { ask: 'task.list', state: 'finished' } : null,
    taskViews,
    anyTask,
  );
  const first = useAnswer(
    isPaged ? { ask: 'task.page', whose: shown, kind, until: asked, after: null } : null,
    taskPage,
    anyTask,
  );
  const [later, setLater] = useState<Later>({ of: null, pages: [] });

  const isOfKind = (task: TaskView) => kind === null || task.kind === kind;
  if (shown === 'mine') {
    const tasks = own?.filter((task) => isOfKind(task) && (until === null || actBy(task) < until)) ?? null;
    return { tasks: tasks && byTime(tasks), problem: null, isAsking: false, more: null };
  }
  if (shown === 'finished')
    return {
      tasks: finished.value?.filter(isOfKind) ?? null,
      problem: finished.problem,
      isAsking: finished.isAsking,
      more: null,
    };
  // pages that followed another first page are gone with it
  const others = later.of === first.value ? later.pages : [];
  const pages = first.value === null ? [] : [first.value, ...others];
  const after = pages.at(-1)?.next ?? null;
  const more = async (): Promise<void> => {
    const reply = await link.query({ ask: 'task.page', whose: shown, kind, until: asked, after }, taskPage);
    if (reply.ok) setLater({ of: first.value, pages: [...others, reply.value] });
  };
  return {
    tasks: first.value === null ? null : byTime(pages.flatMap(({ tasks }) => tasks)),
    problem: first.problem,
    isAsking: first.isAsking,
    more: after === null ? null : () => void more(),
  };
}

function dueBefore(due: DueBy, timeZone: string): number | null {
  if (due === 'whenever') return null;
  return due === 'late' ? serverNow() : atHour(0, 1, serverNow(), timeZone);
}

const byTime = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks.toSorted((a, b) => Number(a.waiting) - Number(b.waiting) || actBy(a) - actBy(b));
