import type { CaseAct } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { ok, refuse } from '@ringside/shared/model/result';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import { caseToDo, caseToWork } from './case-at-hand.ts';
import type { Done } from './save-case.ts';
import { standsAgainst } from './save-case.ts';

/** The case as a desk saw it. */
export interface Seen {
  readonly caseId: CaseId;
  readonly version: number;
}

/**
 * Does something to a case where this person may, in this stage, on the version they saw. `act` null: what the stage
 * can't forbid, which is moving it on.
 */
export async function actOnCase(
  parts: Parts,
  asker: Asker,
  { caseId, version }: Seen,
  act: CaseAct | null,
  work: (hand: CaseAtHand) => Promise<Done>,
): Promise<Done> {
  const { agentId } = asker;
  const found =
    act === null ? await caseToWork(parts, agentId, caseId) : await caseToDo(parts, agentId, caseId, act);
  const one = found.ok ? found.value.one : await parts.store.case(caseId);
  if (one === null) return refuse(problem('unknownCase'));
  const against = await standsAgainst(parts, asker, one, version);
  if (against === 'done') return ok(null);
  // what changed meanwhile is why they may no longer: that is said first
  if (against !== null) return refuse(against);
  return found.ok ? work(found.value) : refuse(problem(found.refusal));
}
