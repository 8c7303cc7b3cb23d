import type { MessagePriority } from '@ringside/shared/model/floor-message';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const priorityWords: Record<MessagePriority, Message> = defineMessages({
  low: { id: 'message.priority.low' },
  normal: { id: 'message.priority.normal' },
  high: { id: 'message.priority.high' },
});
