/** What an agent is told while a complaint is taken down (SPEC CASE). */
export const intakeCommands = [] as const;
export const intakeQueries = [] as const;
