/** Satisfaction checks, causes, measures and the figures behind them (SPEC CHECK, PREV). */
export const preventionCommands = [] as const;
export const preventionQueries = [] as const;
