import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import { givenCase } from '../../domain/case/changed-case.ts';
import type { Change } from '../../ports/store.ts';
import { tellReceiver } from '../case/give-case.ts';
import { saveCase } from '../case/save-case.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';

/** The case is somebody's from now on, or (null) its team's again. Refused where it was changed after it was read. */
export async function giveCase(
  parts: Parts,
  asker: Asker,
  one: Case,
  ownerId: AgentId | null,
  along: readonly Change[] = [],
): Promise<Result<Case, 'changedMeanwhile'>> {
  const became = ownerId === null ? { ...one, ownerId } : givenTo(parts, one, ownerId);
  const what = ownerId === asker.agentId ? 'taken' : 'assigned';
  const text = ownerId === null ? '' : agentName(parts.floor, ownerId);
  const saved = await saveCase(parts, asker, one, became, { what, text, along });
  if (!saved.ok) return refuse('changedMeanwhile');
  tellReceiver(parts, asker, became, '');
  return ok(became);
}

/** Somebody of no team leaves it to the team it came from. */
function givenTo({ floor }: Parts, one: Case, agentId: AgentId): Case {
  const person = floor.agents.get(agentId)?.agent ?? null;
  const given = givenCase(one, { to: 'agent', agentId }, person);
  return { ...given, familyId: given.familyId ?? one.familyId };
}
