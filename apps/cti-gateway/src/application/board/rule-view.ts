import type { ServiceLevelRuleView } from '@ringside/shared/protocol/board';
import type { Queue } from '../../domain/centre/queue.ts';

/** By which rule a queue's service level is counted, and what it is held to. */
export const ruleView = ({ serviceLevel, guaranteedWait }: Queue): ServiceLevelRuleView => ({
  formula: serviceLevel.formula,
  withinMs: serviceLevel.within,
  shortAbandonMs: serviceLevel.shortAbandon,
  target: serviceLevel.target,
  red: serviceLevel.red,
  guaranteedWaitMs: guaranteedWait,
});
