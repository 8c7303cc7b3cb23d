import { asId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import type {
  FilesOfCase,
  LetterPreview,
  LettersOfCase,
  LetterView,
} from '@ringside/shared/protocol/letters';

/** Letters and files of 陳大文's complaint C-2291, in every state that asks for something. */
export function lettersOf2291(now: number): LettersOfCase {
  const letter = (letterId: string, changed: Partial<LetterView>): LetterView => ({
    letterId: asId(letterId),
    template: 'acknowledgement',
    purpose: 'acknowledgement',
    language: 'zh-Hant',
    channel: 'email',
    to: 'chen@example.com',
    subject: '我們已收到您的意見 C-2291',
    body: '陳先生您好：\n\n感謝您告訴我們。造成您的困擾，我們深感抱歉。\n\n福爾摩沙家電',
    attachmentIds: [],
    state: 'sent',
    writtenByName: 'Maya',
    writtenAt: now - 7_200_000,
    sentAt: now - 7_190_000,
    attempts: 1,
    nextAttemptAt: null,
    trouble: null,
    version: 4,
    ...changed,
  });
  return {
    letters: [
      letter('letter-sent', {}),
      letter('letter-failed', {
        subject: '關於您的意見 C-2291',
        state: 'failed',
        sentAt: null,
        trouble: '550 5.1.1 no such user here',
      }),
      letter('letter-unsure', {
        subject: '我們向您致歉',
        state: 'unsure',
        sentAt: null,
        trouble: 'Connection closed',
      }),
      letter('letter-draft', { subject: '退款通知', state: 'draft', sentAt: null, attempts: 0, version: 1 }),
    ],
    mayWrite: true,
    mailReady: true,
    customer: {
      name: '陳大文',
      language: 'zh-Hant',
      email: 'chen@example.com',
      address: '台北市信義區\n松仁路 1 號',
    },
  };
}

export function filesOf2291(now: number): FilesOfCase {
  const file = (
    name: string,
    changed: Partial<FilesOfCase['files'][number]>,
  ): FilesOfCase['files'][number] => ({
    attachmentId: asId(`file-${name}`),
    name,
    mediaType: 'application/pdf',
    bytes: 482_113,
    nameFits: true,
    addedByName: 'Maya',
    addedAt: now - 3_600_000,
    removedByName: null,
    removedAt: null,
    version: 1,
    ...changed,
  });
  return {
    files: [
      file('收據 2026-11.pdf', {}),
      file('冒煙.png', { mediaType: 'image/png', bytes: 2_310_044 }),
      file('statement.pdf', { mediaType: 'image/jpeg', nameFits: false }),
      file('wrong-customer.txt', {
        mediaType: 'text/plain',
        bytes: 812,
        removedByName: 'Noor',
        removedAt: now - 600_000,
      }),
    ],
    mayAttach: true,
    limits: { bytes: 20 * 1024 * 1024, perCase: 50 },
  };
}

const previews: Readonly<Record<Language, LetterPreview>> = {
  en: {
    subject: 'We have your complaint C-2291',
    body: 'Dear Mr Chen,\n\nThank you for telling us. You will hear from us by ⟦clock.update⟧.\n\nFormosa Home Appliances',
    missing: ['clock.update'],
  },
  'zh-Hant': {
    subject: '我們已收到您的意見 C-2291',
    body: '陳先生您好：\n\n感謝您告訴我們。我們將於 ⟦clock.update⟧ 前與您聯絡。\n\n福爾摩沙家電',
    missing: ['clock.update'],
  },
  'zh-Hans': {
    subject: '我们已收到您的意见 C-2291',
    body: '陈先生您好：\n\n感谢您告诉我们。我们将于 ⟦clock.update⟧ 前与您联系。\n\n福尔摩沙家电',
    missing: ['clock.update'],
  },
};
export const letterPreviewIn = (language: Language): LetterPreview => previews[language];

/** A picture of one pixel (PNG). */
export const onePixel = (): Blob =>
  new Blob(
    [
      Uint8Array.from(
        atob(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        ),
        (letter) => letter.charCodeAt(0),
      ),
    ],
    { type: 'image/png' },
  );
