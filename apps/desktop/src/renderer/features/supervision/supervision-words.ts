import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const modeWords: Record<SupervisionMode, Message> = defineMessages({
  listen: { id: 'mode.listen' },
  whisper: { id: 'mode.whisper' },
  barge: { id: 'mode.barge' },
});

/** Who hears whom, in a sentence for the supervisor. */
export const modeSentences: Record<SupervisionMode, Message> = defineMessages({
  listen: { id: 'supervision.listen' },
  whisper: { id: 'supervision.whisper' },
  barge: { id: 'supervision.barge' },
});

/** The same for the agent. */
export const seenSentences: Record<SupervisionMode, Message> = defineMessages({
  listen: { id: 'supervision.seenListen' },
  whisper: { id: 'supervision.seenWhisper' },
  barge: { id: 'supervision.seenBarge' },
});
