import type { AgentId, AttachmentId, CaseId, LetterId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { LetterChannel, LetterState } from '@ringside/shared/model/letter';
import type { LocalText } from '@ringside/shared/model/language';

/** A letter to begin from, in three languages; merge fields in double braces: {{customer.name}} (LETTER-1). */
export interface LetterTemplate {
  readonly template: string;
  readonly name: LocalText;
  readonly subject: LocalText;
  readonly body: LocalText;
}

/** A letter on a case: what the customer got, word for word. */
export interface Letter {
  readonly letterId: LetterId;
  readonly caseId: CaseId;
  readonly template: string | null;
  readonly language: Language;
  readonly channel: LetterChannel;
  /** an e-mail address, or a postal one line by line */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachmentIds: readonly AttachmentId[];
  readonly state: LetterState;
  readonly writtenBy: AgentId | null;
  readonly writtenAt: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  /** what the mail server said last */
  readonly trouble: string | null;
  readonly version: number;
}

/** A file on a case; its bytes stand in the data folder under its id. */
export interface Attachment {
  readonly attachmentId: AttachmentId;
  readonly caseId: CaseId;
  readonly name: string;
  /** as its first bytes say, not its name */
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: AgentId | null;
  readonly addedAt: Instant;
  /** taken off the case; the line stays */
  readonly removedAt: Instant | null;
  readonly version: number;
}

export interface LetterLimits {
  readonly attachmentBytes: number;
  readonly perCase: number;
  readonly retryFor: Milliseconds;
}
