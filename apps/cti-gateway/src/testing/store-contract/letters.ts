import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { Attachment, Letter } from '../../domain/letter/letter.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const caseId = asId<'case'>('case-1');

const aLetter = (id: string, changed: Partial<Letter> = {}): Letter => ({
  letterId: asId(id),
  caseId,
  template: 'answer',
  purpose: 'answer',
  language: 'zh-Hant',
  channel: 'email',
  to: 'chen@example.com',
  subject: '關於您的意見 C-2291',
  body: '陳先生您好：\n\n…',
  attachmentIds: [asId('file-1'), asId('file-2')],
  state: 'queued',
  writtenBy: asId('maya'),
  writtenAt: 100,
  queuedAt: 110,
  sentAt: null,
  attempts: 2,
  nextAttemptAt: 200,
  trouble: '451 later',
  version: 1,
  ...changed,
});

const aFile = (id: string, changed: Partial<Attachment> = {}): Attachment => ({
  attachmentId: asId(id),
  caseId,
  name: '收據.pdf',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: 'abc',
  addedBy: null,
  addedAt: 100,
  removedBy: null,
  removedAt: null,
  version: 1,
  ...changed,
});

export function letterContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('letters and files of a case', () => {
    it('STORE-11 letters come back as written, those of a case by when they were', async ({ store, put }) => {
      const [first, second] = [
        aLetter('l1'),
        aLetter('l2', { writtenAt: 90, template: null, attachmentIds: [] }),
      ];
      await put(
        { put: 'letter', letter: first },
        { put: 'letter', letter: second },
        { put: 'letter', letter: aLetter('l3', { caseId: asId('another') }) },
      );
      expect(await store.letter(first.letterId)).toEqual(first);
      expect(await store.letter(asId('none'))).toBeNull();
      expect(await store.lettersOfCase(caseId)).toEqual([second, first]);
    });

    it('STORE-3 two people at one letter: the second is a conflict', async ({ store, put }) => {
      await put({ put: 'letter', letter: aLetter('l1') });
      await put({ put: 'letter', letter: aLetter('l1', { state: 'sending', version: 2 }) });
      const again = await store.commit([
        { put: 'letter', letter: aLetter('l1', { state: 'discarded', version: 2 }) },
      ]);
      expect(again).toEqual(refuse('conflict'));
      expect((await store.letter(asId('l1')))?.state).toBe('sending');
    });

    it('LETTER-14 what is not out yet is counted by state', async ({ store, put }) => {
      const states = [
        'draft',
        'queued',
        'queued',
        'sending',
        'sent',
        'unsure',
        'failed',
        'printed',
        'discarded',
      ] as const;
      await put(
        ...states.map((state, nth) => ({ put: 'letter', letter: aLetter(`l${nth}`, { state }) }) as const),
      );
      expect(await store.lettersUnderWay()).toEqual({ queued: 2, sending: 1, unsure: 1, failed: 1 });
    });

    it('LETTER-13 files come back with those that were taken off, and who did', async ({ store, put }) => {
      const file = aFile('f1');
      await put(
        { put: 'attachment', attachment: file },
        { put: 'attachment', attachment: aFile('f0', { addedAt: 90 }) },
      );
      const removed = aFile('f1', { removedBy: asId('noor'), removedAt: 300, version: 2 });
      await put({ put: 'attachment', attachment: removed });
      expect(await store.attachment(file.attachmentId)).toEqual(removed);
      const ids = (await store.attachmentsOfCase(caseId)).map(({ attachmentId }) => attachmentId);
      expect(ids).toEqual(['f0', 'f1']);
    });
  });
}
