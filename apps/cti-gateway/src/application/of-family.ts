import type { Command, Query } from '@ringside/shared/protocol/up';

/** Whether a command belongs to a family, by the word before its dot: "compensation.grant". */
export const isCommandOf = <Family extends string>(
  family: Family,
  command: Command,
): command is Extract<Command, { readonly do: `${Family}.${string}` }> => command.do.startsWith(`${family}.`);

export const isQueryOf = <Family extends string>(
  family: Family,
  query: Query,
): query is Extract<Query, { readonly ask: `${Family}.${string}` }> => query.ask.startsWith(`${family}.`);
