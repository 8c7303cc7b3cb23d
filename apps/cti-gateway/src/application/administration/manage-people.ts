import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Json } from '../../domain/centre/centre-document.ts';
import { differences } from '../../domain/centre/document-diff.ts';
import type {
  AdminRefusal,
  Asked,
  NewUser,
  OneTimePassword,
  UserChange,
  UserEntry,
  UserTold,
} from '../../ports/administration.ts';
import type { Change } from '../../ports/store.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { endDesk } from '../send-away.ts';
import { takeChanges } from '../watch-people.ts';
import { faultsOfPassword, faultsOfUser, faultsOfUserName } from './check-user.ts';

const turn = 'people';

export async function allUsers(parts: Parts): Promise<readonly UserTold[]> {
  return (await parts.store.agents()).map((agent) => userTold(parts, agent));
}

export async function oneUser(parts: Parts, agentId: AgentId): Asked<UserTold> {
  const agent = await find(parts, agentId);
  return agent === null ? refuse({ problem: 'unknown' }) : ok(userTold(parts, agent));
}

/** ADMIN-9, ADMIN-12: somebody new, with a password that is chosen here or shown this once. */
export function createUser(parts: Parts, by: AgentId, user: NewUser): Asked<UserTold & OneTimePassword> {
  return parts.inTurn(turn, async () => {
    const { userName, password } = user;
    const faults = [
      ...faultsOfUserName(userName),
      ...faultsOfPassword(password, userName),
      ...faultsOfUser(parts.centre, user),
    ];
    if (faults.length > 0) return refuse({ problem: 'faults', faults });
    const agent: Agent = { ...entryOf(user), agentId: parts.ids.next<'agent'>(), userName };
    const set = password ?? madeUp(parts);
    const passwordHash = await parts.secrets.hashPassword(set);
    const detail = { before: null, after: entryOf(agent) };
    const written = await put(parts, [
      { put: 'agent', agent, passwordHash },
      audited(parts, by, 'user.add', agent, detail),
    ]);
    if (!written.ok) return written;
    await takeChanges(parts, agent);
    return ok({ ...userTold(parts, agent), password: password === null ? set : null });
  });
}

/** ADMIN-10, ADMIN-11: somebody is otherwise from now on. */
export function changeUser(
  parts: Parts,
  by: AgentId,
  change: { readonly agentId: AgentId; readonly user: UserEntry; readonly ifVersion: string | null },
): Asked<UserTold> {
  return parts.inTurn(turn, async () => {
    const known = await find(parts, change.agentId);
    if (known === null) return refuse({ problem: 'unknown' });
    if (change.ifVersion !== null && change.ifVersion !== versionOf(parts, known))
      return refuse({ problem: 'changedMeanwhile', by: await lastChange(parts, known) });
    const faults = faultsOfUser(parts.centre, change.user);
    if (faults.length > 0) return refuse({ problem: 'faults', faults });
    const agent: Agent = { ...known, ...entryOf(change.user) };
    if (isAdministrator(known) && !isAdministrator(agent) && !(await another(parts, known)))
      return refuse({ problem: 'lastAdministrator' });
    const detail = { before: entryOf(known), after: entryOf(agent) };
    if (differences(json(detail.before), json(detail.after)).length === 0) return ok(userTold(parts, known));
    const did = known.active === agent.active ? 'user.change' : agent.active ? 'user.enable' : 'user.disable';
    const gone: Change[] = agent.active ? [] : [{ put: 'sessionsGone', agentId: agent.agentId }];
    const written = await put(parts, [
      { put: 'agent', agent, passwordHash: null },
      ...gone,
      audited(parts, by, did, agent, detail),
    ]);
    if (!written.ok) return written;
    await takeChanges(parts, agent);
    return ok(userTold(parts, agent));
  });
}

/** ADMIN-12: null makes one up, which is told once and kept nowhere. */
export function setPassword(
  parts: Parts,
  by: AgentId,
  { agentId: id, password }: { readonly agentId: AgentId; readonly password: string | null },
): Asked<OneTimePassword> {
  return parts.inTurn(turn, async () => {
    const agent = await find(parts, id);
    if (agent === null) return refuse({ problem: 'unknown' });
    const faults = faultsOfPassword(password, agent.userName);
    if (faults.length > 0) return refuse({ problem: 'faults', faults });
    const set = password ?? madeUp(parts);
    const passwordHash = await parts.secrets.hashPassword(set);
    const written = await put(parts, [
      { put: 'agent', agent, passwordHash },
      { put: 'sessionsGone', agentId: id },
      audited(parts, by, 'user.password', agent, null),
    ]);
    if (!written.ok) return written;
    const seated = parts.floor.agents.get(id);
    if (seated) await endDesk(parts, seated, 'sessionEnded');
    return ok({ password: password === null ? set : null });
  });
}

/** Sign-ins stand between the changes; these are years of both. */
const mostEntries = 2_000;

export async function userHistory(parts: Parts, id: AgentId): Asked<readonly UserChange[]> {
  const agent = await find(parts, id);
  return agent === null ? refuse({ problem: 'unknown' }) : ok(await changesOf(parts, agent));
}

async function changesOf(parts: Parts, { userName }: Agent): Promise<readonly UserChange[]> {
  const entries = await parts.store.auditOf(userName, parts.clock.now() + 1, mostEntries);
  return entries
    .filter(({ did }) => did.startsWith('user.'))
    .map(({ at, who, did, detail }) => {
      const { before = null, after = null } = (detail ?? {}) as {
        before?: UserEntry | null;
        after?: UserEntry | null;
      };
      return {
        at,
        who: who === null ? null : agentName(parts.floor, who),
        did,
        differences: differences(json(before ?? {}), json(after ?? {})),
        before,
      };
    });
}

async function lastChange(parts: Parts, agent: Agent) {
  const [last] = await changesOf(parts, agent);
  return { name: last?.who ?? null, at: last?.at ?? null };
}

async function find({ store }: Parts, id: AgentId): Promise<Agent | null> {
  return (await store.agents()).find((agent) => agent.agentId === id) ?? null;
}

async function put(parts: Parts, changes: readonly Change[]): Promise<Result<void, AdminRefusal>> {
  const written = await parts.journal.write({ changes });
  return written.ok ? ok(undefined) : refuse({ problem: 'userNameTaken' });
}

const audited = (parts: Parts, who: AgentId, did: string, { userName }: Agent, detail: unknown): Change => ({
  put: 'audit',
  at: parts.clock.now(),
  who,
  did,
  to: userName,
  detail,
});

const isAdministrator = ({ active, roles }: Agent): boolean => active && roles.includes('admin');

async function another({ store }: Parts, than: Agent): Promise<boolean> {
  return (await store.agents()).some((agent) => agent.agentId !== than.agentId && isAdministrator(agent));
}

const entryOf = ({ name, language, roles, skills, familyId, active }: UserEntry): UserEntry => ({
  name,
  language,
  roles,
  skills: skills.map(({ skillId, level }) => ({ skillId, level })),
  familyId,
  active,
});

const json = (value: unknown): Json => value as Json;

const versionOf = ({ secrets }: Parts, agent: Agent): string =>
  secrets.sha256Hex(JSON.stringify(entryOf(agent))).slice(0, 16);

function userTold(parts: Parts, agent: Agent): UserTold {
  const presence = parts.floor.agents.get(agent.agentId)?.presence.state ?? 'signedOut';
  return {
    agentId: agent.agentId,
    userName: agent.userName,
    ...entryOf(agent),
    version: versionOf(parts, agent),
    signedIn: presence !== 'signedOut',
  };
}

/** 15 random bytes: nobody guesses it, and it can be read out over the telephone. */
const madeUp = ({ ids }: Parts): string => ids.secret(15);
