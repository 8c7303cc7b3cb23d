import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { CheckAnswers } from '@ringside/shared/protocol/prevention';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const outcomeWords: Record<Satisfaction, Message> = defineMessages({
  satisfied: { id: 'satisfaction.satisfied' },
  notSatisfied: { id: 'satisfaction.notSatisfied' },
  notReached: { id: 'satisfaction.notReached' },
});

export type Question = keyof CheckAnswers;
/** In the order in which they are asked. */
export const questions: readonly Question[] = ['solved', 'handled', 'stay'];
export const questionWords: Record<Question, Message> = defineMessages({
  solved: { id: 'satisfaction.solved' },
  handled: { id: 'satisfaction.handled' },
  stay: { id: 'satisfaction.stay' },
});
export const marks = ['1', '2', '3', '4', '5'] as const;
