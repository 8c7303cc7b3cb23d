import type { Language } from '@ringside/shared/model/language';
import type { MailOutcome } from '../domain/letter/after-attempt.ts';

/** The mail server that letters are handed to (LETTER-6). */
export interface Mail {
  /**
   * Hands it over, once, in a bounded time. Never rejects: what the server says, or that it was not reached, is the
   * outcome. `cutOff` ends it at once: the outcome says then, too, whether the server may have it.
   */
  send(mail: OutgoingMail, cutOff: AbortSignal): Promise<MailOutcome>;
}

export interface OutgoingMail {
  /** the same each time this letter is handed over, so that a second one can be told from the first */
  readonly messageId: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly files: readonly OutgoingFile[];
}

export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  /** reads it from its beginning */
  read(): AsyncIterable<Uint8Array>;
}
