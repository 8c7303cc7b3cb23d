import type { CentreSectionName, DifferenceView } from '@ringside/shared/protocol/administration';
import { centreSectionNames } from '@ringside/shared/protocol/administration';
import type { Words } from '../../wording/words.ts';
import { itemsOf } from './centre-context.ts';
import type { Field, SectionForm } from './field.ts';
import { hotlineForm } from './form-of-hotline.ts';
import { queueForm } from './form-of-queue.ts';
import {
  calendarForm,
  categoryForm,
  dispositionForm,
  familyForm,
  promptForm,
  reasonForm,
  skillForm,
} from './forms-of-lists.ts';
import { complaintForms } from './forms-of-complaints.ts';
import { rotaForm } from './form-of-rota.ts';
import type { Json, JsonGroup } from './json.ts';
import { isGroup } from './json.ts';

export const forms: Readonly<Record<CentreSectionName, SectionForm>> = {
  skills: skillForm,
  jobFamilies: familyForm,
  calendars: calendarForm,
  queues: queueForm,
  hotlines: hotlineForm,
  notReadyReasons: reasonForm,
  dispositions: dispositionForm,
  categories: categoryForm,
  prompts: promptForm,
  rotas: rotaForm,
  ...complaintForms,
};

/** "Queues › Service › How long for wrap-up: 30 → 45", with the words of the forms. */
export function describeDifference(difference: DifferenceView, document: JsonGroup, words: Words): string {
  const { t } = words;
  const place = placeOf(difference.path, document, words).join(' › ');
  const [before, after] = [shown(difference.before, words), shown(difference.after, words)];
  if (difference.before === undefined) return t({ id: 'admin.added' }, { place, value: after });
  if (difference.after === undefined) return t({ id: 'admin.takenAway' }, { place, value: before });
  return t({ id: 'admin.changedTo' }, { place, before, after });
}

function placeOf(
  [section = '', id, ...rest]: readonly string[],
  document: JsonGroup,
  words: Words,
): string[] {
  if (!(centreSectionNames as readonly string[]).includes(section))
    return [section, ...(id === undefined ? [] : [id]), ...rest];
  const form = forms[section as CentreSectionName];
  const item = itemsOf(document, form.section, words.language).find((one) => one.id === id);
  return [
    words.t(form.title),
    ...(id === undefined ? [] : [item?.name ?? id]),
    ...settingWords(form.fields, rest, words),
  ];
}

/** The labels of the form where it has the setting, the setting's own name where it has not. */
function settingWords(fields: readonly Field[], path: readonly string[], words: Words): string[] {
  if (path.length === 0) return [];
  for (const field of fields) {
    const within = 'fields' in field && field.name === '' ? settingWords(field.fields, path, words) : null;
    if (within !== null && within[0] !== path[0]) return within;
    const name = field.name === '' ? [] : field.name.split('.');
    if (name.length === 0 || !name.every((part, i) => path[i] === part)) continue;
    const rest = path.slice(name.length);
    return [words.t(field.label), ...('fields' in field ? settingWords(field.fields, rest, words) : rest)];
  }
  return [...path];
}

const longest = 80;

function shown(value: unknown, { t, language }: Words): string {
  if (value === undefined || value === null || value === '') return t({ id: 'admin.none' });
  if (value === true) return t({ id: 'common.yes' });
  if (value === false) return t({ id: 'common.no' });
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const name = nameIn(value as Json, language);
  const text = name ?? JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** A whole item is known by its name, a text by its language. */
function nameIn(value: Json, language: string): string | null {
  if (!isGroup(value)) return null;
  const own = value[language];
  if (typeof own === 'string') return own;
  return isGroup(value['name']) ? nameIn(value['name'], language) : null;
}
