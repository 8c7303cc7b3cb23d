import type { QueueId, RotaId } from '@ringside/shared/model/ids';
import type { Call } from '../../domain/call/call.ts';
import type { Parts } from '../parts.ts';

/** The rota whose people serve this queue; null: agents do. */
export const rotaOfQueue = ({ centre }: Pick<Parts, 'centre'>, queueId: QueueId): RotaId | null =>
  centre.queues.find((queue) => queue.queueId === queueId)?.rotaId ?? null;

/** DUTY-1: a waiting call that people on duty are rung for. One that is kept for a named person is that person's (SUP-16, TASK-14). */
export function isForDuty(parts: Pick<Parts, 'centre'>, call: Call): boolean {
  if (call.state !== 'queued' || call.sentTo !== null) return false;
  return (call.callback?.onlyFor ?? null) === null && rotaOfQueue(parts, call.queueId) !== null;
}
