import { caseStages } from '@ringside/shared/model/case-stage';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { stageWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';

const known: Readonly<Record<string, Message>> = defineMessages({
  opened: { id: 'history.opened' },
  apologyGiven: { id: 'history.apologyGiven' },
  promiseMade: { id: 'history.promiseMade' },
  promiseKept: { id: 'history.promiseKept' },
  taskCreated: { id: 'history.taskCreated' },
  taskFinished: { id: 'history.taskFinished' },
  stageChanged: { id: 'history.stageChanged' },
});

/** One line of a case's history; a word this desk does not know yet is shown as it came. */
export function historyLine(what: string, detail: string, { t }: Words): string {
  const word = known[what];
  const stage = caseStages.find((candidate) => candidate === detail);
  const more = stage ? t(stageWords[stage]) : detail;
  return [word ? t(word) : what, more].filter(Boolean).join(': ');
}
