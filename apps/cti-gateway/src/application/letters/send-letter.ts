import { hasHole } from '@ringside/shared/model/merge-text';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import { isMailAddress } from '../../domain/letter/mail-address.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import { caseEntry } from '../case/case-entry.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Change } from '../../ports/store.ts';
import { customerHasLetter } from './customer-has-letter.ts';
import type { LetterAtHand, SeenLetter } from './letter-at-hand.ts';
import { letterToDo, touchLetters } from './letter-at-hand.ts';
import { letterDeadline, letterKey } from './letter-deadline.ts';
import type { LetterRefusal } from './letter-refusal.ts';

type Done = Result<void, LetterRefusal>;

/** LETTER-6: a letter is queued with the deadline at which it is handed over, in one commit. */
export const sendLetter = (parts: Parts, asker: Asker, seen: SeenLetter): Promise<Done> =>
  queue(parts, asker, seen, 'send');

/** LETTER-7: what failed is tried anew; what may have arrived is sent again with the same Message-ID. */
export const retryLetter = (parts: Parts, asker: Asker, seen: SeenLetter): Promise<Done> =>
  queue(parts, asker, seen, 'retry');

async function queue(parts: Parts, asker: Asker, seen: SeenLetter, act: 'send' | 'retry'): Promise<Done> {
  const hand = await letterToDo(parts, asker.agentId, seen, act);
  if (!hand.ok) return hand;
  const { letter } = hand.value;
  const faulty = parts.mail === null ? 'mailNotSetUp' : faultIn(letter, 'email');
  if (faulty !== null) return refuse(faulty);
  const now = parts.clock.now();
  const queued: Letter = {
    ...letter,
    state: 'queued',
    attempts: 0,
    queuedAt: now,
    nextAttemptAt: now,
    version: letter.version + 1,
  };
  return keep(
    parts,
    asker,
    hand.value,
    queued,
    'letterWritten',
    parts.deadlines.with(letterDeadline(letter.letterId, now)),
  );
}

/** LETTER-8 */
export async function printLetter(parts: Parts, asker: Asker, seen: SeenLetter): Promise<Done> {
  const hand = await letterToDo(parts, asker.agentId, seen, 'print');
  if (!hand.ok) return hand;
  const { letter } = hand.value;
  const faulty = faultIn(letter, 'print');
  if (faulty !== null) return refuse(faulty);
  const printed: Letter = {
    ...letter,
    state: 'printed',
    sentAt: parts.clock.now(),
    version: letter.version + 1,
  };
  return customerHasLetter(parts, asker, printed, [], 'letterPrinted');
}

/** LETTER-7: a person found out that it has arrived. */
export async function letterArrived(parts: Parts, asker: Asker, seen: SeenLetter): Promise<Done> {
  const hand = await letterToDo(parts, asker.agentId, seen, 'arrived');
  if (!hand.ok) return hand;
  const { letter } = hand.value;
  const sent: Letter = {
    ...letter,
    state: 'sent',
    sentAt: parts.clock.now(),
    trouble: null,
    version: letter.version + 1,
  };
  return customerHasLetter(parts, asker, sent, [], 'letterSent');
}

/** A letter that will not be sent stays on the case, as discarded. */
export async function discardLetter(parts: Parts, asker: Asker, seen: SeenLetter): Promise<Done> {
  const hand = await letterToDo(parts, asker.agentId, seen, 'discard');
  if (!hand.ok) return hand;
  const { letter } = hand.value;
  const discarded: Letter = {
    ...letter,
    state: 'discarded',
    nextAttemptAt: null,
    version: letter.version + 1,
  };
  return keep(
    parts,
    asker,
    hand.value,
    discarded,
    'letterDiscarded',
    parts.deadlines.without(letterKey(letter.letterId)),
  );
}

async function keep(
  parts: Parts,
  asker: Asker,
  { one }: LetterAtHand,
  letter: Letter,
  what: CaseHappening,
  along: readonly Change[],
): Promise<Done> {
  const entry = caseEntry(parts, asker, { of: one, what, text: letter.subject });
  const written = await parts.journal.write({
    changes: [{ put: 'letter', letter }, ...along, entry],
    after: () => touchLetters(parts, one),
  });
  return written.ok ? ok(undefined) : refuse('changedMeanwhile');
}

/** LETTER-3: nothing goes out with a hole, without a text, or to nobody. */
function faultIn(letter: Letter, channel: Letter['channel']): LetterRefusal | null {
  const { subject, body, to } = letter;
  if (letter.channel !== channel) return 'notPossibleNow';
  if (subject.trim() === '' || body.trim() === '') return 'letterIsEmpty';
  if (hasHole(subject) || hasHole(body) || hasHole(to)) return 'letterHasHoles';
  if (channel === 'email' && !isMailAddress(to)) return 'wrongAddress';
  return null;
}
