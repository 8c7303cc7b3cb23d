import type { Result } from '@ringside/shared/model/result';
import type { MessageRefusal } from '../message/message-refusal.ts';
import type { ReadMessage } from '../message/parse-message.ts';
import type { LiveFlow } from './live-flow.ts';

/** What transports tell the transactions. */
export interface Hearing {
  message(read: Result<ReadMessage, MessageRefusal>, flow: LiveFlow): void;
  closed(flow: LiveFlow): void;
}
