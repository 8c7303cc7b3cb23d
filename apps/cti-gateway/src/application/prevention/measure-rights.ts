import type { AgentId } from '@ringside/shared/model/ids';
import type { MeasureAct, Prevention } from '../../domain/prevention/prevention.ts';
import { actsOf } from '../../domain/prevention/prevention.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** PREV-3, PREV-7: who made it, whose it is and those in charge work on it; whether it worked those in charge alone say. */
export function actsFor(parts: Parts, agentId: AgentId, measure: Prevention): readonly MeasureAct[] {
  const inCharge = isInCharge(parts, agentId);
  const isTheirs = inCharge || measure.ownerId === agentId || measure.madeBy === agentId;
  return actsOf(measure).filter((act) => (act === 'verify' ? inCharge : isTheirs));
}
