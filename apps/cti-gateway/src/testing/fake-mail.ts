import type { AttachmentId } from '@ringside/shared/model/ids';
import type { MailOutcome } from '../domain/letter/after-attempt.ts';
import { headBytes, tailBytes } from '../domain/letter/media-type.ts';
import type { Attachments } from '../ports/attachments.ts';
import type { Mail, OutgoingMail } from '../ports/mail.ts';

export interface FakeMail extends Mail {
  readonly sent: readonly OutgoingMail[];
  /** outcomes of the next letters, first to last; then all are accepted. A promise keeps the letter under way. */
  readonly next: (MailOutcome | Promise<MailOutcome>)[];
}

/** A mail server that says what the test wants. What is cut off before it answers has not got there. */
export function createFakeMail(): FakeMail {
  const sent: OutgoingMail[] = [];
  const next: FakeMail['next'] = [];
  return {
    sent,
    next,
    send: async (mail, cutOff) => {
      sent.push(mail);
      const cut = new Promise<MailOutcome>((resolve) => {
        cutOff.addEventListener('abort', () => resolve({ is: 'notNow', said: 'The gateway was stopped' }));
      });
      return Promise.race([next.shift() ?? { is: 'accepted' as const }, cut]);
    },
  };
}

export interface FakeAttachments extends Attachments {
  readonly files: Map<AttachmentId, Uint8Array>;
}

/** Files in memory. */
export function createFakeAttachments(): FakeAttachments {
  const files = new Map<AttachmentId, Uint8Array>();
  return {
    files,
    receive: async (bytes, most) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      if (whole.length > most) return 'tooLarge';
      const seen = {
        head: whole.subarray(0, headBytes),
        tail: whole.subarray(-tailBytes),
        isText: isText(whole),
      };
      return {
        bytes: whole.length,
        sha256: 'sha-256',
        seen,
        keepAs: async (attachmentId) => void files.set(attachmentId, whole),
        drop: async () => undefined,
      };
    },
    size: (id) => Promise.resolve(files.get(id)?.length ?? null),
    async *read(id) {
      const file = files.get(id);
      if (file) yield file;
    },
    remove: async (id) => void files.delete(id),
  };
}

const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d);
