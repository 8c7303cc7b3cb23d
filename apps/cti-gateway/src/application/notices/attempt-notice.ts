import type { NoticeId } from '@ringside/shared/model/ids';
import type { MailOutcome } from '../../domain/letter/after-attempt.ts';
import { afterAttempt } from '../../domain/letter/after-attempt.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { OutgoingFile } from '../../ports/mail.ts';
import type { Change } from '../../ports/store.ts';
import { messageIdOf } from '../outgoing-mail/message-id.ts';
import type { Parts } from '../parts.ts';
import { noticeDeadline, noticeKey } from './notice-deadline.ts';

/** What of the whole a notice needs. */
export type NoticeParts = Pick<
  Parts,
  | 'store'
  | 'mail'
  | 'journal'
  | 'deadlines'
  | 'clock'
  | 'secrets'
  | 'settings'
  | 'centre'
  | 'counters'
  | 'outbox'
  | 'log'
>;

export function noticeIsDue(parts: NoticeParts, noticeId: NoticeId): void {
  parts.outbox
    .take(noticeId, (cutOff) => attempt(parts, noticeId, cutOff))
    .catch((cause: unknown) =>
      parts.log.error('a notice could not be looked at', { noticeId, cause: String(cause) }),
    );
}

/** NOTICE-2: as with letters, `sending` is written first, and one that is found in that state may have arrived. */
async function attempt(parts: NoticeParts, noticeId: NoticeId, cutOff: AbortSignal): Promise<void> {
  const notice = await parts.store.notice(noticeId);
  if (notice?.state === 'sending') {
    await keepOutcome(parts, notice, { is: 'unsure', said: 'The gateway stopped while it was being sent' });
  } else if (notice?.state === 'queued') await handOver(parts, notice, cutOff);
  else await parts.journal.write({ changes: [...parts.deadlines.without(noticeKey(noticeId))] });
}

async function handOver(parts: NoticeParts, queued: Notice, cutOff: AbortSignal): Promise<void> {
  const sending: Notice = {
    ...queued,
    state: 'sending',
    attempts: queued.attempts + 1,
    nextAttemptAt: null,
    version: queued.version + 1,
  };
  if (queued.usefulUntil <= parts.clock.now())
    return keepOutcome(parts, queued, { is: 'refused', said: queued.trouble ?? 'It came too late' });
  const written = await parts.journal.write({ changes: [{ put: 'notice', notice: sending }] });
  if (!written.ok) return;
  const outcome = await send(parts, sending, cutOff);
  parts.counters.count(`notices.${outcome.is}`);
  await keepOutcome(parts, sending, outcome);
}

async function send(parts: NoticeParts, notice: Notice, cutOff: AbortSignal): Promise<MailOutcome> {
  const { mail, centre } = parts;
  if (mail === null) return { is: 'notNow', said: 'No mail server is set up' };
  const { noticeId, address, language, subject, text, calendar } = notice;
  return mail.send(
    {
      messageId: messageIdOf(parts, `notice ${noticeId}`),
      fromName: centre.name[language],
      to: address,
      subject,
      text,
      language,
      files: calendar === null ? [] : [calendarFile(calendar)],
    },
    cutOff,
  );
}

/** RFC 6047 §2.4: a calendar to be taken over, which asks for no answer. */
const calendarFile = (calendar: string): OutgoingFile => ({
  name: 'calendar.ics',
  mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
  async *read() {
    yield new TextEncoder().encode(calendar);
  },
});

async function keepOutcome(parts: NoticeParts, notice: Notice, outcome: MailOutcome): Promise<void> {
  const after = afterAttempt(notice, outcome, parts.clock.now(), notice.usefulUntil - notice.queuedAt);
  // it may hold the secret of a link (LINK-6)
  const next = after.nextAttemptAt === null ? { ...after, text: '' } : after;
  await parts.journal.write({ changes: [{ put: 'notice', notice: next }, ...deadlineOf(parts, next)] });
}

const deadlineOf = ({ deadlines }: NoticeParts, { noticeId, nextAttemptAt }: Notice): readonly Change[] =>
  nextAttemptAt === null
    ? deadlines.without(noticeKey(noticeId))
    : deadlines.with(noticeDeadline(noticeId, nextAttemptAt));
