/** Letters, e-mails and files on a case (SPEC LETTER). */
export const letterCommands = [] as const;
export const letterQueries = [] as const;
