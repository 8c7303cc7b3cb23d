import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { Notice } from '../../domain/notice/notice.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const aNotice = (id: string, changed: Partial<Notice> = {}): Notice => ({
  noticeId: asId(id),
  toAgentId: asId('grace'),
  address: 'grace@example.com',
  language: 'zh-Hant',
  subject: '提醒：明天由您輪值',
  text: '明天 09:00 至 18:00 由您輪值。',
  calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  usefulUntil: 900,
  state: 'queued',
  queuedAt: 100,
  sentAt: null,
  attempts: 2,
  nextAttemptAt: 200,
  trouble: '451 later',
  version: 1,
  ...changed,
});

export function noticeContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('notices to colleagues', () => {
    it('NOTICE-1 come back as written, and one that is there is not queued again', async ({ store, put }) => {
      const notice = aNotice('n1');
      await put({ put: 'notice', notice });
      expect(await store.notice(notice.noticeId)).toEqual(notice);
      expect(await store.notice(asId('none'))).toBeNull();
      expect(await store.commit([{ put: 'notice', notice }])).toEqual(refuse('conflict'));
      const sent = aNotice('n1', { state: 'sent', sentAt: 250, calendar: null, version: 2 });
      await put({ put: 'notice', notice: sent });
      expect(await store.notice(notice.noticeId)).toEqual(sent);
    });

    it('NOTICE-4 are counted by state, and those in trouble listed, newest first', async ({ store, put }) => {
      const states = ['queued', 'queued', 'sending', 'sent', 'unsure', 'failed', 'failed'] as const;
      await put(
        ...states.map(
          (state, nth) =>
            ({ put: 'notice', notice: aNotice(`n${nth}`, { state, queuedAt: 100 + nth }) }) as const,
        ),
      );
      expect(await store.noticesUnderWay()).toEqual({ queued: 2, sending: 1, unsure: 1, failed: 2 });
      const listed = async (since: number, limit: number) =>
        (await store.noticesInTrouble(since, limit)).map(({ noticeId }) => noticeId);
      expect(await listed(0, 10)).toEqual(['n6', 'n5', 'n4']);
      expect(await listed(0, 2)).toEqual(['n6', 'n5']);
      expect(await listed(106, 10)).toEqual(['n6']);
    });
  });
}
