import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import { asOneLine, asProse } from '@ringside/shared/model/merge-text';
import { isMailAddress } from '../../domain/letter/mail-address.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Change } from '../../ports/store.ts';
import type { NoticeParts } from './attempt-notice.ts';
import { noticeDeadline } from './notice-deadline.ts';

/** What a colleague is to be told by e-mail. */
export interface NoticeToSend {
  /** what makes it the same notice when it is decided once more: it goes out once for a key */
  readonly key: string;
  readonly to: AgentId;
  readonly address: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** the text of an iCalendar to go along */
  readonly calendar: string | null;
  /** later than this it is not sent any more */
  readonly usefulUntil: Instant;
}

/**
 * NOTICE-1: the changes that queue it, for the commit of what it tells. None where this notice was queued before, or where
 * no mail server is set up: nothing is hoarded that would go out weeks later.
 */
export async function noticeTo(parts: NoticeParts, told: NoticeToSend): Promise<readonly Change[]> {
  const { mail, secrets, store, clock, deadlines } = parts;
  if (mail === null) return [];
  const { key, to: toAgentId, subject, text, ...rest } = told;
  const noticeId = asId<'notice'>(secrets.sha256Hex(`notice ${key} ${toAgentId}`).slice(0, 32));
  if ((await store.notice(noticeId)) !== null) return [];
  const now = clock.now();
  const queued: Notice = {
    ...rest,
    noticeId,
    toAgentId,
    subject: asOneLine(subject),
    text: asProse(text),
    state: 'queued',
    queuedAt: now,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: now,
    trouble: null,
    version: 1,
  };
  if (isMailAddress(told.address))
    return [{ put: 'notice', notice: queued }, ...deadlines.with(noticeDeadline(noticeId, now))];
  const trouble = 'It is not an e-mail address';
  return [{ put: 'notice', notice: { ...queued, state: 'failed', nextAttemptAt: null, trouble } }];
}
