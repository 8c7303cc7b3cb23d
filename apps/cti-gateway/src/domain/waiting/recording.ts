import type { AgentId, CallId, CustomerId, QueueId, RecordingId, TaskId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/** A message that a caller left; its sound is a file of the same id. */
export interface Recording {
  readonly recordingId: RecordingId;
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly customerId: CustomerId | null;
  /** the caller's; null: withheld */
  readonly number: PhoneNumber | null;
  readonly startedAt: Instant;
  /** null: not yet over; 0: nothing was said, and there is no file */
  readonly length: Milliseconds | null;
  /** the follow-up that came of it */
  readonly taskId: TaskId | null;
  readonly ownerId: AgentId | null;
  /** when its sound was deleted, because it had been kept long enough (VM-7) */
  readonly deletedAt: Instant | null;
}
