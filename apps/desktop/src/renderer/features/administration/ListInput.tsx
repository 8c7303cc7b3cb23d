import { Button, IconButton } from '@ringside/ui/Button';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Editing } from './editing.ts';
import { errorAt, valueAt } from './editing.ts';
import type { Field } from './field.ts';
import type { Json, Path } from './json.ts';
import { listOf, without } from './json.ts';

interface ListInputProps {
  readonly field: Extract<Field, { kind: 'list' }>;
  readonly label: string;
  readonly path: Path;
  readonly editing: Editing;
  readonly renderFields: (fields: readonly Field[], path: Path, editing: Editing) => ReactNode;
}

/** Several of the same, in their order; each can be moved with the keyboard as well. */
export function ListInput({ field, label, path, editing, renderFields }: ListInputProps) {
  const t = useText();
  const items = listOf(valueAt(editing, path));
  const write = (changed: readonly Json[]) => editing.set(path, changed);
  const error = errorAt(editing, path);
  return (
    <fieldset className="admin-group">
      <legend>{label}</legend>
      {field.note && <p className="rs-field-note">{t(field.note)}</p>}
      {error && <p className="rs-field-error">{error}</p>}
      {items.map((_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no id of their own
        <div key={index} className="admin-entry">
          <div className="admin-fields">{renderFields(field.fields, [...path, index], editing)}</div>
          <div className="admin-entry-actions">
            <IconButton
              small
              label={t({ id: 'admin.moveUp' }, { at: index + 1 })}
              icon={<ArrowUp size={14} aria-hidden />}
              isDisabled={index === 0}
              onPress={() => write(swapped(items, index, index - 1))}
            />
            <IconButton
              small
              label={t({ id: 'admin.moveDown' }, { at: index + 1 })}
              icon={<ArrowDown size={14} aria-hidden />}
              isDisabled={index === items.length - 1}
              onPress={() => write(swapped(items, index, index + 1))}
            />
            <IconButton
              small
              label={t({ id: 'admin.removeEntry' }, { at: index + 1 })}
              icon={<X size={14} aria-hidden />}
              onPress={() => write(without(items, index))}
            />
          </div>
        </div>
      ))}
      <Button small icon={<Plus size={14} aria-hidden />} onPress={() => write([...items, field.blank])}>
        {t(field.add)}
      </Button>
    </fieldset>
  );
}

function swapped(items: readonly Json[], one: number, other: number): readonly Json[] {
  const changed = [...items];
  [changed[one], changed[other]] = [items[other] ?? null, items[one] ?? null];
  return changed;
}
