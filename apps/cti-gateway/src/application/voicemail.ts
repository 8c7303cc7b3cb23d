import type { CallId, QueueId, RecordingId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { VoicemailRule } from '../domain/centre/queue.ts';
import type { Recording } from '../domain/waiting/recording.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import { showTask } from './tasks/show-task.ts';
import { followUpTask, ownerInTurn } from './task-in-turn.ts';

/** Where a queue has no rule of its own and a caller is sent to its voicemail all the same. */
const usualVoicemail: VoicemailRule = { longest: minutes(2), dueWithin: hours(4) };
/** Who has said nothing for this long has finished. */
const silence: Milliseconds = seconds(5);

/** VM-1: a caller was sent to the voicemail of a queue: what they will say is expected from now on. */
export function expectMessage({ whileWaiting, journal }: Parts, { call, callId }: LiveCall): void {
  if (call.state !== 'leavingMessage' || whileWaiting.recordings.has(call.recordingId)) return;
  const { recordingId, queueId, customerId, caller, since: startedAt } = call;
  const recording: Recording = {
    recordingId,
    callId,
    queueId,
    customerId,
    number: caller.kind === 'number' ? caller.number : null,
    startedAt,
    length: null,
    taskId: null,
    ownerId: null,
    deletedAt: null,
  };
  whileWaiting.recordings.set(recordingId, recording);
  void journal.write({ changes: [{ put: 'recording', recording }] });
}

/** The greeting was said: the tone comes with the recording. */
export function beginMessage(parts: Parts, live: LiveCall): void {
  const { call } = live;
  if (call.state !== 'leavingMessage') return;
  const { longest } = ruleOf(parts, call.queueId);
  follow(parts, live, { do: 'beginMessage', longest, silence });
}

/** VM-2 to VM-4: what was said becomes a follow-up; where nothing was said, that is written down alone. */
export async function messageRecorded(
  parts: Parts,
  callId: CallId,
  recordingId: RecordingId,
  length: Milliseconds,
): Promise<void> {
  const { store, whileWaiting, log } = parts;
  const recording = whileWaiting.recordings.get(recordingId) ?? (await store.recording(recordingId));
  const live = parts.floor.calls.get(callId);
  if (live) follow(parts, live, { do: 'leaveMessage', recordingId, length });
  if (recording === null || recording.length !== null) return;
  whileWaiting.recordings.delete(recordingId);
  log.info('message left', { callId, seconds: Math.round(length / 1_000) });
  if (length > 0) return becomesTask(parts, { ...recording, length });
  await parts.journal.write({ changes: [{ put: 'recording', recording: { ...recording, length } }] });
}

async function becomesTask(parts: Parts, recording: Recording): Promise<void> {
  const { clock, journal, store } = parts;
  const { recordingId, callId, queueId, number } = recording;
  const owner = (await ownerInTurn(parts, queueId))?.agent;
  if (owner === undefined) {
    await journal.write({ changes: [{ put: 'recording', recording }] });
    return;
  }
  const now = clock.now();
  // the caller may have been recognised by a number they keyed in
  const customerId = recording.customerId ?? (await store.call(callId))?.customerId ?? null;
  const taskId = asId<'task'>(`voicemail-${recordingId}`.slice(0, 64));
  const task = followUpTask('voicemail', owner, {
    taskId,
    note: '',
    dueAt: now + ruleOf(parts, queueId).dueWithin,
    customerId,
    callId,
    number,
    createdAt: now,
  });
  const kept: Recording = { ...recording, customerId, taskId, ownerId: owner.agentId };
  const written = await journal.write({
    changes: [
      { put: 'task', task },
      { put: 'recording', recording: kept },
    ],
  });
  if (written.ok) await showTask(parts, task);
}

/** VM-5: messages that were being spoken when the gateway stopped: what had been written of them is kept. */
export async function recoverMessages(parts: Parts): Promise<void> {
  for (const recording of await parts.store.unfinishedRecordings()) {
    const { recordingId, callId } = recording;
    const call = parts.floor.calls.get(callId)?.call;
    const greeted = call?.state === 'leavingMessage' && call.step === 'greeting';
    if (greeted) parts.whileWaiting.recordings.set(recordingId, recording);
    else await messageRecorded(parts, callId, recordingId, await lengthOf(parts, recordingId));
  }
}

/** 16 bits at 8 kHz, after the header of a WAV file. */
const bytesPerMillisecond = 16;
const wavHeader = 44;

async function lengthOf({ recordings }: Parts, recordingId: RecordingId): Promise<Milliseconds> {
  const bytes = (await recordings.size(recordingId)) ?? 0;
  return Math.max(0, Math.round((bytes - wavHeader) / bytesPerMillisecond));
}

const ruleOf = ({ centre }: Parts, queueId: QueueId): VoicemailRule =>
  centre.queues.find((queue) => queue.queueId === queueId)?.voicemail ?? usualVoicemail;
