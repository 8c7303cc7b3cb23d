import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { Length } from './span.ts';

export const views = ['layers', 'people', 'list'] as const;
export type View = (typeof views)[number];

export const viewWords: Record<View, Message> = defineMessages({
  layers: { id: 'rota.byLayers' },
  people: { id: 'rota.byPeople' },
  list: { id: 'rota.asList' },
});

export const lengthWords: Record<Length, Message> = defineMessages({
  week: { id: 'rota.week' },
  month: { id: 'rota.month' },
  quarter: { id: 'rota.quarter' },
});
