import type { AgentId, NoticeId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';

export const noticeStates = ['queued', 'sending', 'sent', 'unsure', 'failed'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** An e-mail to a colleague about their own work; it goes the way of letters to customers (NOTICE-1). */
export interface Notice {
  readonly noticeId: NoticeId;
  readonly toAgentId: AgentId;
  readonly address: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** an iCalendar that goes along */
  readonly calendar: string | null;
  /** afterwards it is not sent any more: a reminder of what is over is of no use */
  readonly usefulUntil: Instant;
  readonly state: NoticeState;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  /** what the mail server said last, or why it was not sent */
  readonly trouble: string | null;
  readonly version: number;
}
