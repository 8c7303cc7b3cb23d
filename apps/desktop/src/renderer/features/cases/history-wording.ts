import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { Words } from '../../wording/words.ts';

const known: Readonly<Record<string, Message>> = defineMessages({
  opened: { id: 'history.opened' },
  promised: { id: 'history.promised' },
  promiseKept: { id: 'history.promiseKept' },
  taskMade: { id: 'history.taskMade' },
  taskDone: { id: 'history.taskDone' },
  taskCancelled: { id: 'history.taskCancelled' },
  closed: { id: 'history.closed' },
});

/** One line of a case's history, in the words of the gateway's view; one that this desk does not know is shown as it came. */
export function historyLine(what: string, detail: string, { t }: Words): string {
  const word = known[what];
  return [word ? t(word) : what, detail].filter(Boolean).join(': ');
}
