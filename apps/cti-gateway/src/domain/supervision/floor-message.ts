import type { MessagePriority } from '@ringside/shared/model/floor-message';
import type { AgentId, MessageId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

/** Whom a message is meant for; a queue's are those who serve it. */
export type MessageTo =
  | { readonly kind: 'agent'; readonly agentId: AgentId }
  | { readonly kind: 'queue'; readonly queueId: QueueId }
  | { readonly kind: 'all' };

/** What somebody in charge told people on the floor (SPEC MSG). Plain text. */
export interface FloorMessage {
  readonly messageId: MessageId;
  readonly at: Instant;
  readonly fromId: AgentId;
  readonly to: MessageTo;
  readonly priority: MessagePriority;
  readonly text: string;
  /** everybody it was sent to, with when they read it */
  readonly readers: readonly MessageReader[];
}

export interface MessageReader {
  readonly agentId: AgentId;
  readonly readAt: Instant | null;
}
