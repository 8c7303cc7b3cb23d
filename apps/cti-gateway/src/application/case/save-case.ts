import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { NoteKind } from '@ringside/shared/model/case-stage';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Case, CaseEntry } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import { clockChanges } from '../clocks/clock-changes.ts';
import { problem } from '../desk-problem.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { checkChanges, showCheckTasks } from '../prevention/check-changes.ts';
import { caseEntry, isEntryOf } from './case-entry.ts';
import { touchCase } from './touch-case.ts';

interface Said {
  readonly what: CaseHappening;
  readonly text?: string;
  readonly note?: NoteKind;
  /** the customer was told something with it (CLOCK-9) */
  readonly told?: boolean;
  /** rows of other tables that change with it */
  readonly along?: readonly Change[];
}

export type Done = Result<null, Problem>;

/** Fields that its priority depends on: it is ranked again as soon as one of them changes. */
const ranked = ['type', 'severity', 'impact', 'urgency', 'legal', 'feeling', 'timesReopened'] as const;

/** CASE-7: the case as it became, its history and what follows for its clocks, in one commit; then desks are shown it. */
export async function saveCase(
  parts: Parts,
  /** null: nobody of ours: the customer has written */
  asker: Asker | null,
  before: Case,
  became: Case,
  { what, text, note, told = false, along = [] }: Said,
): Promise<Done> {
  const rankAgain = ranked.some((field) => before[field] !== became[field]);
  const after: Case = {
    ...became,
    rankAgainAt: rankAgain ? parts.clock.now() : became.rankAgainAt,
    version: before.version + 1,
  };
  const said = { ...(text === undefined ? {} : { text }), ...(note === undefined ? {} : { note }) };
  const checks = await checkChanges(parts, before, after);
  const changes: Change[] = [
    { put: 'case', case: after },
    caseEntry(parts, asker, { of: before, became: after, what, ...said }),
    ...along,
    ...(await clockChanges(parts, before, after, { who: asker?.agentId ?? null, told })),
    ...checks,
  ];
  const written = await parts.journal.write({ changes });
  if (!written.ok) return changedMeanwhile(parts, before);
  await showCheckTasks(parts, checks);
  await touchCase(parts, after);
  return ok(null);
}

/**
 * CASE-8: what stands against doing it on the version that was seen. `done`: this very command was carried out before a
 * restart, and the desk asks again because no answer came.
 */
export async function standsAgainst(
  parts: Parts,
  asker: Asker,
  one: Case,
  version: number,
): Promise<'done' | Problem | null> {
  if (one.version === version) return null;
  const entries = await parts.store.caseEntries(one.caseId);
  if (entries.some((entry) => isEntryOf(parts, asker, entry))) return 'done';
  return refusedBy(parts, entries);
}

async function changedMeanwhile(parts: Parts, { caseId }: Case): Promise<Done> {
  return refuse(refusedBy(parts, await parts.store.caseEntries(caseId)));
}

/** Whoever changed it last is named, so that one can talk to them. */
function refusedBy({ floor }: Parts, entries: readonly CaseEntry[]): Problem {
  const last = entries.findLast(({ changes }) => changes.length > 0);
  const word = problem('changedMeanwhile');
  return last === undefined || last.who === null ? word : { ...word, by: agentName(floor, last.who) };
}
