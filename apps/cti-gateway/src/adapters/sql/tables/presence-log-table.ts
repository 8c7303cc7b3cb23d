import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { presenceStates } from '@ringside/shared/model/presence';
import { z } from 'zod';
import type { PresenceStretch } from '../../../domain/agent/agent.ts';
import type { Change } from '../../../ports/store.ts';
import { idColumn, instantColumn, rowReader } from '../read-row.ts';
import type { PresenceLogRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

type Step = Extract<Change, { put: 'presenceStep' }>;

const columns = ['agentId', 'since', 'state', 'reason', 'until'] as const;

const readStretch = rowReader<PresenceStretch>(
  'presenceLog',
  ['agentId', 'since'],
  z.object({
    agentId: idColumn<'agent'>(),
    since: instantColumn,
    state: z.enum(presenceStates).exclude(['signedOut']),
    reason: z.string().nullable(),
    until: instantColumn.nullable(),
  }),
);

/** How long who stood where. At most one stretch of an agent is open. */
export function presenceLogTable(database: SqlDatabase) {
  const { query, prepare } = database;
  // a clock that was set back must not make a stretch end before it began
  const closeOpen = prepare((of: { agentId: string; at: number }) =>
    query
      .updateTable('presenceLog')
      .set(({ fn, val }) => ({ until: fn('max', [val(of.at), 'since']) }))
      .where('agentId', '=', of.agentId)
      .where('until', 'is', null),
  );
  // a stretch that ended in the millisecond in which it began gives way to the next
  const put = upsertRow<PresenceLogRow>(database, 'presenceLog', ['agentId', 'since'], columns);
  const begunWithin = prepare((of: { from: number; until: number }) =>
    query.selectFrom('presenceLog').selectAll().where('since', '>=', of.from).where('since', '<', of.until),
  );
  const begunWithinOf = prepare((of: { agentId: string; from: number; until: number }) =>
    query
      .selectFrom('presenceLog')
      .selectAll()
      .where('agentId', '=', of.agentId)
      .where('since', '>=', of.from)
      .where('since', '<', of.until),
  );
  const lastBefore = prepare((of: { agentId: string; from: number }) =>
    query
      .selectFrom('presenceLog')
      .selectAll()
      .where('agentId', '=', of.agentId)
      .where('since', '<', of.from)
      .orderBy('since', 'desc')
      .limit(1),
  );
  const everybody = prepare(() => query.selectFrom('agents').select('agentId'));

  function goingOnAt(agentId: string, from: Instant): readonly PresenceLogRow[] {
    const row = lastBefore.first({ agentId, from });
    return row !== undefined && (row.until === null || row.until > from) ? [row] : [];
  }

  return {
    putPresenceStep({ agentId, at, state, reason }: Step) {
      closeOpen.run({ agentId, at });
      if (state !== 'signedOut') put.run({ agentId, since: at, state, reason, until: null });
    },
    presenceLog(from: Instant, until: Instant, agentId: AgentId | null): readonly PresenceStretch[] {
      if (from >= until) return [];
      const whose = agentId === null ? everybody.all({}).map((row) => row.agentId) : [agentId];
      const before = whose.flatMap((one) => goingOnAt(one, from));
      const within =
        agentId === null ? begunWithin.all({ from, until }) : begunWithinOf.all({ agentId, from, until });
      // of a stretch that had no length nothing is left to tell
      return [...before, ...within.filter((row) => row.until !== row.since)]
        .map(readStretch)
        .sort((a, b) => a.agentId.localeCompare(b.agentId) || a.since - b.since);
    },
  };
}
