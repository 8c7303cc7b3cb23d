import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type en from './en.json';

/** The id of a message; the three catalogues hold the same ids. */
export type MessageId = keyof typeof en;
export interface Message {
  readonly id: MessageId;
}
type Values = Readonly<Record<string, string | number>>;

/** Gives the words of a message in the language of the screen. */
export type Text = (message: Message, values?: Values) => string;

export function useText(): Text {
  const intl = useIntl();
  return useCallback((message, values) => intl.formatMessage(message, values), [intl]);
}
