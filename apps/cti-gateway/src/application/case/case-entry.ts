import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { NoteKind } from '@ringside/shared/model/case-stage';
import { asId } from '@ringside/shared/model/ids';
import { caseDiff } from '../../domain/case/case-diff.ts';
import type { Case, CaseEntry } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';

interface Happened {
  /** whose history: the case before */
  readonly of: Case;
  /** the case after, where it changed: the fields that differ are told */
  readonly became?: Case;
  readonly what: CaseHappening;
  readonly text?: string;
  readonly note?: NoteKind;
}

/**
 * CASE-7: the line of a case's history that goes into the same commit as what it tells of. `by` is null where the
 * gateway itself does it, as when a clock runs out.
 */
export function caseEntry(parts: Parts, by: Asker | null, happened: Happened): Change {
  const { of, became, what, text = '', note = null } = happened;
  const entry: CaseEntry = {
    entryId: by === null ? parts.ids.next() : asId(idMadeBy(parts.secrets, by, kindOf(happened))),
    caseId: of.caseId,
    at: parts.clock.now(),
    who: by?.agentId ?? null,
    what,
    text,
    note,
    changes: became === undefined ? [] : caseDiff(of, became),
  };
  return { put: 'caseEntry', entry };
}

/** Whether this entry was written by this very command; a command that is repeated after a restart finds its own. */
export const isEntryOf = ({ secrets }: Parts, by: Asker, { entryId, ...entry }: CaseEntry): boolean =>
  idMadeBy(secrets, by, kindOf({ ...entry, of: entry })) === entryId;

/** One command may tell two things of one case, and the same word of two cases. */
const kindOf = ({
  of,
  what,
  text = '',
}: Pick<Happened, 'what' | 'text'> & { readonly of: Pick<Case, 'caseId'> }): string =>
  `caseEntry ${of.caseId} ${what} ${text}`;
