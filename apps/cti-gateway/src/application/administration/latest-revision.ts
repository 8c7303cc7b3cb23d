import { canonicalJson } from '../../domain/centre/centre-document.ts';
import type { CentreDocument } from '../../domain/centre/centre-document.ts';
import type { CentreRevision } from '../../domain/centre/centre-revision.ts';
import type { CentreFault } from '../../ports/centre-reader.ts';
import { changeCentre } from '../change-centre.ts';
import type { Parts } from '../parts.ts';

/** With what a later release added, as it is by default: one that was kept by an earlier release says nothing of it. */
export async function latestRevision({
  store,
  centreReader,
}: Pick<Parts, 'store' | 'centreReader'>): Promise<CentreRevision | null> {
  const [latest] = await store.centreRevisions(Number.MAX_SAFE_INTEGER, 1);
  if (latest === undefined) return null;
  const read = centreReader.read(latest.document);
  return read.ok ? { ...latest, document: read.value.document } : latest;
}

/** ADMIN-4: what the configuration file says, where it says something new; otherwise what was last decided. */
export async function takeUpCentre(parts: Parts, configured: CentreDocument | null): Promise<void> {
  const latest = await latestRevision(parts);
  const fromFile = configured === null ? null : await newFromFile(parts, configured, latest);
  const current = fromFile ?? latest;
  if (current === null) return;
  const read = parts.centreReader.read(current.document);
  if (!read.ok) throw new Error(unreadable(current.revision, read.refusal));
  parts.useCentre(read.value.centre);
  parts.inForce.revision = current.revision;
}

/** ADMIN-13: an operator's command beside the running gateway made a revision; it acts like any other. */
export async function followRevisions(parts: Parts): Promise<void> {
  const latest = await latestRevision(parts);
  if (latest === null || latest.revision <= parts.inForce.revision) return;
  parts.inForce.revision = latest.revision;
  const read = parts.centreReader.read(latest.document);
  if (read.ok) return changeCentre(parts, read.value.centre);
  return parts.log.error('a revision can not be read; the one before stays in force', {
    revision: latest.revision,
    faults: read.refusal.length,
  });
}

async function newFromFile(
  parts: Parts,
  configured: CentreDocument,
  latest: CentreRevision | null,
): Promise<CentreRevision | null> {
  const fileDigest = parts.secrets.sha256Hex(canonicalJson(configured));
  if (latest?.fileDigest === fileDigest) return null;
  const read = parts.centreReader.read(configured);
  if (!read.ok) throw new Error(unreadable(null, read.refusal));
  const revision: CentreRevision = {
    revision: (latest?.revision ?? 0) + 1,
    at: parts.clock.now(),
    who: null,
    origin: 'file',
    comment: '',
    document: read.value.document,
    fileDigest,
  };
  const written = await parts.store.commit([{ put: 'centreRevision', revision }]);
  if (!written.ok)
    throw new Error('The centre was changed by another gateway while this one started. Start it again.');
  parts.log.info('the centre was taken from the configuration file', { revision: revision.revision });
  return revision;
}

function unreadable(revision: number | null, faults: readonly CentreFault[]): string {
  const which =
    revision === null
      ? 'The centre of the configuration file'
      : `The centre as last changed (revision ${revision})`;
  const told = faults.slice(0, 5).map(({ path, why }) => `${path.join('.')}: ${why}`);
  return (
    `${which} can't be read by this release, so no call could be served (${told.join('; ')}). ` +
    'Mend the centre in the configuration file and start again: a changed file counts as the newest revision.'
  );
}
