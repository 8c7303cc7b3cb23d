import type { QueueId, RotaId } from '@ringside/shared/model/ids';
import type { Call } from '../../domain/call/call.ts';
import type { Queue } from '../../domain/centre/queue.ts';
import type { Parts } from '../parts.ts';

/** Asked of every waiting call at every look; the queues of a centre are another list when they have changed. */
const known = new WeakMap<readonly Queue[], ReadonlyMap<QueueId, RotaId>>();

function rotasOf(queues: readonly Queue[]): ReadonlyMap<QueueId, RotaId> {
  const found = known.get(queues);
  if (found !== undefined) return found;
  const made = new Map(
    queues.flatMap(({ queueId, rotaId }) => (rotaId === null ? [] : [[queueId, rotaId] as const])),
  );
  known.set(queues, made);
  return made;
}

/** The rota whose people serve this queue; null: agents do. */
export const rotaOfQueue = ({ centre }: Pick<Parts, 'centre'>, queueId: QueueId): RotaId | null =>
  rotasOf(centre.queues).get(queueId) ?? null;

/** Whether people on duty serve any queue at all. */
export const hasDutyQueues = ({ centre }: Pick<Parts, 'centre'>): boolean => rotasOf(centre.queues).size > 0;

/** DUTY-1: a waiting call that people on duty are rung for. One that is kept for a named person is that person's (SUP-16, TASK-14). */
export function isForDuty(parts: Pick<Parts, 'centre'>, call: Call): boolean {
  if (call.state !== 'queued' || call.sentTo !== null) return false;
  return (call.callback?.onlyFor ?? null) === null && rotaOfQueue(parts, call.queueId) !== null;
}
