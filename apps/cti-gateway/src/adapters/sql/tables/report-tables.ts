import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { z } from 'zod';
import type { QueueVisit } from '../../../domain/metrics/queue-visit.ts';
import { visitEnds } from '../../../domain/metrics/queue-visit.ts';
import type { OfferMade } from '../../../ports/store.ts';
import { idColumn, instantColumn, nullableId, rowReader } from '../read-row.ts';
import type { QueueVisitRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';
import { readCall, readOffer } from './call-tables.ts';
import { readPromise } from './task-tables.ts';

const readVisit = rowReader<QueueVisit>(
  'queueVisits',
  ['enteredAt', 'callId', 'queueId'],
  z.object({
    callId: idColumn<'call'>(),
    queueId: idColumn<'queue'>(),
    enteredAt: instantColumn,
    leftAt: instantColumn,
    end: z.enum(visitEnds),
    agentId: nullableId<'agent'>(),
  }),
);

interface Part {
  readonly from: number;
  readonly until: number;
  readonly skip: number;
  readonly limit: number;
}

/** What reports are counted from, a part of a stretch of time at once, and what people set about their pages. */
export const reportTables = (database: SqlDatabase) => ({
  ...visitTable(database),
  ...factsOfCalls(database),
  ...settingTable(database),
});

function visitTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<QueueVisitRow>(
    database,
    'queueVisits',
    ['enteredAt', 'callId', 'queueId'],
    ['callId', 'queueId', 'enteredAt', 'leftAt', 'end', 'agentId'],
  );
  const part = prepare((of: Part) =>
    query
      .selectFrom('queueVisits')
      .selectAll()
      .where('enteredAt', '>=', of.from)
      .where('enteredAt', '<', of.until)
      .orderBy('enteredAt')
      .limit(of.limit)
      .offset(of.skip),
  );
  return {
    putVisit: (visit: QueueVisit) => void upsert.run(visit),
    visitsPart: (from: Instant, until: Instant, skip: number, limit: number) =>
      part.all({ from, until, skip, limit }).map(readVisit),
  };
}

function factsOfCalls({ query, prepare }: SqlDatabase) {
  const answered = prepare((of: Part) =>
    query
      .selectFrom('calls')
      .selectAll()
      .where('answeredAt', '>=', of.from)
      .where('answeredAt', '<', of.until)
      .orderBy('answeredAt')
      .limit(of.limit)
      .offset(of.skip),
  );
  const offers = prepare((of: Part) =>
    query
      .selectFrom('offers')
      .innerJoin('calls', 'calls.callId', 'offers.callId')
      .selectAll('offers')
      .select('calls.direction')
      .where('offers.at', '>=', of.from)
      .where('offers.at', '<', of.until)
      .orderBy('offers.at')
      .limit(of.limit)
      .offset(of.skip),
  );
  const promises = prepare((of: { from: number; until: number }) =>
    query
      .selectFrom('promises')
      .selectAll()
      .where('dueAt', '>=', of.from)
      .where('dueAt', '<', of.until)
      .orderBy('dueAt'),
  );
  return {
    answeredPart: (from: Instant, until: Instant, skip: number, limit: number) =>
      answered.all({ from, until, skip, limit }).map(readCall),
    offersPart: (from: Instant, until: Instant, skip: number, limit: number): OfferMade[] =>
      offers.all({ from, until, skip, limit }).map((row) => ({
        ...readOffer(row),
        direction: row.direction === 'outbound' ? 'outbound' : 'inbound',
      })),
    promisesDue: (from: Instant, until: Instant) => promises.all({ from, until }).map(readPromise),
  };
}

function settingTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<{ agentId: string; about: string; text: string }>(
    database,
    'deskSettings',
    ['agentId', 'about'],
    ['agentId', 'about', 'text'],
  );
  const select = prepare((of: { agentId: string; about: string }) =>
    query
      .selectFrom('deskSettings')
      .select('text')
      .where('agentId', '=', of.agentId)
      .where('about', '=', of.about),
  );
  return {
    putDeskSetting: ({ agentId, about, text }: { agentId: AgentId; about: string; text: string }) =>
      void upsert.run({ agentId, about, text }),
    deskSetting: (agentId: AgentId, about: string): string | null =>
      select.first({ agentId, about })?.text ?? null,
  };
}
