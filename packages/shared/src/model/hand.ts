/** Why an agent raises a hand: an upset caller, something only others may decide, something they can't answer, the system, else. */
export const handReasons = ['upsetCaller', 'needsDecision', 'needsAnswer', 'technical', 'other'] as const;
export type HandReason = (typeof handReasons)[number];
