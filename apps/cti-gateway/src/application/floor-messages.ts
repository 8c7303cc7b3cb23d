import type { MessagePriority } from '@ringside/shared/model/floor-message';
import type { AgentId, MessageId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { hasAll } from '../domain/acd/idle-agents.ts';
import { localDay } from '../domain/centre/local-day.ts';
import type { FloorMessage, MessageTo } from '../domain/supervision/floor-message.ts';
import type { FloorAgent } from './floor.ts';
import type { Asker } from './made-once.ts';
import { idMadeBy } from './made-once.ts';
import type { Parts } from './parts.ts';
import { audit } from './sign-in.ts';
import { messageView } from './views/message-view.ts';

export interface MessageEntry {
  readonly to: Exclude<MessageTo, { readonly kind: 'inCharge' }>;
  readonly priority: MessagePriority;
  readonly text: string;
}

/** MSG-1: to everybody meant who is signed in; to one person also where they are not: they find it when they come today. */
export async function sendMessage(
  parts: Parts,
  asker: Asker,
  { to, priority, text }: MessageEntry,
): Promise<
  Result<{ messageId: MessageId; recipients: number }, 'unknownAgent' | 'unknownQueue' | 'agentIsAway'>
> {
  const { floor, clock, journal, secrets } = parts;
  const meant = recipientsOf(parts, asker.agentId, to);
  if (!meant.ok) return meant;
  const readers = meant.value.map(({ agent: { agentId } }) => ({ agentId, readAt: null }));
  if (readers.length === 0) return refuse('agentIsAway');
  const messageId = idMadeBy(secrets, asker, 'message');
  const sent = { messageId, recipients: readers.length };
  if (floor.messages.some((known) => known.messageId === messageId)) return ok(sent);
  const message: FloorMessage = {
    ...{ messageId, to, priority, text, readers, escalated: null },
    at: clock.now(),
    fromId: asker.agentId,
  };
  const { from: before } = dayOf(parts);
  floor.messages = [...floor.messages.filter(({ at }) => at >= before), message];
  await journal.write({
    changes: [
      { put: 'messagesGone', before },
      { put: 'message', message },
    ],
  });
  audit(parts, asker.agentId, 'messageSent', messageId, { to, priority, recipients: readers.length });
  showMessage(parts, message);
  return ok(sent);
}

/** MSG-2: to everybody it was sent to, once it is written, and to its sender. */
export function showMessage(parts: Parts, message: FloorMessage): void {
  const { floor } = parts;
  if (!floor.messages.some(({ messageId }) => messageId === message.messageId))
    floor.messages = [...floor.messages, message];
  for (const { agentId } of message.readers) show(parts, message, agentId);
  show(parts, message, message.fromId);
}

/** MSG-3: its sender sees who has read it. */
export async function readMessage(
  parts: Parts,
  agentId: AgentId,
  messageId: MessageId,
): Promise<Result<void, 'notAllowed'>> {
  const { floor, clock, journal } = parts;
  const message = floor.messages.find((known) => known.messageId === messageId);
  const reader = message?.readers.find((one) => one.agentId === agentId);
  // it may be of yesterday by now
  if (message === undefined) return ok(undefined);
  if (reader === undefined) return refuse('notAllowed');
  if (reader.readAt !== null) return ok(undefined);
  const readAt = clock.now();
  const readers = message.readers.map((one) => (one === reader ? { agentId, readAt } : one));
  const read: FloorMessage = { ...message, readers };
  floor.messages = floor.messages.map((known) => (known === message ? read : known));
  await journal.write({ changes: [{ put: 'messageRead', messageId, agentId, at: readAt }] });
  show(parts, read, agentId);
  show(parts, read, message.fromId);
  return ok(undefined);
}

/** MSG-4: those of today are there again after a restart. */
export async function recoverMessagesOfToday(parts: Parts): Promise<void> {
  parts.floor.messages = await parts.store.messagesSince(dayOf(parts).from);
}

const dayOf = ({ clock, centre }: Parts) => localDay(clock.now(), centre.timeZone);

function recipientsOf(
  { floor, centre }: Parts,
  sender: AgentId,
  to: MessageEntry['to'],
): Result<readonly FloorAgent[], 'unknownAgent' | 'unknownQueue'> {
  const present = [...floor.agents.values()].filter(
    ({ presence, agent }) => presence.state !== 'signedOut' && agent.agentId !== sender,
  );
  if (to.kind === 'all') return ok(present);
  if (to.kind === 'agent') {
    const one = floor.agents.get(to.agentId);
    return one === undefined ? refuse('unknownAgent') : ok([one]);
  }
  const queue = centre.queues.find(({ queueId }) => queueId === to.queueId);
  if (queue === undefined) return refuse('unknownQueue');
  return ok(present.filter(({ skills }) => hasAll(skills, queue.skills)));
}

function show({ desks, floor }: Parts, message: FloorMessage, viewer: AgentId): void {
  desks.show(viewer, { what: 'message', message: messageView(floor, message, viewer) });
}
