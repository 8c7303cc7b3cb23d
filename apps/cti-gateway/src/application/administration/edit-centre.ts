import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { CentreDocument, Json } from '../../domain/centre/centre-document.ts';
import {
  centreSections,
  idKeys,
  isGroup,
  itemOf,
  withItem,
  withoutItem,
} from '../../domain/centre/centre-document.ts';
import type { CentreRevision, RevisionOrigin } from '../../domain/centre/centre-revision.ts';
import type { AdminRefusal, CentreEdit } from '../../ports/administration.ts';
import type { CentreReader } from '../../ports/centre-reader.ts';

export interface EditedDocument {
  readonly document: unknown;
  readonly origin: RevisionOrigin;
}

/** The document after an edit, not yet checked. Pure but for the revision that undoing goes back to. */
export function edited(
  now: CentreDocument,
  edit: CentreEdit,
  reader: Pick<CentreReader, 'fromYaml'>,
  earlier: CentreRevision | null,
): Result<EditedDocument, AdminRefusal> {
  switch (edit.edit) {
    case 'document':
      return ok({ document: edit.document, origin: 'edit' });
    case 'import': {
      const parsed = reader.fromYaml(edit.yaml);
      return parsed.ok
        ? ok({ document: parsed.value, origin: 'import' })
        : refuse({ problem: 'faults', faults: parsed.refusal });
    }
    case 'general':
      return ok({ document: { ...now, ...withoutSections(edit.settings) }, origin: 'edit' });
    case 'section':
      return ok({ document: { ...now, [edit.section]: edit.items }, origin: 'edit' });
    case 'item': {
      const item = isGroup(edit.item as Json)
        ? { ...(edit.item as object), [idKeys[edit.section]]: edit.id }
        : edit.item;
      return ok({ document: withItem(now, edit.section, edit.id, item as Json), origin: 'edit' });
    }
    case 'remove':
      return itemOf(now, edit.section, edit.id) === null
        ? refuse({ problem: 'unknown' })
        : ok({ document: withoutItem(now, edit.section, edit.id), origin: 'edit' });
    case 'undo':
      return earlier === null
        ? refuse({ problem: 'unknown' })
        : ok({ document: earlier.document, origin: 'undo' });
    case 'emergency': {
      const hotline = itemOf(now, 'hotlines', edit.hotlineId);
      if (!isGroup(hotline ?? undefined)) return refuse({ problem: 'unknown' });
      const changed = { ...(hotline as CentreDocument), emergency: edit.emergency };
      return ok({ document: withItem(now, 'hotlines', edit.hotlineId, changed), origin: 'emergency' });
    }
    default:
      return unreachable(edit);
  }
}

const withoutSections = (settings: CentreDocument): CentreDocument =>
  Object.fromEntries(
    Object.entries(settings).filter(([key]) => !(centreSections as readonly string[]).includes(key)),
  );

/** What an edit touches: two people who change different things don't get into each other's way (ADMIN-5). */
export function touchedBy(edit: CentreEdit, document: CentreDocument): Json | undefined {
  switch (edit.edit) {
    case 'item':
    case 'remove':
      return itemOf(document, edit.section, edit.id);
    case 'section':
      return document[edit.section];
    case 'general':
      return withoutSections(document);
    case 'emergency':
      return null;
    case 'document':
    case 'import':
    case 'undo':
      return document;
    default:
      return unreachable(edit);
  }
}
