import type { CentreSectionName } from '@ringside/shared/protocol/administration';
import { Select } from '@ringside/ui/Select';
import { useText } from '../../i18n/text.ts';
import { useItems } from './centre-context.ts';
import type { Told } from './editing.ts';
import type { Json } from './json.ts';
import { textOf } from './json.ts';
import { TextField } from '@ringside/ui/Field';

interface ValueProps {
  readonly told: Told;
  readonly value: Json | undefined;
  readonly set: (value: Json | undefined) => void;
  readonly isOptional: boolean;
}

const none = '(none)';

/** One item of another list of the centre. */
export function ItemSelect({
  told,
  of,
  value,
  set,
  isOptional,
}: ValueProps & { readonly of: CentreSectionName }) {
  const t = useText();
  const items = useItems(of);
  const lost = textOf(value) !== '' && !items.some(({ id }) => id === value);
  const choices = [
    ...(isOptional ? [{ id: none, name: t({ id: 'admin.none' }) }] : []),
    ...items.map(({ id, name }) => ({ id, name })),
    ...(lost ? [{ id: textOf(value), name: textOf(value) }] : []),
  ];
  return (
    <Select
      {...told}
      choices={choices}
      chosen={textOf(value) || (isOptional ? none : null)}
      onChoose={(id) => set(id === none ? null : id)}
      placeholder={t({ id: 'form.choose' })}
    />
  );
}

/** The stem of a sound: an own recording or one that came with Ringside. */
export function SoundSelect({ told, value, set, isOptional }: ValueProps) {
  const t = useText();
  const prompts = useItems('prompts').map(({ id }) => id);
  const note =
    prompts.length === 0 ? undefined : t({ id: 'admin.soundNote' }, { prompts: prompts.join(', ') });
  return (
    <TextField
      {...told}
      note={told.note ?? note}
      value={textOf(value)}
      onChange={(text) => set(text === '' && isOptional ? null : text)}
    />
  );
}
