import type { AgentId, AttachmentId, CaseId, LetterId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';
import type { LetterChannel, LetterPurpose, LetterState } from '@ringside/shared/model/letter';

/** A letter to begin from, in three languages; merge fields in double braces: {{customer.name}} (LETTER-1). */
export interface LetterTemplate {
  readonly template: string;
  readonly purpose: LetterPurpose;
  readonly name: LocalText;
  readonly subject: LocalText;
  readonly body: LocalText;
}

/** A letter on a case: what the customer got, word for word. */
export interface Letter {
  readonly letterId: LetterId;
  readonly caseId: CaseId;
  readonly template: string | null;
  /** as the template had it when the letter was written */
  readonly purpose: LetterPurpose;
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
  /** when it was first given to be sent: how long it is tried counts from here */
  readonly queuedAt: Instant | null;
  /** when the mail server took it, or it was printed */
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
  /** taken off the case; the line stays, the bytes are gone */
  readonly removedBy: AgentId | null;
  readonly removedAt: Instant | null;
  readonly version: number;
}
