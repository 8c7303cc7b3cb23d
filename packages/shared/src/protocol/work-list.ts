/** The list of work: pages, filters, the next case, many at once, and how the load lies (SPEC WORK). */
export const workCommands = [] as const;
export const workQueries = [] as const;
