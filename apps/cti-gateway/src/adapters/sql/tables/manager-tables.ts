import { asId } from '@ringside/shared/model/ids';
import type { AgentId, CallId, CaseId, ManagerRequestId, RotaId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import {
  managerOutcomes,
  managerRequestReasons,
  managerRequestStates,
  managerRequestWays,
} from '@ringside/shared/model/rota';
import { z } from 'zod';
import type { ManagerRequest, PopLink } from '../../../domain/manager/manager-request.ts';
import { idColumn, instantColumn, nullableId, rowReader } from '../read-row.ts';
import type { ManagerRequestRow, PopLinkRow } from '../schema-rota.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow, versionedRow } from '../write-row.ts';

const requestColumns = [
  'requestId',
  'rotaId',
  'way',
  'callId',
  'caseId',
  'customerId',
  'askedBy',
  'askedAt',
  'reason',
  'note',
  'state',
  'takenBy',
  'takenAt',
  'via',
  'outcome',
  'category',
  'outcomeNote',
  'promiseId',
  'taskId',
  'closedAt',
  'version',
] as const;
const linkColumns = [
  'tokenSha256',
  'requestId',
  'agentId',
  'madeAt',
  'expiresAt',
  'openedBySha256',
  'openedAt',
] as const;

const readRequest = rowReader<ManagerRequest>(
  'managerRequests',
  ['requestId'],
  z.object({
    requestId: idColumn<'managerRequest'>(),
    rotaId: idColumn<'rota'>(),
    way: z.enum(managerRequestWays),
    callId: nullableId<'call'>(),
    caseId: nullableId<'case'>(),
    customerId: nullableId<'customer'>(),
    askedBy: nullableId<'agent'>(),
    askedAt: instantColumn,
    reason: z.enum(managerRequestReasons).nullable(),
    note: z.string(),
    state: z.enum(managerRequestStates),
    takenBy: nullableId<'agent'>(),
    takenAt: instantColumn.nullable(),
    via: z.enum(['desk', 'phone']).nullable(),
    outcome: z.enum(managerOutcomes).nullable(),
    category: z.string().nullable(),
    outcomeNote: z.string(),
    promiseId: nullableId<'promise'>(),
    taskId: nullableId<'task'>(),
    closedAt: instantColumn.nullable(),
    version: z.number(),
  }),
);
const readLink = rowReader<PopLink>(
  'popLinks',
  ['requestId'],
  z.object({
    tokenSha256: z.string(),
    requestId: idColumn<'managerRequest'>(),
    agentId: idColumn<'agent'>(),
    madeAt: instantColumn,
    expiresAt: instantColumn,
    openedBySha256: z.string().nullable(),
    openedAt: instantColumn.nullable(),
  }),
);

/** Who asked for a manager, and the links by which those at ordinary telephones see who it is. */
export const managerTables = (database: SqlDatabase) => ({
  ...requestTable(database),
  ...linkTable(database),
});

function requestTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const requests = query.selectFrom('managerRequests').selectAll();
  const save = versionedRow<ManagerRequestRow>(database, 'managerRequests', 'requestId', requestColumns);
  const one = prepare((of: { id: string }) => requests.where('requestId', '=', of.id));
  const ofCall = prepare((of: { callId: string }) =>
    requests.where('callId', '=', of.callId).orderBy('askedAt', 'desc').limit(1),
  );
  const ofCase = prepare((of: { caseId: string }) =>
    requests.where('caseId', '=', of.caseId).orderBy('askedAt'),
  );
  const open = prepare(() => requests.where('closedAt', 'is', null).orderBy('askedAt'));
  const within = prepare((of: { from: number; until: number; limit: number }) =>
    requests
      .where('askedAt', '>=', of.from)
      .where('askedAt', '<', of.until)
      .orderBy('askedAt', 'desc')
      .limit(of.limit),
  );
  const withinRota = prepare((of: { rotaId: string; from: number; until: number; limit: number }) =>
    requests
      .where('askedAt', '>=', of.from)
      .where('askedAt', '<', of.until)
      .where('rotaId', '=', of.rotaId)
      .orderBy('askedAt', 'desc')
      .limit(of.limit),
  );
  const taken = prepare((of: { from: number; until: number }) =>
    query
      .selectFrom('managerRequests')
      .select((count) => ['takenBy', count.fn.countAll<number>().as('calls')])
      .where('askedAt', '>=', of.from)
      .where('askedAt', '<', of.until)
      .where('takenBy', 'is not', null)
      .groupBy('takenBy'),
  );
  const takenBy = prepare((of: { agentId: string; limit: number }) =>
    requests
      .where('takenBy', '=', of.agentId)
      .where('closedAt', 'is not', null)
      .orderBy('closedAt', 'desc')
      .limit(of.limit),
  );
  return {
    putManagerRequest: (request: ManagerRequest) => save(request),
    managerRequest(id: ManagerRequestId): ManagerRequest | null {
      const row = one.first({ id });
      return row === undefined ? null : readRequest(row);
    },
    managerRequestOfCall(callId: CallId): ManagerRequest | null {
      const row = ofCall.first({ callId });
      return row === undefined ? null : readRequest(row);
    },
    managerRequestsOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readRequest),
    openManagerRequests: () => open.all({}).map(readRequest),
    managerRequests: (rotaId: RotaId | null, from: Instant, until: Instant, limit: number) =>
      (rotaId === null
        ? within.all({ from, until, limit })
        : withinRota.all({ rotaId, from, until, limit })
      ).map(readRequest),
    managerRequestsTaken: (from: Instant, until: Instant): ReadonlyMap<AgentId, number> =>
      new Map(
        taken
          .all({ from, until })
          .flatMap((row): [AgentId, number][] =>
            row.takenBy === null ? [] : [[asId<'agent'>(row.takenBy), row.calls]],
          ),
      ),
    managerRequestsTakenBy: (agentId: AgentId, limit: number) =>
      takenBy.all({ agentId, limit }).map(readRequest),
  };
}

function linkTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const save = upsertRow<PopLinkRow>(database, 'popLinks', ['tokenSha256'], linkColumns);
  const one = prepare((of: { token: string }) =>
    query.selectFrom('popLinks').selectAll().where('tokenSha256', '=', of.token),
  );
  const clear = prepare((of: { before: number }) =>
    query.deleteFrom('popLinks').where('expiresAt', '<', of.before),
  );
  const ofRequest = prepare((of: { requestId: string }) =>
    query.selectFrom('popLinks').selectAll().where('requestId', '=', of.requestId).orderBy('madeAt'),
  );
  return {
    popLinksOf: (requestId: ManagerRequestId) => ofRequest.all({ requestId }).map(readLink),
    putPopLink: (link: PopLink) => void save.run(link),
    popLinksGone: (before: Instant) => void clear.run({ before }),
    popLink(token: string): PopLink | null {
      const row = one.first({ token });
      return row === undefined ? null : readLink(row);
    },
  };
}
