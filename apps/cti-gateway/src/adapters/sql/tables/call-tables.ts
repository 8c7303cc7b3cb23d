import { callOutcomes, feelings, offerOutcomes, sides } from '@ringside/shared/model/call-outcome';
import type { AgentId, CallId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { Caller, CallRecord, OfferRecord } from '../../../domain/call/call-record.ts';
import { unreachable } from '@ringside/shared/model/unreachable';
import { z } from 'zod';
import { Columns } from '../read-columns.ts';
import { idColumn, instantColumn, rowReader, toBit } from '../read-row.ts';
import type { CallRow, OfferRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const callColumns = [
  'callId',
  'direction',
  'trunkId',
  'callerKind',
  'callerText',
  'callerDisplay',
  'dialled',
  'hotlineId',
  'queueId',
  'customerId',
  'agentId',
  'taskId',
  'arrivedAt',
  'queuedAt',
  'answeredAt',
  'endedAt',
  'outcome',
  'endedBy',
  'waitMs',
  'talkMs',
  'holdMs',
  'wrapUpMs',
  'disposition',
  'resolved',
  'feeling',
  'note',
] as const;
const offerColumns = ['offerId', 'callId', 'agentId', 'at', 'endedAt', 'outcome'] as const;

export function readCall(row: unknown): CallRecord {
  const columns = new Columns('calls', 'callId', row);
  return {
    callId: columns.id<'call'>('callId'),
    direction: columns.oneOf('direction', ['inbound', 'outbound']),
    trunkId: columns.id<'trunk'>('trunkId'),
    caller: callerOf(columns),
    dialled: columns.text('dialled'),
    hotlineId: columns.idOrNull<'hotline'>('hotlineId'),
    queueId: columns.idOrNull<'queue'>('queueId'),
    customerId: columns.idOrNull<'customer'>('customerId'),
    agentId: columns.idOrNull<'agent'>('agentId'),
    taskId: columns.idOrNull<'task'>('taskId'),
    arrivedAt: columns.instant('arrivedAt'),
    queuedAt: columns.instantOrNull('queuedAt'),
    answeredAt: columns.instantOrNull('answeredAt'),
    endedAt: columns.instantOrNull('endedAt'),
    outcome: columns.oneOfOrNull('outcome', callOutcomes),
    endedBy: columns.oneOfOrNull('endedBy', sides),
    waitMs: columns.number('waitMs'),
    talkMs: columns.number('talkMs'),
    holdMs: columns.number('holdMs'),
    wrapUpMs: columns.number('wrapUpMs'),
    disposition: columns.textOrNull('disposition'),
    resolved: columns.truthOrNull('resolved'),
    feeling: columns.oneOfOrNull('feeling', feelings),
    note: columns.text('note'),
  };
}

export const readOffer = rowReader<OfferRecord>(
  'offers',
  ['offerId'],
  z.object({
    offerId: idColumn<'offer'>(),
    callId: idColumn<'call'>(),
    agentId: idColumn<'agent'>(),
    at: instantColumn,
    endedAt: instantColumn.nullable(),
    outcome: z.enum(offerOutcomes).nullable(),
  }),
);

function callerOf(columns: Columns): Caller {
  const kind = columns.oneOf('callerKind', ['number', 'unrecognised', 'withheld']);
  switch (kind) {
    case 'number': {
      const number = columns.textThatIs('callerText', 'number in E.164', isE164);
      return { kind, number, display: columns.text('callerDisplay') };
    }
    case 'unrecognised':
      return { kind, text: columns.text('callerText'), display: columns.text('callerDisplay') };
    case 'withheld':
      return { kind };
    default:
      return unreachable(kind);
  }
}

function callerRow(caller: Caller): Pick<CallRow, 'callerKind' | 'callerText' | 'callerDisplay'> {
  switch (caller.kind) {
    case 'number':
      return { callerKind: 'number', callerText: caller.number, callerDisplay: caller.display };
    case 'unrecognised':
      return { callerKind: 'unrecognised', callerText: caller.text, callerDisplay: caller.display };
    case 'withheld':
      return { callerKind: 'withheld', callerText: '', callerDisplay: '' };
    default:
      return unreachable(caller);
  }
}

function callRow({ caller, resolved, ...call }: CallRecord): CallRow {
  return { ...call, ...callerRow(caller), resolved: resolved === null ? null : toBit(resolved) };
}

/** One row a call and one an offer; what lists, timelines and figures read. */
export function callTables(database: SqlDatabase) {
  return { ...callWriting(database), ...callReading(database) };
}

function callWriting(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsertCall = upsertRow<CallRow>(database, 'calls', ['callId'], callColumns);
  const upsertOffer = upsertRow<OfferRow>(database, 'offers', ['offerId'], offerColumns);
  const touchCustomer = prepare((of: { customerId: string; at: number }) =>
    query
      .updateTable('customers')
      .set({ lastContactAt: of.at })
      .where('customerId', '=', of.customerId)
      .where((where) => where.or([where('lastContactAt', 'is', null), where('lastContactAt', '<', of.at)])),
  );
  return {
    /** Who was in contact last is known when the contact is over; until then the row of the customer is left alone. */
    putCall(call: CallRecord) {
      upsertCall.run(callRow(call));
      if (call.customerId !== null && call.endedAt !== null)
        touchCustomer.run({ customerId: call.customerId, at: call.arrivedAt });
    },
    putOffer: (offer: OfferRecord) => void upsertOffer.run(offer),
  };
}

function callReading({ query, prepare }: SqlDatabase) {
  const one = prepare((of: { callId: string }) =>
    query.selectFrom('calls').selectAll().where('callId', '=', of.callId),
  );
  const ofCustomer = prepare((of: { customerId: string; before: number; limit: number }) =>
    query
      .selectFrom('calls')
      .selectAll()
      .where('customerId', '=', of.customerId)
      .where('arrivedAt', '<', of.before)
      .orderBy('arrivedAt', 'desc')
      .limit(of.limit),
  );
  const offersOfAgent = prepare((of: { agentId: string; before: number; limit: number }) =>
    query
      .selectFrom('offers')
      .innerJoin('calls', 'calls.callId', 'offers.callId')
      .selectAll('offers')
      .where('offers.agentId', '=', of.agentId)
      .where('offers.at', '<', of.before)
      .orderBy('offers.at', 'desc')
      .limit(of.limit),
  );
  const offersTo = prepare((of: { agentId: string; from: number; until: number }) =>
    query
      .selectFrom('offers')
      .selectAll()
      .where('agentId', '=', of.agentId)
      .where('at', '>=', of.from)
      .where('at', '<', of.until)
      .orderBy('at'),
  );
  const countSince = prepare((of: { customerId: string; since: number }) =>
    query
      .selectFrom('calls')
      .select((select) => select.fn.countAll<number>().as('calls'))
      .where('customerId', '=', of.customerId)
      .where('arrivedAt', '>=', of.since),
  );
  const abandoned = prepare((of: { number: string; since: number }) =>
    query
      .selectFrom('calls')
      .select((select) => select.fn.countAll<number>().as('calls'))
      .where('callerText', '=', of.number)
      .where('arrivedAt', '>=', of.since)
      .where('outcome', '=', 'abandoned')
      .where('customerId', 'is', null),
  );
  const call = (callId: CallId): CallRecord | null => {
    const row = one.first({ callId });
    return row === undefined ? null : readCall(row);
  };
  return {
    call,
    callsOfCustomer: (customerId: CustomerId, before: Instant, limit: number) =>
      ofCustomer.all({ customerId, before, limit }).map(readCall),
    callsOfAgent: (agentId: AgentId, before: Instant, limit: number) =>
      offersOfAgent
        .all({ agentId, before, limit })
        .map(readOffer)
        .flatMap((offer) => {
          const offered = call(offer.callId);
          return offered === null ? [] : [{ offer, call: offered }];
        }),
    offersTo: (agentId: AgentId, from: Instant, until: Instant) =>
      offersTo.all({ agentId, from, until }).map(readOffer),
    callsSince: (customerId: CustomerId, since: Instant) =>
      countSince.first({ customerId, since })?.calls ?? 0,
    abandonedByNumber: (number: PhoneNumber, since: Instant) =>
      abandoned.first({ number, since })?.calls ?? 0,
  };
}
