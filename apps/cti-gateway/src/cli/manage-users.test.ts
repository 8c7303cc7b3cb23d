import { beforeEach, expect, test } from 'vitest';
import type { Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { ok } from '@ringside/shared/model/result';
import type { Agent, StationGrant } from '../domain/agent/agent.ts';
import type { Change } from '../ports/store.ts';
import type { UserAction } from './command-line.ts';
import { manageUsers } from './manage-users.ts';

let agents: Map<string, { agent: Agent; passwordHash: string }>;
let audit: string[];
let said: string[];
let complained: string[];
let typed: string[];
let grants: Map<string, StationGrant>;

beforeEach(() => {
  [agents, audit, said, complained, typed, grants] = [new Map(), [], [], [], [], new Map()];
});

async function ringside(action: UserAction, secrets: readonly string[] = [], interactive = true) {
  typed = [...secrets];
  return manageUsers(action, {
    now: () => 1_000,
    realm: 'ringside.example',
    ids: {
      next: <Kind extends string>(): Id<Kind> => asId(`agent-${agents.size + 1}`),
      secret: () => `secret ${grants.size + audit.length}`,
    },
    secrets: {
      hashPassword: async (password) => `hashed ${password}`,
      sha256Hex: (text) => `sha256 of ${text}`,
      md5Hex: (text) => `md5 of ${text}`,
    },
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
  if (change.put === 'stationGrant') grants.set(change.grant.stationId, change.grant);
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
      skills: [{ skillId: 'service', level: 3 }],
      familyId: null,
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

test('STATION-2: a desk phone gets a password that is shown once and kept as digests alone', async () => {
  await ringside(maya, [password, password]);
  expect(await ringside({ do: 'phone', userName: 'maya' })).toBe(0);
  const shown = said.slice(-4).join('\n');
  expect(shown).toContain('sip:maya-phone@ringside.example');
  expect(shown).toContain('secret 1');
  expect(grants.get('maya-phone')).toEqual({
    stationId: 'maya-phone',
    agentId: 'agent-1',
    media: 'rtp',
    ha1Sha256: 'sha256 of maya-phone:ringside.example:secret 1',
    ha1Md5: 'md5 of maya-phone:ringside.example:secret 1',
    expiresAt: 1_000 + 365 * 86_400_000,
  });
  expect(audit).toEqual(['user.add maya', 'user.phone maya']);
});

test('a phone that is set up anew has another password, and the one before no longer works', async () => {
  await ringside(maya, [password, password]);
  await ringside({ do: 'phone', userName: 'maya' });
  const before = grants.get('maya-phone');
  await ringside({ do: 'phone', userName: 'maya' });
  expect(grants.size).toBe(1);
  expect(grants.get('maya-phone')?.ha1Sha256).not.toBe(before?.ha1Sha256);
});

test('somebody who is disabled gets no desk phone', async () => {
  await ringside(maya, [password, password]);
  await ringside({ do: 'disable', userName: 'maya' });
  expect(await ringside({ do: 'phone', userName: 'maya' })).toBe(1);
  expect(grants.size).toBe(0);
  expect(complained.join()).toContain('"ringside user enable maya" first');
});

test.each(['maya@example.com', 'm'.repeat(60)])(
  'a user name that no phone could show, %s, says so',
  async (userName) => {
    await ringside({ ...maya, userName }, [password, password]);
    expect(await ringside({ do: 'phone', userName })).toBe(1);
    expect(grants.size).toBe(0);
    expect(complained.join()).toContain('no "@" and at most 64 characters');
  },
);

test.each(['disable', 'enable', 'password', 'phone'] as const)(
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
