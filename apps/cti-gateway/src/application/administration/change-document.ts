import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CentreDocument, CentreSection } from '../../domain/centre/centre-document.ts';
import { centreSections, idOf, isSameJson, itemsOf } from '../../domain/centre/centre-document.ts';
import type { CentreRevision } from '../../domain/centre/centre-revision.ts';
import { differences } from '../../domain/centre/document-diff.ts';
import type {
  AdminRefusal,
  Asked,
  CentreChanged,
  CentreEdit,
  ChangedBy,
  EditTerms,
  PlaceInUse,
} from '../../ports/administration.ts';
import type { CentreFault, ReadCentre } from '../../ports/centre-reader.ts';
import { changeCentre } from '../change-centre.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { edited, touchedBy } from './edit-centre.ts';
import { losesNamedCause } from '../prevention/causes-in-use.ts';
import { latestRevision } from './latest-revision.ts';

/** ADMIN-1 to ADMIN-7: one edit of the centre, checked as a whole, written as a revision, in force at once. */
export function changeDocument(
  parts: Parts,
  who: AgentId,
  edit: CentreEdit,
  terms: EditTerms,
): Asked<CentreChanged> {
  return parts.inTurn('centre', () => changeInTurn(parts, who, edit, terms));
}

async function changeInTurn(
  parts: Parts,
  who: AgentId,
  edit: CentreEdit,
  terms: EditTerms,
): Asked<CentreChanged> {
  const latest = await latestRevision(parts);
  if (latest === null) return refuse({ problem: 'unknown' });
  const conflict = await conflictWith(parts, edit, terms.ifRevision, latest);
  if (conflict !== null) return refuse({ problem: 'changedMeanwhile', by: conflict });
  const earlier = edit.edit === 'undo' ? await parts.store.centreRevision(edit.revision) : null;
  const wanted = edited(latest.document, edit, parts.centreReader, earlier);
  if (!wanted.ok) return wanted;
  const read = readEdited(parts, edit, wanted.value.document);
  if (!read.ok) return read;
  const { document } = read.value;
  if (await losesNamedCause(parts, latest.document, document))
    return refuse({ problem: 'inUse', usedBy: [] });
  const changed = differences(latest.document, document);
  if (changed.length === 0 || terms.dryRun)
    return ok({ revision: latest.revision, document, differences: changed });
  const revision: CentreRevision = {
    revision: latest.revision + 1,
    at: parts.clock.now(),
    who,
    origin: wanted.value.origin,
    comment: terms.comment,
    document,
    fileDigest: latest.fileDigest,
  };
  const written = await write(
    parts,
    revision,
    read.value,
    changed.map(({ path }) => path.join('.')),
  );
  return written.ok ? ok({ revision: revision.revision, document, differences: changed }) : written;
}

function readEdited(
  { centreReader }: Parts,
  edit: CentreEdit,
  document: unknown,
): Result<ReadCentre, AdminRefusal> {
  const read = centreReader.read(document);
  if (read.ok) return read;
  const faults = read.refusal;
  if (edit.edit === 'remove') {
    const usedBy = placesOf(faults, document as CentreDocument);
    if (usedBy.length > 0) return refuse({ problem: 'inUse', usedBy });
  }
  if (edit.edit === 'import')
    return refuse({
      problem: 'faults',
      faults: faults.map((fault) => ({ ...fault, line: centreReader.lineIn(edit.yaml, fault.path) })),
    });
  return refuse({ problem: 'faults', faults: ownFaults(edit, faults, document) });
}

/** Faults of an item's own edit stand from the item's root, where its form is. */
function ownFaults(
  edit: CentreEdit,
  faults: readonly CentreFault[],
  document: unknown,
): readonly CentreFault[] {
  if (edit.edit !== 'item') return faults;
  const index = itemsOf(document as CentreDocument, edit.section).findIndex(
    (item) => idOf(edit.section, item) === edit.id,
  );
  return faults.map((fault) =>
    fault.path[0] === edit.section && fault.path[1] === index
      ? { ...fault, path: fault.path.slice(2) }
      : fault,
  );
}

/** ADMIN-7: the items that would be left with a name that leads nowhere. */
function placesOf(faults: readonly CentreFault[], document: CentreDocument): readonly PlaceInUse[] {
  const places = new Map<string, PlaceInUse>();
  for (const { path } of faults) {
    const [section, index] = path;
    if (typeof index !== 'number' || !isSection(section)) continue;
    const id = idOf(section, itemsOf(document, section)[index]);
    if (id !== null) places.set(`${section} ${id}`, { section, id });
  }
  return [...places.values()];
}

const isSection = (name: string | number | undefined): name is CentreSection =>
  (centreSections as readonly unknown[]).includes(name);

/** ADMIN-5: who changed meanwhile what this edit is about; null: nobody. */
async function conflictWith(
  parts: Parts,
  edit: CentreEdit,
  ifRevision: number | null,
  latest: CentreRevision,
): Promise<ChangedBy | null> {
  if (ifRevision === null || ifRevision === latest.revision) return null;
  const seen = await parts.store.centreRevision(ifRevision);
  if (seen === null) return { name: null, at: null };
  if (isSameJson(touchedBy(edit, seen.document), touchedBy(edit, latest.document))) return null;
  let later = latest;
  for (let number = latest.revision - 1; number >= ifRevision; number -= 1) {
    const one = number === ifRevision ? seen : await parts.store.centreRevision(number);
    if (one === null || !isSameJson(touchedBy(edit, one.document), touchedBy(edit, later.document))) break;
    later = one;
  }
  return { name: later.who === null ? null : agentName(parts.floor, later.who), at: later.at };
}

async function write(
  parts: Parts,
  revision: CentreRevision,
  { centre }: ReadCentre,
  what: readonly string[],
): Promise<Result<void, AdminRefusal>> {
  const { at, who, origin, comment } = revision;
  const written = await parts.journal.write({
    changes: [
      { put: 'centreRevision', revision },
      {
        put: 'audit',
        at,
        who,
        did: `centre.${origin}`,
        to: `revision ${revision.revision}`,
        detail: { comment, what: what.slice(0, 100) },
      },
    ],
    after: () => {
      parts.inForce.revision = revision.revision;
      changeCentre(parts, centre);
    },
  });
  if (written.ok) {
    parts.log.info('the centre was changed', { agentId: who, revision: revision.revision, origin });
    return ok(undefined);
  }
  const newest = await latestRevision(parts);
  const name = newest?.who ? agentName(parts.floor, newest.who) : null;
  return refuse({ problem: 'changedMeanwhile', by: { name, at: newest?.at ?? null } });
}
