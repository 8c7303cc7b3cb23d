import type { Call } from './call.ts';
import type { CallRecord } from './call-record.ts';

/** The row that lists, timelines and figures read, as the call stands. */
export function recordOf(call: Exclude<Call, { state: 'none' }>): CallRecord {
  const over = call.state === 'wrapUp' || call.state === 'ended' ? call : null;
  const { callId, direction, trunkId, caller, dialled, hotlineId, queueId, customerId, taskId, closing } =
    call;
  const { arrivedAt, queuedAt, answeredAt, waitMs, talkMs, holdMs } = call;
  return {
    callId,
    direction,
    trunkId,
    caller,
    dialled,
    hotlineId,
    queueId,
    customerId,
    agentId: call.answeredBy ?? call.dialledBy,
    taskId,
    arrivedAt,
    queuedAt,
    answeredAt,
    endedAt: over?.endedAt ?? null,
    outcome: over?.outcome ?? null,
    endedBy: over?.endedBy ?? null,
    waitMs,
    talkMs,
    holdMs,
    wrapUpMs: over?.wrapUpMs ?? 0,
    disposition: closing?.disposition ?? null,
    resolved: closing?.resolved ?? null,
    feeling: closing?.feeling ?? null,
    note: closing?.note ?? '',
  };
}
