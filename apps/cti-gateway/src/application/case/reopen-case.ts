import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Case } from '../../domain/case/case.ts';
import { reopenedCase } from '../../domain/case/changed-case.ts';
import { unmet } from '../../domain/case/moves.ts';
import { reopenUntil } from '../../domain/case/reopening.ts';
import { stageFacts } from '../../domain/case/stage-facts.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import { belongingsOf } from './case-at-hand.ts';
import { missing } from './missing.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';

/** STAGE-7: within the days of its workflow; a case that was nobody's becomes whoever's who reopens it. */
export const reopenCase = (
  parts: Parts,
  asker: Asker,
  seen: Seen & { readonly why: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'reopen', async (hand) => {
    const reopened = await reopenedNow(parts, hand, hand.one.ownerId ?? asker.agentId);
    if (!reopened.ok) return reopened;
    return saveCase(parts, asker, hand.one, reopened.value, { what: 'reopened', text: seen.why });
  });

/** The case as it stands once it is reopened, where it may be. */
export async function reopenedNow(
  parts: Parts,
  { one, workflow }: Pick<CaseAtHand, 'one' | 'workflow'>,
  ownerId: AgentId | null,
): Promise<Result<Case, Problem>> {
  const until = reopenUntil({ one, workflow });
  const again = workflow === null || workflow.reopen === null ? null : stageOf(workflow, workflow.reopen.to);
  if (workflow === null || again === null || until === null) return refuse(problem('notPossibleNow'));
  const now = parts.clock.now();
  if (now > until) return refuse(problem('reopeningIsOver'));
  const became: Case = { ...reopenedCase(one, workflow, again.stage, now), ownerId };
  const faults = unmet(again.entry, stageFacts(workflow, became, await belongingsOf(parts, one)));
  return faults.length > 0 ? missing(faults) : ok(became);
}
