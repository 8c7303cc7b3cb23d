/** Clocks of a case, the arithmetic behind a deadline, and who sees to a breach (SPEC CLOCK). */
export const clockCommands = [] as const;
export const clockQueries = [] as const;
