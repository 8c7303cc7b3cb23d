import type { AttachmentId, CaseId, LetterId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import type { LetterChannel } from '@ringside/shared/model/letter';
import { mayDoToLetter } from '@ringside/shared/model/letter';
import { asOneLine, asProse } from '@ringside/shared/model/merge-text';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Letter } from '../../domain/letter/letter.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { touchLetters } from './letter-at-hand.ts';
import type { LetterRefusal } from './letter-refusal.ts';

/** What a person wrote. */
export interface LetterText {
  readonly template: string | null;
  readonly language: Language;
  readonly channel: LetterChannel;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachmentIds: readonly AttachmentId[];
}

export interface LetterEdit {
  readonly caseId: CaseId;
  /** the draft it is written over, as it was seen; null: a new letter */
  readonly over: { readonly letterId: LetterId; readonly version: number } | null;
  readonly letter: LetterText;
}

type Written = Result<{ readonly letterId: LetterId; readonly version: number }, LetterRefusal>;

/** LETTER-3: a letter is a draft until somebody sends or prints it; a draft may have holes. */
export async function writeLetter(parts: Parts, asker: Asker, edit: LetterEdit): Promise<Written> {
  const hand = await caseToDo(parts, asker.agentId, edit.caseId, 'letter');
  if (!hand.ok) return hand;
  if (!(await areOnCase(parts, edit.caseId, edit.letter.attachmentIds))) return refuse('unknownAttachment');
  const text = textOf(parts, edit.letter);
  if (text === null) return refuse('unknownTemplate');
  const draft = edit.over === null ? await newDraft(parts, asker, edit.caseId) : await draftAt(parts, edit);
  if (!draft.ok) return draft;
  const letter: Letter = { ...draft.value, ...text, version: draft.value.version + 1 };
  if (edit.over === null && draft.value.version > 0) return ok(draft.value);
  const written = await parts.journal.write({
    changes: [{ put: 'letter', letter }],
    after: () => touchLetters(parts, hand.value.one),
  });
  return written.ok ? ok({ letterId: letter.letterId, version: letter.version }) : refuse('changedMeanwhile');
}

async function areOnCase({ store }: Parts, caseId: CaseId, ids: readonly AttachmentId[]): Promise<boolean> {
  const there = (await store.attachmentsOfCase(caseId)).filter(({ removedAt }) => removedAt === null);
  return ids.every((id) => there.some(({ attachmentId }) => attachmentId === id));
}

/** LETTER-4: cleaned of what could end a header or hide what is written. Null: there is no such template. */
function textOf({ centre }: Parts, written: LetterText): (LetterText & Pick<Letter, 'purpose'>) | null {
  const template = centre.templates.find((item) => item.template === written.template);
  if (written.template !== null && template === undefined) return null;
  return {
    ...written,
    purpose: template?.purpose ?? 'other',
    to: written.channel === 'email' ? asOneLine(written.to) : asProse(written.to).trim(),
    subject: asOneLine(written.subject),
    body: asProse(written.body),
    attachmentIds: [...new Set(written.attachmentIds)],
  };
}

const blank = {
  template: null,
  purpose: 'other',
  language: 'en',
  channel: 'print',
  to: '',
  subject: '',
  body: '',
  attachmentIds: [],
  state: 'draft',
  queuedAt: null,
  sentAt: null,
  attempts: 0,
  nextAttemptAt: null,
  trouble: null,
  version: 0,
} as const;

/** The one that this command made already, where it comes a second time. */
async function newDraft(
  { store, secrets, clock }: Parts,
  asker: Asker,
  caseId: CaseId,
): Promise<Result<Letter, never>> {
  const letterId = idMadeBy(secrets, asker, 'letter');
  const already = await store.letter(letterId);
  return ok(already ?? { ...blank, letterId, caseId, writtenBy: asker.agentId, writtenAt: clock.now() });
}

async function draftAt(
  { store }: Parts,
  { caseId, over }: LetterEdit,
): Promise<Result<Letter, LetterRefusal>> {
  const letter = over === null ? null : await store.letter(over.letterId);
  if (letter === null || letter.caseId !== caseId) return refuse('unknownLetter');
  if (letter.version !== over?.version) return refuse('changedMeanwhile');
  return mayDoToLetter(letter.state, 'change') ? ok(letter) : refuse('notPossibleNow');
}
