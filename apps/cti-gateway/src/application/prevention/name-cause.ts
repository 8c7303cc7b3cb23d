import type { CaseId, CauseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { Case, CaseCause } from '../../domain/case/case.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';

export interface CauseNamed {
  readonly caseId: CaseId;
  readonly version: number;
  readonly causeId: CauseId;
  readonly whys: readonly string[];
  readonly note: string;
}

export type CauseRefusal =
  | 'unknownCase'
  | 'unknownCause'
  | 'notAllowed'
  | 'notPossibleNow'
  | 'changedMeanwhile';

/** PREV-1: why it happened. A cause that is out of use can be kept, but not chosen. */
export async function nameCause(
  parts: Parts,
  asker: Asker,
  { caseId, version, causeId, whys, note }: CauseNamed,
): Promise<Result<void, CauseRefusal>> {
  const hand = await caseToDo(parts, asker.agentId, caseId, 'cause');
  if (!hand.ok) return hand;
  const { one } = hand.value;
  const cause: CaseCause = { causeId, whys, note };
  const known = parts.centre.causes.find((item) => item.causeId === causeId);
  if (known === undefined || (!known.active && one.cause?.causeId !== causeId)) return refuse('unknownCause');
  return keep(parts, asker, one, { version, what: 'causeNamed', became: { ...one, cause } });
}

/** PREV-2: whether something must be done about it. */
export async function decidePrevention(
  parts: Parts,
  asker: Asker,
  {
    caseId,
    version,
    needed,
  }: { readonly caseId: CaseId; readonly version: number; readonly needed: boolean },
): Promise<Result<void, CauseRefusal>> {
  const hand = await caseToDo(parts, asker.agentId, caseId, 'cause');
  if (!hand.ok) return hand;
  const { one } = hand.value;
  const became = { ...one, preventionNeeded: needed };
  return keep(parts, asker, one, { version, what: 'preventionDecided', became });
}

interface Kept {
  readonly version: number;
  readonly what: CaseHappening;
  readonly became: Case;
}

async function keep(
  parts: Parts,
  asker: Asker,
  one: Case,
  { version, what, became }: Kept,
): Promise<Result<void, CauseRefusal>> {
  // the command came again: it is as it was to be
  if (JSON.stringify(became) === JSON.stringify(one)) return ok(undefined);
  if (one.version !== version) return refuse('changedMeanwhile');
  const after: Case = { ...became, version: version + 1 };
  const entry = caseEntry(parts, asker, { of: one, became: after, what });
  const written = await parts.journal.write({ changes: [{ put: 'case', case: after }, entry] });
  if (!written.ok) return refuse('changedMeanwhile');
  await touchCase(parts, after);
  return ok(undefined);
}
