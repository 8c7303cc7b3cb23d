import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { MessageView } from '@ringside/shared/protocol/supervision';
import type { FloorMessage } from '../../domain/supervision/floor-message.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';

/** A message as one person sees it: who has read it is its sender's alone. */
export function messageView(floor: Floor, message: FloorMessage, viewer: AgentId): MessageView {
  const { messageId, at, fromId, to, priority, text, escalated, readers } = message;
  const name = (agentId: AgentId): string => agentName(floor, agentId);
  return {
    ...{ messageId, at, fromId, priority, text, escalated },
    fromName: name(fromId),
    to: to.kind === 'agent' ? { ...to, name: name(to.agentId) } : to,
    readAt: readers.find(({ agentId }) => agentId === viewer)?.readAt ?? null,
    receipts:
      viewer === fromId
        ? readers.map(({ agentId, readAt }) => ({ agentId, name: name(agentId), readAt }))
        : [],
  };
}

/** Those sent to or by somebody since then. */
export const messagesOf = (floor: Floor, viewer: AgentId, since: Instant): MessageView[] =>
  floor.messages
    .filter(({ at }) => at >= since)
    .filter(({ fromId, readers }) => fromId === viewer || readers.some(({ agentId }) => agentId === viewer))
    .map((message) => messageView(floor, message, viewer));
