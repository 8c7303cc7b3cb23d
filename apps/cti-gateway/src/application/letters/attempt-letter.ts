import type { LetterId } from '@ringside/shared/model/ids';
import type { MailOutcome } from '../../domain/letter/after-attempt.ts';
import { afterAttempt } from '../../domain/letter/after-attempt.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { OutgoingMail } from '../../ports/mail.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { messageIdOf } from '../outgoing-mail/message-id.ts';
import type { Parts } from '../parts.ts';
import { customerHasLetter } from './customer-has-letter.ts';
import { touchLetters } from './letter-at-hand.ts';
import { letterDeadline, letterKey } from './letter-deadline.ts';

export function letterIsDue(parts: Parts, letterId: LetterId): void {
  parts.outbox
    .take(letterId, (cutOff) => attempt(parts, letterId, cutOff))
    .catch((cause: unknown) =>
      parts.log.error('a letter could not be looked at', { letterId, cause: String(cause) }),
    );
}

/**
 * LETTER-6: `sending` is written before the server hears of the letter. A letter that is found in that state was under
 * way when the gateway stopped: nobody knows whether it arrived, and a person is asked.
 */
async function attempt(parts: Parts, letterId: LetterId, cutOff: AbortSignal): Promise<void> {
  const letter = await parts.store.letter(letterId);
  if (letter?.state === 'sending') {
    await keepOutcome(parts, letter, { is: 'unsure', said: 'The gateway stopped while it was being sent' });
  } else if (letter?.state === 'queued') await handOver(parts, letter, cutOff);
  else await parts.journal.write({ changes: [...parts.deadlines.without(letterKey(letterId))] });
}

async function handOver(parts: Parts, queued: Letter, cutOff: AbortSignal): Promise<void> {
  const sending: Letter = {
    ...queued,
    state: 'sending',
    attempts: queued.attempts + 1,
    nextAttemptAt: null,
    version: queued.version + 1,
  };
  const written = await parts.journal.write({ changes: [{ put: 'letter', letter: sending }] });
  // somebody discarded it in this moment
  if (!written.ok) return attempt(parts, queued.letterId, cutOff);
  const outcome = await send(parts, sending, cutOff);
  parts.counters.count(`letters.${outcome.is}`);
  await keepOutcome(parts, sending, outcome);
}

async function send(parts: Parts, letter: Letter, cutOff: AbortSignal): Promise<MailOutcome> {
  const { mail, centre } = parts;
  if (mail === null) return { is: 'notNow', said: 'No mail server is set up' };
  const files = await filesOf(parts, letter);
  if (files === null) return { is: 'refused', said: 'A file of this letter is no longer there' };
  const { letterId, to, subject, body, language } = letter;
  const messageId = messageIdOf(parts, `letter ${letterId}`);
  const fromName = centre.name[language];
  return mail.send({ messageId, fromName, to, subject, text: body, language, files }, cutOff);
}

async function filesOf({ store, attachments }: Parts, letter: Letter): Promise<OutgoingMail['files'] | null> {
  const found = await Promise.all(letter.attachmentIds.map((id) => store.attachment(id)));
  const sizes = await Promise.all(letter.attachmentIds.map((id) => attachments.size(id)));
  if (found.some((file) => file === null || file.removedAt !== null) || sizes.includes(null)) return null;
  return found
    .filter((file) => file !== null)
    .map(({ attachmentId, name, mediaType }) => ({
      name,
      mediaType,
      read: () => attachments.read(attachmentId),
    }));
}

async function keepOutcome(parts: Parts, letter: Letter, outcome: MailOutcome): Promise<void> {
  const next = afterAttempt(letter, outcome, parts.clock.now(), parts.settings.timings.retryLettersFor);
  const rows = deadlineOf(parts, next);
  if (next.state === 'sent') {
    const told = await customerHasLetter(parts, null, next, rows, 'letterSent');
    // whatever becomes of the case, that the letter has gone out is written
    if (!told.ok) await parts.journal.write({ changes: [{ put: 'letter', letter: next }, ...rows] });
    return;
  }
  const one = await parts.store.case(letter.caseId);
  const tells = next.state === 'failed' ? 'letterFailed' : next.state === 'unsure' ? 'letterUnsure' : null;
  const entry =
    one === null || tells === null
      ? []
      : [caseEntry(parts, null, { of: one, what: tells, text: next.subject })];
  await parts.journal.write({
    changes: [{ put: 'letter', letter: next }, ...rows, ...entry],
    after: () => one && touchLetters(parts, one),
  });
}

const deadlineOf = ({ deadlines }: Parts, { letterId, nextAttemptAt }: Letter): readonly Change[] =>
  nextAttemptAt === null
    ? deadlines.without(letterKey(letterId))
    : deadlines.with(letterDeadline(letterId, nextAttemptAt));
