import type { AgentId, RecordingId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Sound } from '../ports/desk.ts';
import { isInCharge } from './in-charge.ts';
import type { Parts } from './parts.ts';
import { sessionOf } from './sessions.ts';
import { audit } from './sign-in.ts';

export type SoundRefusal = 'notSignedIn' | 'sessionEnded' | 'unknownRecording' | 'notAllowed';

/** VM-4: a message is heard by whoever has the follow-up, and by those in charge; each time is audited. */
export async function openSound(
  parts: Parts,
  token: string,
  recordingId: RecordingId,
): Promise<Result<Sound, SoundRefusal>> {
  const session = await sessionOf(parts, token);
  if (!session.ok) return refuse(session.refusal);
  const { agentId } = session.value.agent.agent;
  const recording = await parts.store.recording(recordingId);
  if (recording === null || recording.length === null || recording.length === 0)
    return refuse('unknownRecording');
  if (!(await mayHear(parts, agentId, recording.taskId, recording.ownerId))) return refuse('notAllowed');
  const size = recording.deletedAt === null ? await parts.recordings.size(recordingId) : null;
  if (size === null) return refuse('unknownRecording');
  const { callId } = recording;
  return ok({
    size,
    read: (from, until) => parts.recordings.read(recordingId, from, until),
    heard: () => audit(parts, agentId, 'recording.heard', recordingId, { callId }),
  });
}

type TaskOf = NonNullable<Awaited<ReturnType<Parts['store']['recording']>>>['taskId'];

async function mayHear(
  parts: Parts,
  agentId: AgentId,
  taskId: TaskOf,
  ownerId: AgentId | null,
): Promise<boolean> {
  if (isInCharge(parts, agentId) || ownerId === agentId) return true;
  return taskId !== null && (await parts.store.task(taskId))?.ownerId === agentId;
}

/** VM-7: looks at what has been kept long enough. In mind only: every start looks anew. */
export interface RecordingsDeadline {
  readonly look: 'recordings';
}

const lookEvery: Milliseconds = hours(1);
const atOnce = 200;

export function watchRecordings(parts: Parts): void {
  const { deadlines, clock } = parts;
  deadlines.watch({ key: 'recordings', at: clock.now() + lookEvery, body: { look: 'recordings' } });
  deleteOldSounds(parts).catch((cause: unknown) =>
    parts.log.error('messages that were kept long enough could not be deleted', { cause: String(cause) }),
  );
}

/** The sound goes first: a row that says "deleted" is never wrong. */
async function deleteOldSounds(parts: Parts): Promise<void> {
  const { store, clock, settings, recordings, journal, log } = parts;
  const before = clock.now() - settings.timings.recordingsFor;
  const old = await store.recordingsBefore(before, atOnce);
  for (const recording of old) {
    await recordings.remove(recording.recordingId);
    await journal.write({
      changes: [{ put: 'recording', recording: { ...recording, deletedAt: clock.now() } }],
    });
  }
  if (old.length > 0)
    log.info('messages were deleted, because they had been kept long enough', { count: old.length });
}
