/** Follow-up tasks beyond making, changing and finishing one (SPEC TASK). */
export const taskWorkCommands = [] as const;
export const taskWorkQueries = [] as const;
