import type { Agent } from '../domain/agent/agent.ts';
import type { UserParts } from './manage-users.ts';

/** The user an operator named; says so and gives null where there is none. */
export async function knownUser(
  userName: string,
  { store, terminal }: Pick<UserParts, 'store' | 'terminal'>,
): Promise<Agent | null> {
  const found = await store.agentByUserName(userName);
  if (found === null)
    terminal.complain(`There is no user "${userName}". "ringside user list" shows who there is.`);
  return found?.agent ?? null;
}
