/** What is given to make good, and who approves it (SPEC COMP). */
export const compensationCommands = [] as const;
export const compensationQueries = [] as const;
