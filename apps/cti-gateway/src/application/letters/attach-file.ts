import type { AgentId, AttachmentId, CaseId } from '@ringside/shared/model/ids';
import { attachmentLimits } from '@ringside/shared/model/letter';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { isInCharge } from '../in-charge.ts';
import type { Attachment } from '../../domain/letter/letter.ts';
import type { MediaType } from '../../domain/letter/media-type.ts';
import { nameFits, safeName, scannedType } from '../../domain/letter/media-type.ts';
import type { ReceivedFile } from '../../ports/attachments.ts';
import type { CaseFileUpload, StoredFile } from '../../ports/desk.ts';
import type { Parts } from '../parts.ts';
import { sessionOf } from '../sessions.ts';
import { audit } from '../sign-in.ts';
import { caseEntry } from '../case/case-entry.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import type { Asker } from '../made-once.ts';
import { touchLetters } from './letter-at-hand.ts';
import type { LetterRefusal } from './letter-refusal.ts';

type Refusal = LetterRefusal | 'notSignedIn' | 'sessionEnded';
type Attached = Result<{ readonly attachmentId: AttachmentId; readonly nameFits: boolean }, Refusal>;

/** LETTER-10: a file is taken when its content is of a kind that is taken; what it is called does not make it so. */
export async function attachFile(parts: Parts, token: string, upload: CaseFileUpload): Promise<Attached> {
  const session = await sessionOf(parts, token);
  if (!session.ok) return session;
  const { agentId } = session.value.agent.agent;
  const may = await mayAttach(parts, agentId, upload.caseId);
  if (!may.ok) return may;
  const received = await parts.attachments.receive(upload.bytes, attachmentLimits.bytes);
  if (received === 'tooLarge') return refuse('attachmentTooLarge');
  // two that come at once would both find room for the last one
  const added = await parts.inTurn(`files ${upload.caseId}`, () => add(parts, agentId, upload, received));
  if (!added.ok) await received.drop();
  return added;
}

async function mayAttach(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
): Promise<Result<void, LetterRefusal>> {
  const hand = await caseToDo(parts, agentId, caseId, 'attach');
  if (!hand.ok) return hand;
  return (await isFull(parts, caseId)) ? refuse('tooManyAttachments') : ok(undefined);
}

const isFull = async ({ store }: Parts, caseId: CaseId): Promise<boolean> =>
  (await store.attachmentsOfCase(caseId)).filter(({ removedAt }) => removedAt === null).length >=
  attachmentLimits.perCase;

async function add(
  parts: Parts,
  agentId: AgentId,
  { caseId, name: called }: CaseFileUpload,
  received: ReceivedFile,
): Promise<Attached> {
  const name = safeName(called, attachmentLimits.nameLength);
  const type = scannedType(received.seen, name);
  if (type === 'active') return refuse('attachmentIsActive');
  if (type === 'unknown') return refuse('attachmentNotTaken');
  // the stage may have changed, or the case been filled, while it was coming in
  const may = await mayAttach(parts, agentId, caseId);
  if (!may.ok) return may;
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const attachment = attachmentOf(parts, agentId, { caseId, name, type, received });
  await received.keepAs(attachment.attachmentId);
  const asker: Asker = { agentId, commandId: attachment.attachmentId };
  const entry = caseEntry(parts, asker, { of: one, what: 'attached', text: name });
  try {
    await parts.journal.write({
      changes: [{ put: 'attachment', attachment }, entry],
      after: () => touchLetters(parts, one),
    });
  } catch (cause) {
    await parts.attachments.remove(attachment.attachmentId);
    throw cause;
  }
  return ok({ attachmentId: attachment.attachmentId, nameFits: nameFits(name, type) });
}

const attachmentOf = (
  { ids, clock }: Parts,
  agentId: AgentId,
  of: {
    readonly caseId: CaseId;
    readonly name: string;
    readonly type: MediaType;
    readonly received: ReceivedFile;
  },
): Attachment => ({
  attachmentId: ids.next<'attachment'>(),
  caseId: of.caseId,
  name: of.name,
  mediaType: of.type,
  bytes: of.received.bytes,
  sha256: of.received.sha256,
  addedBy: agentId,
  addedAt: clock.now(),
  removedBy: null,
  removedAt: null,
  version: 1,
});

/** LETTER-12: a file is read by whoever may read its case; each time is audited. */
export async function openFile(
  parts: Parts,
  token: string,
  asked: { readonly caseId: CaseId; readonly attachmentId: AttachmentId },
): Promise<Result<StoredFile, Refusal>> {
  const session = await sessionOf(parts, token);
  if (!session.ok) return session;
  const { agentId, roles } = session.value.agent.agent;
  if (!roles.some((role) => role !== 'admin')) return refuse('notAllowed');
  const file = await parts.store.attachment(asked.attachmentId);
  if (file === null || file.caseId !== asked.caseId || file.removedAt !== null)
    return refuse('unknownAttachment');
  const { attachmentId, name, mediaType, caseId } = file;
  const size = await parts.attachments.size(attachmentId);
  if (size === null) return refuse('unknownAttachment');
  return ok({
    name,
    mediaType,
    size,
    read: () => parts.attachments.read(attachmentId),
    opened: () => audit(parts, agentId, 'attachmentOpened', attachmentId, { caseId }),
  });
}

/** LETTER-13: the bytes go, the line stays and says who took it off. What went out with a letter stays. */
export async function removeFile(
  parts: Parts,
  asker: Asker,
  seen: { readonly attachmentId: AttachmentId; readonly version: number },
): Promise<Result<void, LetterRefusal>> {
  const { store, journal, attachments, clock } = parts;
  const { agentId } = asker;
  const file = await store.attachment(seen.attachmentId);
  if (file === null) return refuse('unknownAttachment');
  const hand = await caseToDo(parts, agentId, file.caseId, 'attach');
  if (!hand.ok) return hand;
  const { one } = hand.value;
  const isTheirs = file.addedBy === agentId || one.ownerId === agentId || isInCharge(parts, agentId);
  if (!isTheirs) return refuse('notAllowed');
  if (file.removedAt !== null) return ok(undefined);
  if (await isInLetter(parts, file)) return refuse('attachmentInLetter');
  const removed: Attachment = {
    ...file,
    removedBy: agentId,
    removedAt: clock.now(),
    version: seen.version + 1,
  };
  const written = await journal.write({
    changes: [
      { put: 'attachment', attachment: removed },
      caseEntry(parts, asker, { of: one, what: 'attachmentRemoved', text: file.name }),
    ],
    after: () => touchLetters(parts, one),
  });
  if (!written.ok) return refuse('changedMeanwhile');
  await attachments.remove(file.attachmentId);
  return ok(undefined);
}

const isInLetter = async ({ store }: Parts, { caseId, attachmentId }: Attachment): Promise<boolean> =>
  (await store.lettersOfCase(caseId)).some(
    ({ state, attachmentIds }) => state !== 'discarded' && attachmentIds.includes(attachmentId),
  );
