import { ok, refuse } from '@ringside/shared/model/result';
import type { CentreDocument } from '../../domain/centre/centre-document.ts';
import type { CentreRevision } from '../../domain/centre/centre-revision.ts';
import { differences } from '../../domain/centre/document-diff.ts';
import type { Asked, RevisionTold } from '../../ports/administration.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

const onePage = 20;

/** ADMIN-1: what was changed when and by whom, newest first. */
export async function tellRevisions(
  parts: Parts,
  before: number | null,
): Promise<{ readonly revisions: readonly RevisionTold[]; readonly more: boolean }> {
  const found = await parts.store.centreRevisions(before ?? Number.MAX_SAFE_INTEGER, onePage + 1);
  const revisions = found.slice(0, onePage).map((one, i) => told(parts, one, found[i + 1] ?? null));
  return { revisions, more: found.length > onePage };
}

export async function tellRevision(
  parts: Parts,
  number: number,
): Asked<RevisionTold & { readonly document: CentreDocument }> {
  const revision = await parts.store.centreRevision(number);
  if (revision === null) return refuse({ problem: 'unknown' });
  const earlier = await parts.store.centreRevision(number - 1);
  return ok({ ...told(parts, revision, earlier), document: revision.document });
}

function told({ floor }: Parts, one: CentreRevision, earlier: CentreRevision | null): RevisionTold {
  const { revision, at, who, origin, comment, document } = one;
  return {
    revision,
    at,
    who: who === null ? null : agentName(floor, who),
    origin,
    comment,
    // the first says nothing by listing everything
    differences: earlier === null ? [] : differences(earlier.document, document),
  };
}
