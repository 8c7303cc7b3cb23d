import { refuse } from '@ringside/shared/model/result';
import { movedCase } from '../../domain/case/changed-case.ts';
import { escalationOf, moveFaults, unmet } from '../../domain/case/moves.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import { factsOf } from './case-at-hand.ts';
import { missing } from './missing.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';
import { tellingThoseAbove } from './tell-those-above.ts';

/** STAGE-3: along an arrow, when everything holds; the first condition that does not is named. */
export const moveCase = (
  parts: Parts,
  asker: Asker,
  seen: Seen & { readonly to: string; readonly note: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, null, async ({ one, workflow, stage }) => {
    if (workflow === null) return refuse(problem('notPossibleNow'));
    const faults = moveFaults(
      workflow,
      { from: one.stage, to: seen.to },
      await factsOf(parts, workflow, one),
    );
    if (faults === 'noWay') return refuse(problem('notPossibleNow'));
    if (faults.length > 0) return missing(faults);
    const became = movedCase(one, workflow, seen.to, parts.clock.now());
    const up = { from: stage, to: stageOf(workflow, seen.to), why: seen.note };
    return tellingThoseAbove(parts, asker, one, up, (along) =>
      saveCase(parts, asker, one, became, { what: 'moved', text: seen.note, along }),
    );
  });

/** STAGE-6: above its handler, whatever leaving its stage asks for; what coming in asks for must hold. */
export const escalateCase = (
  parts: Parts,
  asker: Asker,
  seen: Seen & { readonly why: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, null, async ({ one, workflow, stage }) => {
    const above = workflow === null ? null : escalationOf(workflow);
    if (workflow === null || above === null || one.closedAt !== null || above.stage === one.stage)
      return refuse(problem('notPossibleNow'));
    const faults = unmet(above.entry, await factsOf(parts, workflow, one));
    if (faults.length > 0) return missing(faults);
    const became = movedCase(one, workflow, above.stage, parts.clock.now());
    const up = { from: stage, to: above, why: seen.why };
    return tellingThoseAbove(parts, asker, one, up, (along) =>
      saveCase(parts, asker, one, became, { what: 'escalated', text: seen.why, along }),
    );
  });
