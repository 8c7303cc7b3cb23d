import type { AgentId, StationId } from '@ringside/shared/model/ids';
import { languages } from '@ringside/shared/model/language';
import type { Presence } from '@ringside/shared/model/presence';
import { presenceStates } from '@ringside/shared/model/presence';
import { roles } from '@ringside/shared/model/role';
import type { Agent, Session, StationGrant, StoredPresence } from '../../../domain/agent/agent.ts';
import type { Draft } from '../../../ports/store.ts';
import { z } from 'zod';
import { idColumn, instantColumn, jsonColumn, rowReader, toBit, toJson, truth } from '../read-row.ts';
import type { AgentRow, DraftRow, PresenceRow, StationGrantRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const agentColumns = [
  'agentId',
  'userName',
  'name',
  'language',
  'rolesJson',
  'skillsJson',
  'familyId',
  'active',
  'passwordHash',
] as const;
const sessionColumns = ['tokenSha256', 'agentId', 'createdAt', 'expiresAt'] as const;
/** STORE-14 */
const mostDrafts = 100;
const draftColumns = ['agentId', 'about', 'text', 'keptAt'] as const;
const grantColumns = ['stationId', 'agentId', 'media', 'ha1Sha256', 'ha1Md5', 'expiresAt'] as const;

/** Before proficiency was known a skill stood as its id alone; it counts as the middle. */
const skillColumn = z.union([
  idColumn<'skill'>().transform((skillId) => ({ skillId, level: 3 })),
  z.object({ skillId: idColumn<'skill'>(), level: z.number().int().min(1).max(5) }),
]);

const readAgent = rowReader<Agent>(
  'agents',
  ['agentId'],
  z
    .object({
      agentId: idColumn<'agent'>(),
      userName: z.string(),
      name: z.string(),
      language: z.enum(languages),
      rolesJson: jsonColumn(z.array(z.enum(roles))),
      skillsJson: jsonColumn(z.array(skillColumn)),
      familyId: idColumn<'jobFamily'>().nullable(),
      active: truth,
    })
    .transform(({ rolesJson, skillsJson, ...row }) => ({ ...row, roles: rolesJson, skills: skillsJson })),
);
const readPresence = rowReader<StoredPresence>(
  'presences',
  ['agentId'],
  z
    .object({
      agentId: idColumn<'agent'>(),
      presenceJson: jsonColumn(z.looseObject({ state: z.enum(presenceStates), since: instantColumn })),
    })
    .transform(({ agentId, presenceJson }) => ({ agentId, presence: presenceJson as unknown as Presence })),
);
const readSession = rowReader<Session>(
  'sessions',
  ['tokenSha256'],
  z.object({
    tokenSha256: z.string(),
    agentId: idColumn<'agent'>(),
    createdAt: instantColumn,
    expiresAt: instantColumn,
  }),
);
const readGrant = rowReader<StationGrant>(
  'stationGrants',
  ['stationId'],
  z.object({
    stationId: idColumn<'station'>(),
    agentId: idColumn<'agent'>(),
    media: z.enum(['webrtc', 'rtp']),
    ha1Sha256: z.string(),
    ha1Md5: z.string(),
    expiresAt: instantColumn,
  }),
);
const readDraft = rowReader<Draft>(
  'drafts',
  ['about'],
  z.object({ about: z.string(), text: z.string(), keptAt: instantColumn }),
);

/** People who sign in, and what the gateway remembers of each. */
export function agentTables(database: SqlDatabase) {
  return {
    ...agentTable(database),
    ...presenceTable(database),
    ...sessionTable(database),
    ...grantTable(database),
    ...draftTable(database),
  };
}

function agentTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const all = prepare(() => query.selectFrom('agents').selectAll().orderBy('userName'));
  const byName = prepare((of: { userName: string }) =>
    query.selectFrom('agents').selectAll().where('userName', '=', of.userName),
  );
  const userNameOfOther = prepare((of: { userName: string; agentId: string }) =>
    query
      .selectFrom('agents')
      .select('agentId')
      .where('userName', '=', of.userName)
      .where('agentId', '!=', of.agentId),
  );
  const upsert = upsertRow<AgentRow>(database, 'agents', ['agentId'], agentColumns);
  const hashOf = prepare((of: { agentId: string }) =>
    query.selectFrom('agents').select('passwordHash').where('agentId', '=', of.agentId),
  );
  return {
    /** A null hash keeps the one there is; a person without one can't sign in. */
    putAgent(
      { roles: may, skills, active, ...agent }: Agent,
      passwordHash: string | null,
    ): 'conflict' | null {
      if (userNameOfOther.first(agent) !== undefined) return 'conflict';
      upsert.run({
        ...agent,
        rolesJson: toJson(may),
        skillsJson: toJson(skills),
        active: toBit(active),
        passwordHash: passwordHash ?? hashOf.first(agent)?.passwordHash ?? '',
      });
      return null;
    },
    agents: () => all.all({}).map(readAgent),
    agentByUserName(userName: string) {
      const row = byName.first({ userName });
      return row === undefined ? null : { agent: readAgent(row), passwordHash: row.passwordHash };
    },
  };
}

function presenceTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<PresenceRow>(database, 'presences', ['agentId'], ['agentId', 'presenceJson']);
  const all = prepare(() => query.selectFrom('presences').selectAll().orderBy('agentId'));
  return {
    putPresence: ({ agentId, presence }: StoredPresence) =>
      void upsert.run({ agentId, presenceJson: toJson(presence) }),
    presences: () => all.all({}).map(readPresence),
  };
}

function sessionTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<Session>(database, 'sessions', ['tokenSha256'], sessionColumns);
  const forgetExpired = prepare((of: { now: number }) =>
    query.deleteFrom('sessions').where('expiresAt', '<', of.now),
  );
  const remove = prepare((of: { tokenSha256: string }) =>
    query.deleteFrom('sessions').where('tokenSha256', '=', of.tokenSha256),
  );
  const removeOf = prepare((of: { agentId: string }) =>
    query.deleteFrom('sessions').where('agentId', '=', of.agentId),
  );
  const removeDesktopsOf = prepare((of: { agentId: string }) =>
    query.deleteFrom('stationGrants').where('agentId', '=', of.agentId).where('media', '=', 'webrtc'),
  );
  const select = prepare((of: { tokenSha256: string }) =>
    query.selectFrom('sessions').selectAll().where('tokenSha256', '=', of.tokenSha256),
  );
  return {
    /** Sessions that were over when this one began are forgotten, so that the table can't grow for ever. */
    putSession(session: Session) {
      forgetExpired.run({ now: session.createdAt });
      upsert.run(session);
    },
    sessionGone: (tokenSha256: string) => void remove.run({ tokenSha256 }),
    /** What its desktops got with their sessions goes with them; a desk phone was given its own. */
    sessionsGone(agentId: AgentId) {
      removeOf.run({ agentId });
      removeDesktopsOf.run({ agentId });
    },
    session(tokenSha256: string): Session | null {
      const row = select.first({ tokenSha256 });
      return row === undefined ? null : readSession(row);
    },
  };
}

function grantTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<StationGrantRow>(database, 'stationGrants', ['stationId'], grantColumns);
  const select = prepare((of: { stationId: string }) =>
    query.selectFrom('stationGrants').selectAll().where('stationId', '=', of.stationId),
  );
  return {
    putStationGrant: (grant: StationGrant) => void upsert.run(grant),
    stationGrant(stationId: StationId): StationGrant | null {
      const row = select.first({ stationId });
      return row === undefined ? null : readGrant(row);
    },
  };
}

function draftTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<DraftRow>(database, 'drafts', ['agentId', 'about'], draftColumns);
  const remove = prepare((of: { agentId: string; about: string }) =>
    query.deleteFrom('drafts').where('agentId', '=', of.agentId).where('about', '=', of.about),
  );
  const newest = (of: { agentId: string }) =>
    query
      .selectFrom('drafts')
      .select('about')
      .where('agentId', '=', of.agentId)
      .orderBy('keptAt', 'desc')
      .orderBy('about')
      .limit(mostDrafts);
  const removeOldest = prepare((of: { agentId: string }) =>
    query.deleteFrom('drafts').where('agentId', '=', of.agentId).where('about', 'not in', newest(of)),
  );
  const select = prepare((of: { agentId: string }) =>
    query.selectFrom('drafts').selectAll().where('agentId', '=', of.agentId).orderBy('about'),
  );
  return {
    /** An empty text removes the draft; more than anybody has open push the oldest out. */
    putDraft(agentId: AgentId, draft: Draft) {
      if (draft.text === '') return void remove.run({ agentId, about: draft.about });
      upsert.run({ agentId, ...draft });
      removeOldest.run({ agentId });
    },
    drafts: (agentId: AgentId) => select.all({ agentId }).map(readDraft),
  };
}
