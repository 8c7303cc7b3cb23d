/** What people do to a case that is there: move it, change it, assign it, write on it (SPEC CASE, FLOW). */
export const caseWorkCommands = [] as const;
export const caseWorkQueries = [] as const;
