import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { CallId, RecordingId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { centre, li, maya, noor, okafor, okaforsNumber, service } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';
import { defaultTimings } from './settings.ts';

/** Everybody who waits a minute is sent to the voicemail. */
const toVoicemail = {
  centre: {
    queues: centre.queues.map((queue) =>
      queue.queueId === service
        ? {
            ...queue,
            voicemail: { longest: minutes(2), dueWithin: minutes(240) },
            overflow: [{ when: 'waited', over: seconds(60), to: { to: 'voicemail' } } as const],
          }
        : queue,
    ),
  },
};

const asked = (rig: Rig, callId: CallId, ask: string) =>
  rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === ask);
const wordsEnd = (rig: Rig, callId: CallId) =>
  rig.happens({
    type: 'announced',
    callId,
    announcementId: asked(rig, callId, 'announce')?.['announcementId'] as string,
    how: 'finished',
  });
const recordingOf = (rig: Rig, callId: CallId): RecordingId =>
  asId(asked(rig, callId, 'record')?.['recordingId'] as string);

/** Mr Okafor waits too long, hears the greeting, and the tone. */
async function okaforIsRecorded(rig: Rig): Promise<{ callId: CallId; recordingId: RecordingId }> {
  const callId = await rig.callIn();
  await rig.advance(seconds(61));
  expect(asked(rig, callId, 'announce')?.['sounds']).toEqual(['voicemail-greeting-en']);
  await wordsEnd(rig, callId);
  return { callId, recordingId: recordingOf(rig, callId) };
}

describe('VM a caller leaves a message', () => {
  test('VM-1 greeting, then the tone and the recording, then a goodbye', async () => {
    const rig = await openRig(toVoicemail);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    expect(asked(rig, callId, 'record')).toMatchObject({ longest: minutes(2) });
    await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    expect(asked(rig, callId, 'announce')?.['sounds']).toEqual(['voicemail-thanks-en']);
    await wordsEnd(rig, callId);
    expect(asked(rig, callId, 'release')).toBeDefined();
    expect((await rig.store.call(callId))?.outcome).toBe('leftMessage');
  });

  test('VM-2 it becomes a follow-up with customer, number and due time, and its owner sees it', async () => {
    const rig = await openRig(toVoicemail);
    const atMaya = await rig.enter(maya);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    const [task] = await rig.store.tasksOfAgent(maya.agentId, 'open', 10);
    const { customerId } = okafor;
    expect(task).toMatchObject({ kind: 'callBack', customerId, callId, number: okaforsNumber });
    expect(task?.dueAt).toBe(rig.clock.now() + minutes(240));
    const shown = atMaya.screen.of('task').at(-1)?.task;
    expect(shown?.recording).toEqual({ recordingId, lengthMs: seconds(9), kept: true });
  });

  test('VM-3 agents of the queue get them in turn', async () => {
    const rig = await openRig(toVoicemail);
    for (let message = 0; message < 4; message += 1) {
      const { callId, recordingId } = await okaforIsRecorded(rig);
      await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    }
    for (const { agentId } of [maya, li])
      expect(await rig.store.tasksOfAgent(agentId, 'open', 10)).toHaveLength(2);
  });

  test('VM-2 a caller who hangs up after speaking has left a message all the same', async () => {
    const rig = await openRig(toVoicemail);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    await rig.hangUp(callId);
    await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(4) });
    expect(await rig.store.tasksOfCustomer(okafor.customerId)).toHaveLength(1);
    expect((await rig.store.call(callId))?.outcome).toBe('leftMessage');
  });

  test('VM-5 an empty message makes no follow-up and is written down as such', async () => {
    const rig = await openRig(toVoicemail);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    await rig.happens({ type: 'recorded', callId, recordingId, length: 0 });
    await wordsEnd(rig, callId);
    expect(await rig.store.tasksOfCustomer(okafor.customerId)).toEqual([]);
    expect(await rig.store.recording(recordingId)).toMatchObject({ length: 0, taskId: null });
    expect((await rig.store.call(callId))?.outcome).toBe('abandoned');
  });

  test('VM-6 when nothing can be recorded the caller is told so', async () => {
    const rig = await openRig(toVoicemail);
    rig.telephony.noRoom = true;
    const { callId } = await okaforIsRecorded(rig);
    expect(asked(rig, callId, 'announce')?.['sounds']).toEqual(['voicemail-not-possible-en']);
    await wordsEnd(rig, callId);
    expect((await rig.store.call(callId))?.outcome).toBe('failed');
  });

  test('VM-8 a restart in the middle of a message keeps what had been said', async () => {
    const rig = await openRig(toVoicemail);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    rig.recordings.files.set(recordingId, new Uint8Array(44 + 16 * 3_000));
    await rig.restart([]);
    expect(await rig.store.recording(recordingId)).toMatchObject({ length: 3_000 });
    expect(await rig.store.tasksOfCustomer(okafor.customerId)).toHaveLength(1);
    expect((await rig.store.call(callId))?.outcome).toBe('leftMessage');
  });

  test('VM-8 who was hearing the greeting when the gateway restarted hears it again, and is recorded', async () => {
    const rig = await openRig(toVoicemail);
    const callId = await rig.callIn();
    await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: 'a leg' });
    await rig.advance(seconds(61));
    await rig.restart([callId]);
    expect(asked(rig, callId, 'announce')?.['sounds']).toEqual(['voicemail-greeting-en']);
    await wordsEnd(rig, callId);
    const recordingId = recordingOf(rig, callId);
    await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    expect(await rig.store.tasksOfCustomer(okafor.customerId)).toHaveLength(1);
  });
});

const signInAgain = (rig: Rig, { userName }: { userName: string }) =>
  rig.gateway.desk.signIn({ userName, password: userName, from: '127.0.0.1' }).then((signedIn) => {
    if (!signedIn.ok) throw new Error(signedIn.refusal.problem);
    return signedIn.value;
  });

describe('VM-4 who may hear a message', () => {
  async function mayasMessage(rig: Rig): Promise<RecordingId> {
    await rig.enter(maya);
    const { callId, recordingId } = await okaforIsRecorded(rig);
    await rig.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    rig.recordings.files.set(recordingId, new Uint8Array(1_000));
    return recordingId;
  }

  test('VM-4 its owner and a supervisor, and it is audited; nobody else', async () => {
    const rig = await openRig(toVoicemail);
    const recordingId = await mayasMessage(rig);
    const [atMaya, atLi, atNoor] = [await signInAgain(rig, maya), await rig.enter(li), await rig.enter(noor)];
    const { desk } = rig.gateway;
    const mayas = await desk.sound(atMaya.token, recordingId);
    expect(mayas.ok && mayas.value.size).toBe(1_000);
    if (mayas.ok) mayas.value.heard();
    expect((await desk.sound(atNoor.token, recordingId)).ok).toBe(true);
    expect(await desk.sound(atLi.token, recordingId)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    expect(await desk.sound('nobody', recordingId)).toMatchObject({ refusal: { problem: 'notSignedIn' } });
    await rig.advance(seconds(1));
    expect(await rig.store.auditOf(recordingId, rig.clock.now() + 1, 10)).toMatchObject([
      { who: maya.agentId, did: 'recording.heard' },
    ]);
  });

  test('VM-7 a sound that was kept long enough is deleted, and who asks for it learns that it is gone', async () => {
    expect(defaultTimings.recordingsFor).toBe(days(90));
    const timings = { ...defaultTimings, recordingsFor: hours(3) };
    const rig = await openRig({ ...toVoicemail, settings: { timings } });
    const recordingId = await mayasMessage(rig);
    await rig.advance(hours(2));
    expect(rig.recordings.files.has(recordingId)).toBe(true);
    await rig.advance(hours(1));
    await rig.advance(hours(1));
    expect(rig.recordings.files.has(recordingId)).toBe(false);
    const { token } = await signInAgain(rig, maya);
    expect(await rig.gateway.desk.sound(token, recordingId)).toMatchObject({
      refusal: { problem: 'unknownRecording' },
    });
  });
});
