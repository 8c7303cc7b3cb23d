import type { AgentId } from '@ringside/shared/model/ids';
import type { CasePreventionView, EffectView, MeasureView } from '@ringside/shared/protocol/prevention';
import type { Case } from '../../domain/case/case.ts';
import type { Effect } from '../../domain/prevention/effect.ts';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import { stateOf } from '../../domain/prevention/prevention.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { atHand } from '../case/case-at-hand.ts';
import { mayDo } from '../../domain/case/case-rights.ts';
import { actsFor } from './measure-rights.ts';

export async function measureViews(
  parts: Parts,
  agentId: AgentId,
  measures: readonly Prevention[],
): Promise<MeasureView[]> {
  return Promise.all(
    measures.map(async (measure) => {
      const one = measure.caseId === null ? null : await parts.store.case(measure.caseId);
      return measureView(parts, agentId, measure, one?.reference ?? null);
    }),
  );
}

function measureView(
  parts: Parts,
  agentId: AgentId,
  measure: Prevention,
  caseReference: string | null,
): MeasureView {
  const { preventionId, causeId, caseId, what, ownerId, dueAt, madeAt, doneAt, verifyAt, note, version } =
    measure;
  return {
    ...{ preventionId, causeId, caseId, caseReference, what, ownerId, dueAt, madeAt, doneAt, verifyAt },
    ownerName: agentName(parts.floor, ownerId),
    madeByName: agentName(parts.floor, measure.madeBy),
    state: stateOf(measure),
    effect: measure.effect === null ? null : effectView(measure.effect),
    note,
    acts: [...actsFor(parts, agentId, measure)],
    version,
  };
}

export const effectView = (effect: Effect): EffectView => ({
  ...effect,
  before: { ...effect.before },
  after: { ...effect.after },
});

/** PREV-12: why it happened and what is done about it, as it stands on the case. */
export async function casePrevention(parts: Parts, agentId: AgentId, one: Case): Promise<CasePreventionView> {
  const hand = atHand(parts, agentId, one);
  return {
    caseId: one.caseId,
    version: one.version,
    cause: one.cause === null ? null : { ...one.cause, whys: [...one.cause.whys] },
    preventionNeeded: one.preventionNeeded,
    mayName: mayDo(hand.person, one, hand.stage, 'cause'),
    measures: await measureViews(parts, agentId, await parts.store.preventionsOfCase(one.caseId)),
  };
}
