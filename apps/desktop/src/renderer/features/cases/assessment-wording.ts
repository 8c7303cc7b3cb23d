import type { Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

/** What is meant by each word, short enough to be read while somebody talks. */
export const severityMeanings: Record<Severity, Message> = defineMessages({
  minor: { id: 'severityMeaning.minor' },
  moderate: { id: 'severityMeaning.moderate' },
  serious: { id: 'severityMeaning.serious' },
  safety: { id: 'severityMeaning.safety' },
});

export const impactMeanings: Record<Impact, Message> = defineMessages({
  one: { id: 'impactMeaning.one' },
  several: { id: 'impactMeaning.several' },
  many: { id: 'impactMeaning.many' },
});

export const urgencyMeanings: Record<Urgency, Message> = defineMessages({
  low: { id: 'urgencyMeaning.low' },
  normal: { id: 'urgencyMeaning.normal' },
  high: { id: 'urgencyMeaning.high' },
});
