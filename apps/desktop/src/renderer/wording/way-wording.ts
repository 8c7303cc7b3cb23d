import type { ContactView, ContactWay } from '@ringside/shared/protocol/contact';
import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';
import { queueName } from '../reference.ts';
import { languageWords } from './words-of-the-model.ts';
import type { Words } from './words.ts';

type Why = ContactWay['overflows'][number]['why'];
type KeyedIn = NonNullable<ContactWay['keyedIn']>;

/** Why a queue sent a caller on. */
export const overflowWords: Record<Why, Message> = defineMessages({
  waited: { id: 'overflow.waited' },
  expectedWait: { id: 'overflow.expectedWait' },
  callersPerAgent: { id: 'overflow.callersPerAgent' },
  full: { id: 'overflow.full' },
  closed: { id: 'overflow.closed' },
  unstaffed: { id: 'overflow.unstaffed' },
});

const foundWords: Record<KeyedIn['what'], Message> = defineMessages({
  customerNumber: { id: 'way.keyed.customerNumber' },
  caseReference: { id: 'way.keyed.caseReference' },
});
const unknownWords: Record<KeyedIn['what'], Message> = defineMessages({
  customerNumber: { id: 'way.unknown.customerNumber' },
  caseReference: { id: 'way.unknown.caseReference' },
});

/** What befell the caller before this queue, a line for each thing that the agent should know; [] for a straight call. */
export function wayLines({ way }: ContactView, reference: Reference, words: Words): string[] {
  const { t, language } = words;
  const { choices, keyedIn, closed, overflows } = way;
  const chosen = choices.map((name) => name[language]).join(' › ');
  return [
    ...(chosen === '' ? [] : [t({ id: 'way.chose' }, { chosen })]),
    ...(way.language === null
      ? []
      : [t({ id: 'way.language' }, { language: t(languageWords[way.language]) })]),
    ...(keyedIn === null ? [] : [t((keyedIn.found ? foundWords : unknownWords)[keyedIn.what])]),
    ...(closed === null ? [] : [closedLine(closed, words)]),
    ...overflows.map(({ from, why }) =>
      t(
        { id: 'way.overflow' },
        { queue: queueName(from, reference, words) ?? '', why: t(overflowWords[why]) },
      ),
    ),
  ];
}

/** Why nobody took calls on the line that was dialled. */
export function closedLine(closed: NonNullable<ContactWay['closed']>, { t }: Words): string {
  switch (closed.by) {
    case 'emergency':
      return t({ id: 'way.closed.emergency' }, { reason: closed.reason });
    case 'holiday':
      return t({ id: 'way.closed.holiday' }, { name: closed.name });
    case 'hours':
      return t({ id: 'way.closed.hours' });
  }
}

/** What the line's script has the agent say first, in the agent's own language; null: it has none. */
export const scriptOf = (
  { hotlineId, direction }: ContactView,
  { hotlines }: Reference,
  { language }: Words,
): string | null =>
  direction === 'inbound'
    ? (hotlines.find((line) => line.hotlineId === hotlineId)?.script?.[language] ?? null)
    : null;
