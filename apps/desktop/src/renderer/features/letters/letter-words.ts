import type { LetterChannel, LetterPurpose, LetterState } from '@ringside/shared/model/letter';
import type { Language } from '@ringside/shared/model/language';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const letterStateWords: Record<LetterState, Message> = defineMessages({
  draft: { id: 'letters.stateDraft' },
  queued: { id: 'letters.stateQueued' },
  sending: { id: 'letters.stateSending' },
  sent: { id: 'letters.stateSent' },
  unsure: { id: 'letters.stateUnsure' },
  failed: { id: 'letters.stateFailed' },
  printed: { id: 'letters.statePrinted' },
  discarded: { id: 'letters.stateDiscarded' },
});

export const letterChannelWords: Record<LetterChannel, Message> = defineMessages({
  email: { id: 'letters.byEmail' },
  print: { id: 'letters.byPost' },
});

/** What a letter is called in the name of its file. */
export const letterFileWords: Record<LetterPurpose, Message> = defineMessages({
  acknowledgement: { id: 'letters.fileAcknowledgement' },
  answer: { id: 'letters.fileAnswer' },
  other: { id: 'letters.fileOther' },
});

export const languageWords: Record<Language, Message> = defineMessages({
  en: { id: 'admin.languageEn' },
  'zh-Hant': { id: 'admin.languageHant' },
  'zh-Hans': { id: 'admin.languageHans' },
});
