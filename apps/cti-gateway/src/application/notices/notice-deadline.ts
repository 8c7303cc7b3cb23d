import type { NoticeId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Deadline } from '../../ports/store.ts';

/** A notice to a colleague is to be handed to the mail server. */
export interface NoticeDeadline {
  readonly look: 'notice';
  readonly noticeId: NoticeId;
}

export const noticeKey = (noticeId: NoticeId): string => `notice ${noticeId}`;

export const noticeDeadline = (noticeId: NoticeId, at: Instant): Deadline => ({
  key: noticeKey(noticeId),
  at,
  body: { look: 'notice', noticeId } satisfies NoticeDeadline,
});
