import type { CentreSectionName } from '@ringside/shared/protocol/administration';
import { Checkbox } from '@ringside/ui/Field';
import { useText } from '../../i18n/text.ts';
import { useItems } from './centre-context.ts';
import type { Told } from './editing.ts';
import type { Json } from './json.ts';
import { listOf, textOf } from './json.ts';

interface ItemsInputProps {
  readonly told: Told;
  readonly of: CentreSectionName;
  readonly value: Json | undefined;
  readonly set: (value: Json) => void;
}

/** Some items of another list of the centre; one that is no longer in the list can still be taken out. */
export function ItemsInput({ told, of, value, set }: ItemsInputProps) {
  const t = useText();
  const items = useItems(of);
  const chosen = listOf(value).map(textOf);
  const lost = chosen.filter((one) => !items.some(({ id }) => id === one));
  return (
    <fieldset className="admin-group">
      <legend>{told.label}</legend>
      {items.length === 0 && lost.length === 0 && <p className="rs-field-note">{t({ id: 'admin.none' })}</p>}
      <div className="admin-checks">
        {[...items, ...lost.map((id) => ({ id, name: id }))].map(({ id, name }) => (
          <Checkbox
            key={id}
            isOn={chosen.includes(id)}
            onChange={(isOn) => set([...chosen.filter((one) => one !== id), ...(isOn ? [id] : [])])}
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {told.error && <p className="rs-field-error">{told.error}</p>}
    </fieldset>
  );
}
