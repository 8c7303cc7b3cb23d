import { Checkbox } from '@ringside/ui/Field';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { Editing } from './editing.ts';
import { errorAt, valueAt } from './editing.ts';
import type { Field } from './field.ts';
import type { JsonGroup, Path } from './json.ts';
import { isGroup } from './json.ts';

interface OptionalInputProps {
  readonly field: Extract<Field, { kind: 'optional' }>;
  readonly label: string;
  readonly path: Path;
  readonly editing: Editing;
  readonly renderFields: (fields: readonly Field[], path: Path, editing: Editing) => ReactNode;
}

/** A part that is there or not; switching it off and on again brings back what stood in it. */
export function OptionalInput({ field, label, path, editing, renderFields }: OptionalInputProps) {
  const value = valueAt(editing, path);
  const last = useRef<JsonGroup>(field.blank);
  const error = errorAt(editing, path);
  function toggle(isOn: boolean): void {
    if (!isOn && isGroup(value)) last.current = value;
    editing.set(path, isOn ? last.current : null);
  }
  return (
    <div className="admin-group" role="group" aria-label={label}>
      <Checkbox isOn={isGroup(value)} onChange={toggle}>
        {label}
      </Checkbox>
      {error && <p className="rs-field-error">{error}</p>}
      {isGroup(value) && <div className="admin-fields">{renderFields(field.fields, path, editing)}</div>}
    </div>
  );
}
