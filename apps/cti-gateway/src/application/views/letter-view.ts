import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import { attachmentLimits } from '@ringside/shared/model/letter';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type {
  AttachmentView,
  FilesOfCase,
  LettersOfCase,
  LetterView,
} from '@ringside/shared/protocol/letters';
import type { Attachment, Letter } from '../../domain/letter/letter.ts';
import { nameFits } from '../../domain/letter/media-type.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import type { Parts } from '../parts.ts';

export async function lettersOfCase(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
): Promise<Result<LettersOfCase, 'unknownCase'>> {
  const { store, mail } = parts;
  const one = await store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const [letters, customer, may] = await Promise.all([
    store.lettersOfCase(caseId),
    one.customerId === null ? null : store.customer(one.customerId),
    caseToDo(parts, agentId, caseId, 'letter'),
  ]);
  return ok({
    letters: letters.map((letter) => letterView(parts, letter)),
    mayWrite: may.ok,
    mailReady: mail !== null,
    customer: customer && {
      name: customer.name.written,
      language: customer.language,
      email: customer.email,
      address: customer.address,
    },
  });
}

function letterView(
  parts: Parts,
  { caseId: _case, queuedAt: _queued, writtenBy, ...letter }: Letter,
): LetterView {
  return { ...letter, attachmentIds: [...letter.attachmentIds], writtenByName: nameOf(parts, writtenBy) };
}

export async function filesOfCase(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
): Promise<Result<FilesOfCase, 'unknownCase'>> {
  if ((await parts.store.case(caseId)) === null) return refuse('unknownCase');
  const files = await parts.store.attachmentsOfCase(caseId);
  const { bytes, perCase } = attachmentLimits;
  return ok({
    files: files.map((file) => attachmentView(parts, file)),
    mayAttach: (await caseToDo(parts, agentId, caseId, 'attach')).ok,
    limits: { bytes, perCase },
  });
}

function attachmentView(parts: Parts, file: Attachment): AttachmentView {
  const { attachmentId, name, mediaType, bytes, addedAt, removedAt, version } = file;
  return {
    attachmentId,
    name,
    mediaType,
    bytes,
    nameFits: nameFits(name, mediaType),
    addedByName: nameOf(parts, file.addedBy),
    addedAt,
    removedByName: file.removedAt === null ? null : nameOf(parts, file.removedBy),
    removedAt,
    version,
  };
}

const nameOf = ({ floor }: Parts, agentId: AgentId | null): string =>
  agentId === null ? '' : (floor.agents.get(agentId)?.agent.name ?? '');
