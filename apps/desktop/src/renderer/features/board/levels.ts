import type { BoardAgent, BoardQueue, ServiceLevelRuleView } from '@ringside/shared/protocol/board';
import type { ServiceLevelFormula } from '@ringside/shared/model/service-level';
import { serviceLevel, shareOf } from '@ringside/shared/model/service-level';

/** How a figure stands: always said with a shape and a word beside the colour. */
export const levels = ['good', 'amber', 'red'] as const;
export type Level = (typeof levels)[number];

/** What somebody set for themselves; null leaves it to the queue's own rule. */
export interface Thresholds {
  readonly waitingAmber: number | null;
  readonly waitingRed: number | null;
  readonly longestAmberSeconds: number | null;
  readonly longestRedSeconds: number | null;
  readonly levelAmberPercent: number | null;
  readonly levelRedPercent: number | null;
}

export const queueRules: Thresholds = {
  waitingAmber: null,
  waitingRed: null,
  longestAmberSeconds: null,
  longestRedSeconds: null,
  levelAmberPercent: null,
  levelRedPercent: null,
};

const over = (value: number, amber: number, red: number): Level =>
  value >= red ? 'red' : value >= amber ? 'amber' : 'good';

/** BOARD-6: amber from T on, red when the guaranteed wait is broken; where none is promised, at three times T. */
export function longestLevel(
  since: number | null,
  now: number,
  { withinMs, guaranteedWaitMs }: ServiceLevelRuleView,
  own: Thresholds,
): Level {
  if (since === null) return 'good';
  const amber = own.longestAmberSeconds === null ? withinMs : own.longestAmberSeconds * 1_000;
  const usualRed = guaranteedWaitMs ?? 3 * withinMs;
  const red = own.longestRedSeconds === null ? usualRed : own.longestRedSeconds * 1_000;
  return over(now - since, Math.min(amber, red), red);
}

/** BOARD-6: amber when more wait than agents are at work for the queue, red at twice as many; nobody at work is red. */
export function waitingLevel({ waiting, states }: BoardQueue, own: Thresholds): Level {
  const { ready = 0, reserved = 0, onCall = 0, wrapUp = 0 } = states;
  const atWork = ready + reserved + onCall + wrapUp;
  if (waiting === 0) return 'good';
  const amber = own.waitingAmber ?? atWork + 1;
  const red = own.waitingRed ?? Math.max(1, 2 * atWork);
  return over(waiting, Math.min(amber, red), red);
}

/** BOARD-6: amber below the queue's target, red below its red line. A queue nobody called is good. */
export function serviceLevelLevel(
  { counts, rule }: Pick<BoardQueue, 'counts' | 'rule'>,
  formula: ServiceLevelFormula | null,
  own: Thresholds,
): Level {
  const share = shareOf(serviceLevel(formula ?? rule.formula, counts));
  if (share === null) return 'good';
  const target = own.levelAmberPercent === null ? rule.target : own.levelAmberPercent / 100;
  const red = own.levelRedPercent === null ? rule.red : own.levelRedPercent / 100;
  if (share < red) return 'red';
  return share < target ? 'amber' : 'good';
}

export const worst = (...all: readonly Level[]): Level =>
  all.includes('red') ? 'red' : all.includes('amber') ? 'amber' : 'good';

export const queueLevel = (
  queue: BoardQueue,
  now: number,
  formula: ServiceLevelFormula | null,
  own: Thresholds,
): Level =>
  worst(
    waitingLevel(queue, own),
    longestLevel(queue.longestSince, now, queue.rule, own),
    serviceLevelLevel(queue, formula, own),
  );

/** BOARD-6: amber in the last minute before a reason's limit, red after it. */
export function reasonLevel(
  { state, since }: Pick<BoardAgent, 'state' | 'since'>,
  now: number,
  limitMs: number | null,
): Level {
  if (state !== 'notReady' || limitMs === null) return 'good';
  return over(now - since, limitMs - 60_000, limitMs);
}
