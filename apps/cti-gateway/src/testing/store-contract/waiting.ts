import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { describe, expect } from 'vitest';
import type { Recording } from '../../domain/waiting/recording.ts';
import type { AgreedCallback } from '../../ports/store.ts';
import { aCall } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const okaforsNumber = '+886912345678' as PhoneNumber;
const chensNumber = '+886223456789' as PhoneNumber;

const aRecording = (name: string, changed: Partial<Recording> = {}): Recording => ({
  recordingId: asId(name),
  callId: asId(`call-${name}`),
  queueId: asId('service'),
  customerId: null,
  number: okaforsNumber,
  startedAt: 100,
  length: 5_000,
  taskId: null,
  ownerId: null,
  deletedAt: null,
  ...changed,
});
const aCallback = (name: string, changed: Partial<AgreedCallback> = {}): AgreedCallback => ({
  callId: asId(name),
  of: asId(`before-${name}`),
  number: okaforsNumber,
  askedFrom: okaforsNumber,
  by: null,
  agreedAt: 100,
  ...changed,
});

export function waitingContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('messages and callbacks', () => {
    it('STORE-11 a message comes back as written, also by its follow-up', async ({ store, put }) => {
      const taskId = asId<'task'>('listen');
      const kept = aRecording('kept', { taskId, ownerId: asId('maya'), customerId: asId('okafor') });
      await put({ put: 'recording', recording: aRecording('kept', { length: null }) });
      await put({ put: 'recording', recording: kept });
      expect(await store.recording(kept.recordingId)).toEqual(kept);
      expect(await store.recordingsOfTasks([taskId, asId('other')])).toEqual([kept]);
      expect(await store.recording(asId('nobody'))).toBeNull();
    });

    it('VM-8 those that are not known to be over are found, oldest first', async ({ store, put }) => {
      for (const recording of [
        aRecording('second', { startedAt: 200, length: null }),
        aRecording('first', { startedAt: 100, length: null }),
        aRecording('over'),
        aRecording('empty', { length: 0 }),
      ])
        await put({ put: 'recording', recording });
      const found = await store.unfinishedRecordings();
      expect(found.map(({ recordingId }) => recordingId)).toEqual(['first', 'second']);
    });

    it('VM-7 sounds that were kept long enough are found, once', async ({ store, put }) => {
      for (const recording of [
        aRecording('old'),
        aRecording('older', { startedAt: 50 }),
        aRecording('gone', { deletedAt: 150 }),
        aRecording('empty', { length: 0 }),
        aRecording('new', { startedAt: 300 }),
      ])
        await put({ put: 'recording', recording });
      const found = await store.recordingsBefore(200, 10);
      expect(found.map(({ recordingId }) => recordingId)).toEqual(['older', 'old']);
      expect(await store.recordingsBefore(200, 1)).toHaveLength(1);
    });

    it('BACK-8 callbacks are counted by who asked and by who is called, each once', async ({
      store,
      put,
    }) => {
      for (const callback of [
        aCallback('own'),
        aCallback('for-another', { number: chensNumber }),
        aCallback('from-another', { askedFrom: chensNumber }),
        aCallback('withheld', { askedFrom: null }),
        aCallback('by-agent', { askedFrom: null, by: asId('maya') }),
        aCallback('yesterday', { agreedAt: 10 }),
      ])
        await put({ put: 'callback', callback });
      expect(await store.callbacksSince(okaforsNumber, 50)).toBe(4);
      expect(await store.callbacksSince(chensNumber, 50)).toBe(2);
      expect(await store.callbacksSince(okaforsNumber, 101)).toBe(0);
    });

    it('WAIT-1 what recent calls took, newest first', async ({ store, put }) => {
      const handled = (name: string, answeredAt: number, talkMs: number) =>
        aCall(name, {
          answeredAt,
          endedAt: answeredAt + talkMs,
          outcome: 'handled',
          talkMs,
          holdMs: 1,
          wrapUpMs: 2,
        });
      for (const call of [
        handled('old', 10, 100),
        handled('first', 200, 100),
        handled('second', 300, 200),
        aCall('dialled', { answeredAt: 250, outcome: 'handled', queueId: null }),
        aCall('lost', { answeredAt: 250, outcome: 'failed' }),
      ])
        await put({ put: 'call', call });
      const recent = await store.recentHandling(100, 10);
      expect(recent.map(({ handleMs }) => handleMs)).toEqual([203, 103]);
      expect(await store.recentHandling(100, 1)).toHaveLength(1);
    });
  });
}
