import { Checkbox, TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { DestinationInput } from './DestinationInput.tsx';
import type { Editing } from './editing.ts';
import { errorAt, errorWithin, valueAt } from './editing.ts';
import type { Field } from './field.ts';
import { ItemSelect, SoundSelect } from './ItemSelect.tsx';
import { ItemsInput } from './ItemsInput.tsx';
import { listOf, textOf } from './json.ts';
import type { Json, Path } from './json.ts';
import { LimitOfInput } from './LimitOfInput.tsx';
import { ListInput } from './ListInput.tsx';
import { LocalTextInput } from './LocalTextInput.tsx';
import { MoneyInput } from './MoneyInput.tsx';
import { OptionalInput } from './OptionalInput.tsx';
import { SiblingSelect } from './SiblingSelect.tsx';
import { SkillNamesInput, SkillsInput } from './SkillsInput.tsx';
import { UserSelect } from './UserSelect.tsx';
import { LinesInput, TimesInput, WeekInput } from './TimesInput.tsx';

/** Fields one after the other, each at its place below `path`. */
export function DocumentFields({
  fields,
  path,
  editing,
}: {
  readonly fields: readonly Field[];
  readonly path: Path;
  readonly editing: Editing;
}) {
  return (
    <>
      {fields.map((field) => (
        <DocumentField key={`${field.kind} ${field.name}`} field={field} path={path} editing={editing} />
      ))}
    </>
  );
}

interface DocumentFieldProps {
  readonly field: Field;
  readonly path: Path;
  readonly editing: Editing;
}

function DocumentField({ field, path, editing }: DocumentFieldProps): ReactNode {
  const t = useText();
  const here: Path = field.name === '' ? path : [...path, ...field.name.split('.')];
  const value = valueAt(editing, here);
  const set = (changed: Json | undefined) => editing.set(here, changed);
  const isOptional = 'optional' in field && field.optional;
  const told = {
    label: t(field.label),
    note: field.note && t(field.note),
    error: errorAt(editing, here),
    aside: isOptional ? t({ id: 'form.optional' }) : undefined,
  };
  // what is chosen among several is one field, whichever of them is at fault
  const within = errorWithin(editing, here);
  const many = { field, path: here, editing, label: told.label };
  switch (field.kind) {
    case 'text':
    case 'prose':
      return (
        <TextField
          {...told}
          rows={field.kind === 'prose' ? 3 : 1}
          value={textOf(value)}
          onChange={(text) => set(text === '' && isOptional ? null : text)}
        />
      );
    case 'date':
      return <TextField {...told} placeholder="2027-01-01" value={textOf(value)} onChange={set} />;
    case 'number':
      return (
        <TextField
          {...told}
          label={field.unit ? `${told.label} (${t(field.unit)})` : told.label}
          inputMode="decimal"
          value={textOf(value)}
          onChange={(text) => set(numberOf(text))}
        />
      );
    case 'localText':
    case 'localProse':
      return (
        <LocalTextInput
          told={told}
          path={here}
          editing={editing}
          rows={field.rows ?? (field.kind === 'localProse' ? 2 : 1)}
          isOptional={isOptional}
        />
      );
    case 'choice':
      return (
        <Select
          {...told}
          choices={field.choices.map((choice) => ({
            id: choice.value,
            name: t(choice.word, { value: choice.value }),
          }))}
          chosen={textOf(value) || null}
          onChoose={set}
          placeholder={t({ id: 'form.choose' })}
        />
      );
    case 'check':
      return (
        <Checkbox isOn={value === true} onChange={set}>
          {told.label}
        </Checkbox>
      );
    case 'checks':
      return (
        <fieldset className="admin-group">
          <legend>{told.label}</legend>
          <div className="admin-checks">
            {field.choices.map((choice) => (
              <Checkbox
                key={choice.value}
                isOn={listOf(value).includes(choice.value)}
                onChange={(isOn) =>
                  set([
                    ...listOf(value).filter((one) => one !== choice.value),
                    ...(isOn ? [choice.value] : []),
                  ])
                }
              >
                {t(choice.word)}
              </Checkbox>
            ))}
          </div>
          {within && <p className="rs-field-error">{within}</p>}
        </fieldset>
      );
    case 'item':
      return <ItemSelect told={told} of={field.of} value={value} set={set} isOptional={isOptional} />;
    case 'items':
      return <ItemsInput told={{ ...told, error: within }} of={field.of} value={value} set={set} />;
    case 'sibling':
      return <SiblingSelect told={told} field={field} editing={editing} value={value} set={set} />;
    case 'money':
      return <MoneyInput told={told} value={value} set={set} />;
    case 'sound':
      return <SoundSelect told={told} value={value} set={set} isOptional={isOptional} />;
    case 'lines':
      return <LinesInput told={told} path={here} editing={editing} />;
    case 'skills':
      return <SkillsInput told={told} path={here} editing={editing} />;
    case 'user':
      return <UserSelect told={told} value={value} set={set} />;
    case 'limitOf':
      return <LimitOfInput told={told} path={here} editing={editing} />;
    case 'skillNames':
      return <SkillNamesInput told={told} value={value} set={set} />;
    case 'destination':
      return <DestinationInput told={told} ends={field.ends} path={here} editing={editing} />;
    case 'week':
      return <WeekInput told={told} path={here} editing={editing} />;
    case 'times':
      return <TimesInput told={told} path={here} editing={editing} />;
    case 'list':
      return <ListInput {...many} field={field} renderFields={renderFields} />;
    case 'optional':
      return <OptionalInput {...many} field={field} renderFields={renderFields} />;
    case 'group':
      return (
        <fieldset className="admin-group">
          <legend>{told.label}</legend>
          {told.note && <p className="rs-field-note">{told.note}</p>}
          <div className="admin-fields">
            <DocumentFields fields={field.fields} path={here} editing={editing} />
          </div>
        </fieldset>
      );
  }
}

const renderFields = (fields: readonly Field[], path: Path, editing: Editing): ReactNode => (
  <DocumentFields fields={fields} path={path} editing={editing} />
);

/** What is no number stays as it was typed; the gateway says what is wrong with it. */
function numberOf(text: string): Json | undefined {
  if (text.trim() === '') return null;
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) || /[.,]$/.test(text) ? text : number;
}
