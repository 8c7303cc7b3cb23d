import type { HandReason } from '@ringside/shared/model/hand';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/** What an agent needs help with. */
export const handReasonWords: Record<HandReason, Message> = defineMessages({
  upsetCaller: { id: 'hand.reason.upsetCaller' },
  needsDecision: { id: 'hand.reason.needsDecision' },
  needsAnswer: { id: 'hand.reason.needsAnswer' },
  technical: { id: 'hand.reason.technical' },
  other: { id: 'hand.reason.other' },
});
