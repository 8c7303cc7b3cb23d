import type { TaskNoticeReason } from '@ringside/shared/model/task-notice';
import { Button, IconButton } from '@ringside/ui/Button';
import type { NoticeTone } from '@ringside/ui/Notice';
import { Notice } from '@ringside/ui/Notice';
import { AlarmClock, Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCommand } from '../../asking.ts';
import type { TaskNotice } from '../../desk.ts';
import { putAway, useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { useServices } from '../../services.tsx';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { SnoozeTask } from './SnoozeTask.tsx';
import { noticeWords } from './task-wording.ts';

const none: readonly TaskNotice[] = [];
/** More would push the work off the screen; the next one comes when one was dealt with. */
const mostShown = 3;

const tones: Record<TaskNoticeReason, NoticeTone> = {
  reminder: 'info',
  given: 'info',
  begins: 'info',
  late: 'warn',
  lateForLong: 'warn',
  notTaken: 'warn',
};

/** TASK-10, TASK-11: shown without taking the focus until it is dealt with, and told by the system where another window is in front. */
export function TaskNotices() {
  const notices = useDesk((s) => s.desk?.taskNotices) ?? none;
  useToldBySystem(notices.at(-1) ?? null);
  return notices.slice(0, mostShown).map((notice) => <OneNotice key={notice.task.taskId} {...notice} />);
}

function OneNotice({ why, task, at }: TaskNotice) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const go = useGo();
  const me = useDesk((s) => s.desk?.me.agentId ?? null);
  const [isSnoozing, setSnoozing] = useState(false);
  const { taskId, caseId } = task;
  const isMine = task.ownerId === me;
  const open = (): void => (caseId === null ? go.page('/tasks') : go.case(caseId));
  return (
    <Notice
      tone={tones[why]}
      role="status"
      title={task.title}
      action={
        <span className="row-actions">
          <Button small look="quiet" onPress={open}>
            {t({ id: 'taskNotice.open' })}
          </Button>
          {isMine && why !== 'given' && (
            <>
              <Button small icon={<AlarmClock size={14} aria-hidden />} onPress={() => setSnoozing(true)}>
                {t({ id: 'task.snooze' })}
              </Button>
              <Button
                small
                icon={<Check size={14} aria-hidden />}
                onPress={() => void tell({ do: 'task.finish', taskId, how: 'done', note: '' })}
              >
                {t({ id: 'tasks.done' })}
              </Button>
            </>
          )}
          <IconButton
            small
            label={t({ id: 'common.close' })}
            icon={<X size={16} aria-hidden />}
            onPress={() => putAway(task)}
          />
        </span>
      }
    >
      {t(noticeWords[why], { owner: task.ownerName, time: clockTime(at, words) })}
      {task.customerName !== '' && ` · ${task.customerName}`}
      {isSnoozing && <SnoozeTask tasks={[task]} onClose={() => setSnoozing(false)} />}
    </Notice>
  );
}

function useToldBySystem(last: TaskNotice | null): void {
  const words = useWords();
  const { platform } = useServices();
  const why = last?.why ?? null;
  const title = last?.task.title ?? '';
  const body =
    last === null
      ? ''
      : words.t(noticeWords[last.why], { owner: last.task.ownerName, time: clockTime(last.at, words) });
  useEffect(() => {
    if (why === null) return undefined;
    platform.remind({ title, body });
    return () => platform.remind(null);
  }, [platform, why, title, body]);
}
