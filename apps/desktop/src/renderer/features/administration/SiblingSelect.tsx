import { Select } from '@ringside/ui/Select';
import { useWords } from '../../wording/words.ts';
import type { Editing, Told } from './editing.ts';
import { valueAt } from './editing.ts';
import type { Field } from './field.ts';
import type { Json } from './json.ts';
import { isGroup, listOf, textOf } from './json.ts';

interface SiblingSelectProps {
  readonly told: Told;
  readonly field: Extract<Field, { kind: 'sibling' }>;
  readonly editing: Editing;
  readonly value: Json | undefined;
  readonly set: (value: Json | undefined) => void;
}

/** One of the items of a list in what is being edited, as it stands there now. */
export function SiblingSelect({ told, field, editing, value, set }: SiblingSelectProps) {
  const { t, language } = useWords();
  const chosen = textOf(value);
  const choices = listOf(valueAt(editing, [field.list]))
    .filter(isGroup)
    .map((item) => {
      const id = textOf(item[field.idKey]);
      return { id, name: (isGroup(item['name']) ? textOf(item['name'][language]) : '') || id };
    })
    .filter(({ id }, i, all) => id !== '' && all.findIndex((one) => one.id === id) === i);
  const isLost = chosen !== '' && !choices.some(({ id }) => id === chosen);
  return (
    <Select
      {...told}
      choices={isLost ? [...choices, { id: chosen, name: chosen }] : choices}
      chosen={chosen || null}
      onChoose={set}
      placeholder={t({ id: 'form.choose' })}
    />
  );
}
