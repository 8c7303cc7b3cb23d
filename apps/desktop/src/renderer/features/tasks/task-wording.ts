import type { TaskRepeat } from '@ringside/shared/model/case-stage';
import type { TaskNoticeReason } from '@ringside/shared/model/task-notice';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const repeatWords: Record<TaskRepeat, Message> = defineMessages({
  daily: { id: 'taskRepeat.daily' },
  workdays: { id: 'taskRepeat.workdays' },
  weekly: { id: 'taskRepeat.weekly' },
  monthly: { id: 'taskRepeat.monthly' },
});

export const noticeWords: Record<TaskNoticeReason, Message> = defineMessages({
  reminder: { id: 'taskNotice.reminder' },
  late: { id: 'taskNotice.late' },
  lateForLong: { id: 'taskNotice.lateForLong' },
  notTaken: { id: 'taskNotice.notTaken' },
  given: { id: 'taskNotice.given' },
  begins: { id: 'taskNotice.begins' },
});

/** Whose field of the form a refused message names. */
export const fieldWords: Readonly<Record<string, Message>> = defineMessages({
  dueAt: { id: 'task.dueInThePast' },
  from: { id: 'task.windowInverted' },
  remindAt: { id: 'task.reminderTooLate' },
});
