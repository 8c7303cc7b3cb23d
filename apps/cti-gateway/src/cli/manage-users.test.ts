import { beforeEach, expect, test } from 'vitest';
import type { Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { ok } from '@ringside/shared/model/result';
import type { Agent } from '../domain/agent/agent.ts';
import type { Change } from '../ports/store.ts';
import type { UserAction } from './command-line.ts';
import { manageUsers } from './manage-users.ts';

let agents: Map<string, { agent: Agent; passwordHash: string }>;
let audit: string[];
let said: string[];
let complained: string[];
let typed: string[];

beforeEach(() => {
  [agents, audit, said, complained, typed] = [new Map(), [], [], [], []];
});

async function ringside(action: UserAction, secrets: readonly string[] = [], interactive = true) {
  typed = [...secrets];
  return manageUsers(action, {
    now: () => 1_000,
    ids: { next: <Kind extends string>(): Id<Kind> => asId(`agent-${agents.size + 1}`) },
    secrets: { hashPassword: async (password) => `hashed ${password}` },
    terminal: {
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      interactive,
      askSecret: async () => typed.shift() ?? '',
    },
    store: {
      agents: async () => [...agents.values()].map(({ agent }) => agent),
      agentByUserName: async (userName) => agents.get(userName) ?? null,
      commit: async (changes) => {
        changes.forEach(keep);
        return ok(undefined);
      },
    },
  });
}

function keep(change: Change): void {
  if (change.put === 'audit') audit.push(`${change.did} ${change.to}`);
  if (change.put !== 'agent') return;
  const before = agents.get(change.agent.userName)?.passwordHash ?? '';
  agents.set(change.agent.userName, { agent: change.agent, passwordHash: change.passwordHash ?? before });
}

const maya: UserAction = {
  do: 'add',
  userName: 'maya',
  name: 'Maya Chen',
  roles: ['agent'],
  skills: ['service'],
  language: 'en',
};
const password = 'nine lives of a cat';

test('a new user may sign in with the password that was typed twice', async () => {
  expect(await ringside(maya, [password, password])).toBe(0);
  expect(agents.get('maya')).toEqual({
    agent: {
      agentId: 'agent-1',
      userName: 'maya',
      name: 'Maya Chen',
      roles: ['agent'],
      skills: ['service'],
      language: 'en',
      active: true,
    },
    passwordHash: `hashed ${password}`,
  });
  expect(audit).toEqual(['user.add maya']);
});

test('a password that is piped in is asked for once', async () => {
  expect(await ringside(maya, [password], false)).toBe(0);
  expect(agents.get('maya')?.passwordHash).toBe(`hashed ${password}`);
});

test.each([
  ['typed differently the second time', [password, 'nine lives of a bat'], 'not the same'],
  ['too short', ['cat', 'cat'], 'at least 10'],
  ['holding the user name', ['ilovemaya!!', 'ilovemaya!!'], 'must not contain the user name'],
])('a password %s changes nothing', async (_what, secrets, told) => {
  expect(await ringside(maya, secrets)).toBe(1);
  expect(agents.size).toBe(0);
  expect(complained.join()).toContain(told);
});

test('a name is given to one person', async () => {
  await ringside(maya, [password, password]);
  expect(await ringside({ ...maya, name: 'Another' }, [password, password])).toBe(1);
  expect(agents.get('maya')?.agent.name).toBe('Maya Chen');
});

test('somebody who left can’t sign in, and can again when they come back', async () => {
  await ringside(maya, [password, password]);
  await ringside({ do: 'disable', userName: 'maya' });
  expect(agents.get('maya')).toMatchObject({ agent: { active: false }, passwordHash: `hashed ${password}` });
  await ringside({ do: 'list' });
  expect(said.at(-1)).toContain('(disabled)');
  await ringside({ do: 'enable', userName: 'maya' });
  expect(agents.get('maya')?.agent.active).toBe(true);
  expect(audit).toEqual(['user.add maya', 'user.disable maya', 'user.enable maya']);
});

test('a new password takes the place of the old one', async () => {
  await ringside(maya, [password, password]);
  await ringside({ do: 'password', userName: 'maya' }, ['another long one', 'another long one']);
  expect(agents.get('maya')?.passwordHash).toBe('hashed another long one');
});

test.each(['disable', 'enable', 'password'] as const)(
  '"user %s" of somebody unknown says so',
  async (verb) => {
    expect(await ringside({ do: verb, userName: 'nobody' }, [password, password])).toBe(1);
    expect(complained).toEqual(['There is no user "nobody". "ringside user list" shows who there is.']);
  },
);

test('an empty house says how to begin', async () => {
  await ringside({ do: 'list' });
  expect(said).toEqual(['Nobody may sign in yet. Add somebody with "ringside user add NAME".']);
});
