import type { CentreSectionName } from '@ringside/shared/protocol/administration';
import type { Language } from '@ringside/shared/model/language';
import { createContext, useContext } from 'react';
import { useWords } from '../../wording/words.ts';
import type { JsonGroup } from './json.ts';
import { isGroup, listOf, textOf } from './json.ts';

/** The centre's document as the page last read it. */
export interface CentreRead {
  readonly revision: number;
  readonly document: JsonGroup;
}

export const CentreContext = createContext<CentreRead | null>(null);

export function useCentre(): CentreRead {
  const centre = useContext(CentreContext);
  if (!centre) throw new Error('useCentre is called outside the administration');
  return centre;
}

export const idKeys: Readonly<Record<CentreSectionName, string>> = {
  skills: 'skill',
  jobFamilies: 'family',
  calendars: 'calendarId',
  queues: 'queueId',
  hotlines: 'hotlineId',
  notReadyReasons: 'reason',
  dispositions: 'disposition',
  categories: 'category',
  prompts: 'promptId',
  rotas: 'rotaId',
  workflows: 'type',
  clocks: 'rule',
  contracts: 'contract',
  servicePoints: 'servicePoint',
  playbooks: 'category',
  causes: 'cause',
  authority: 'rule',
  budgets: 'budget',
  templates: 'template',
};

export interface NamedItem {
  readonly id: string;
  readonly name: string;
  readonly item: JsonGroup;
}

export function itemsOf(
  document: JsonGroup,
  section: CentreSectionName,
  language: Language,
): readonly NamedItem[] {
  return listOf(document[section])
    .filter(isGroup)
    .map((item) => {
      const id = textOf(item[idKeys[section]]);
      // a playbook is called as its category is
      const called = section === 'playbooks' ? categoryOf(document, id) : item;
      const name = isGroup(called?.['name']) ? textOf(called['name'][language]) : '';
      return { id, name: name || id, item };
    });
}

const categoryOf = (document: JsonGroup, id: string): JsonGroup | undefined =>
  listOf(document['categories'])
    .filter(isGroup)
    .find(({ category }) => textOf(category) === id);

/** The items of a list by the names a person knows them by. */
export function useItems(section: CentreSectionName): readonly NamedItem[] {
  const { document } = useCentre();
  const { language } = useWords();
  return itemsOf(document, section, language);
}
