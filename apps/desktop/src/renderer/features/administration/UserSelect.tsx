import { Select } from '@ringside/ui/Select';
import { useText } from '../../i18n/text.ts';
import type { Told } from './editing.ts';
import type { Json } from './json.ts';
import { textOf } from './json.ts';
import { useOnRotas } from './on-rotas.ts';

interface UserSelectProps {
  readonly told: Told;
  readonly value: Json | undefined;
  readonly set: (value: Json) => void;
}

/** A person by name; somebody who is no longer to be chosen stands for themselves until another is. */
export function UserSelect({ told, value, set }: UserSelectProps) {
  const t = useText();
  const users = useOnRotas().map(({ userName, name }) => ({ id: userName, name: `${name} (${userName})` }));
  const own = textOf(value);
  const isLost = own !== '' && !users.some(({ id }) => id === own);
  return (
    <Select
      {...told}
      choices={[...users, ...(isLost ? [{ id: own, name: own }] : [])]}
      chosen={own || null}
      onChoose={set}
      placeholder={t({ id: 'form.choose' })}
    />
  );
}
