import { asId } from '@ringside/shared/model/ids';
import type { Agent, AgentSkill } from '../domain/agent/agent.ts';
import type { PasswordFault } from '../domain/agent/password-rule.ts';
import { passwordAdvice, passwordFault } from '../domain/agent/password-rule.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Change, Store } from '../ports/store.ts';
import type { UserAction } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import { grantPhone } from './grant-phone.ts';
import { knownUser } from './known-user.ts';
import type { Terminal } from './terminal.ts';

export interface UserParts {
  readonly store: Pick<Store, 'agents' | 'agentByUserName' | 'commit'>;
  readonly secrets: Pick<Secrets, 'hashPassword' | 'sha256Hex' | 'md5Hex'>;
  readonly ids: Pick<IdSource, 'next' | 'secret'>;
  readonly now: () => number;
  readonly terminal: Terminal;
  /** SIP domain and realm of stations */
  readonly realm: string;
}

/** `ringside user …` */
export async function manageUsers(action: UserAction, parts: UserParts): Promise<ExitCode> {
  switch (action.do) {
    case 'list':
      return list(parts);
    case 'add':
      return add(action, parts);
    case 'password':
      return setPassword(action.userName, parts);
    case 'phone':
      return grantPhone(action.userName, parts);
    case 'disable':
      return setActive(action.userName, false, parts);
    case 'enable':
      return setActive(action.userName, true, parts);
  }
}

async function list({ store, terminal }: UserParts): Promise<ExitCode> {
  const agents = await store.agents();
  if (agents.length === 0)
    terminal.say('Nobody may sign in yet. Add somebody with "ringside user add NAME".');
  for (const { userName, name, roles, skills, active } of agents) {
    const state = active ? '' : '  (disabled)';
    terminal.say(
      `${userName.padEnd(16)} ${name}  ${roles.join(', ')}  ${skills.map(({ skillId, level }) => `${skillId}=${level}`).join(', ') || 'no skills'}${state}`,
    );
  }
  return exitCode.ok;
}

async function add(action: Extract<UserAction, { do: 'add' }>, parts: UserParts): Promise<ExitCode> {
  if ((await parts.store.agentByUserName(action.userName)) !== null)
    return failed(
      parts,
      `There is a user "${action.userName}" already. Choose another name, or set a password with "ringside user password".`,
    );
  const password = await newPassword(action.userName, parts);
  if (password === null) return exitCode.failed;
  const { do: _, skills, ...person } = action;
  const agent: Agent = {
    ...person,
    agentId: parts.ids.next<'agent'>(),
    skills: skills.map(skillOf),
    familyId: null,
    active: true,
  };
  return save(agent, await parts.secrets.hashPassword(password), 'user.add', parts);
}

async function setPassword(userName: string, parts: UserParts): Promise<ExitCode> {
  const agent = await knownUser(userName, parts);
  if (agent === null) return exitCode.failed;
  const password = await newPassword(userName, parts);
  if (password === null) return exitCode.failed;
  const ended: Change = { put: 'sessionsGone', agentId: agent.agentId };
  return save(agent, await parts.secrets.hashPassword(password), 'user.password', parts, [ended]);
}

async function setActive(userName: string, active: boolean, parts: UserParts): Promise<ExitCode> {
  const agent = await knownUser(userName, parts);
  return agent === null
    ? exitCode.failed
    : save({ ...agent, active }, null, active ? 'user.enable' : 'user.disable', parts);
}

async function save(
  agent: Agent,
  passwordHash: string | null,
  did: string,
  parts: UserParts,
  along: readonly Change[] = [],
): Promise<ExitCode> {
  const written = await parts.store.commit([
    { put: 'agent', agent, passwordHash },
    ...along,
    { put: 'audit', at: parts.now(), who: null, did, to: agent.userName, detail: null },
  ]);
  if (!written.ok)
    return failed(parts, `"${agent.userName}" was changed by somebody else meanwhile. Try again.`);
  parts.terminal.say(`Done: ${did.replace('.', ' ')} ${agent.userName}.`);
  return exitCode.ok;
}

async function newPassword(userName: string, { terminal }: UserParts): Promise<string | null> {
  const password = await terminal.askSecret(`Password for ${userName}: `);
  const found = passwordFault(password, userName);
  const fault = found === null ? null : sentenceOf(found);
  if (fault === null && terminal.interactive && (await terminal.askSecret('The same again: ')) !== password)
    return complained(terminal, 'The two were not the same; nothing was changed.');
  return fault === null ? password : complained(terminal, fault);
}

/** "A password has at least 10 characters; nothing was changed." */
function sentenceOf(fault: PasswordFault): string {
  const { why } = passwordAdvice[fault];
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}; nothing was changed.`;
}

function complained(terminal: Terminal, line: string): null {
  terminal.complain(line);
  return null;
}

function failed({ terminal }: UserParts, line: string): ExitCode {
  terminal.complain(line);
  return exitCode.failed;
}

/** "service" or "service=4"; the proficiency goes from 1 to 5, 3 where it is not said. */
function skillOf(written: string): AgentSkill {
  const [skill = '', level = '3'] = written.split('=');
  return { skillId: asId<'skill'>(skill), level: Number(level) };
}
