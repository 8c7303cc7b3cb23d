import type { MessagePriority } from '@ringside/shared/model/floor-message';
import type { AgentId, CaseId, MessageId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

/** Whom a message is meant for; a queue's are those who serve it. */
export type MessageTo =
  | { readonly kind: 'agent'; readonly agentId: AgentId }
  | { readonly kind: 'queue'; readonly queueId: QueueId }
  | { readonly kind: 'all' }
  /** those in charge whom a case was escalated to */
  | { readonly kind: 'inCharge' };

/** What people on the floor were told by somebody in charge, or those in charge by an escalation (SPEC MSG). Plain text. */
export interface FloorMessage {
  readonly messageId: MessageId;
  readonly at: Instant;
  readonly fromId: AgentId;
  readonly to: MessageTo;
  readonly priority: MessagePriority;
  readonly text: string;
  /** the case that was escalated; null: it is about none */
  readonly escalated: EscalatedCase | null;
  /** everybody it was sent to, with when they read it */
  readonly readers: readonly MessageReader[];
}

interface EscalatedCase {
  readonly caseId: CaseId;
  readonly reference: string;
}

export interface MessageReader {
  readonly agentId: AgentId;
  readonly readAt: Instant | null;
}
