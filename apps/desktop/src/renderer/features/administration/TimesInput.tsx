import { TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { weekdayWords } from './administration-words.ts';
import type { Editing, Told } from './editing.ts';
import { errorWithin, valueAt } from './editing.ts';
import type { Json, Path } from './json.ts';
import { listOf, textOf } from './json.ts';

interface InputProps {
  readonly told: Told;
  readonly path: Path;
  readonly editing: Editing;
}

/** Texts, one a line. */
export function LinesInput({ told, path, editing }: InputProps) {
  return (
    <SplitInput
      told={{ ...told, error: errorWithin(editing, path) }}
      value={valueAt(editing, path)}
      set={(value) => editing.set(path, value)}
      rows={3}
      join={'\n'}
    />
  );
}

/** "09:00-12:30, 13:30-18:00"; empty is closed. */
export function TimesInput({ told, path, editing }: InputProps) {
  return (
    <SplitInput
      told={{ ...told, error: errorWithin(editing, path) }}
      value={valueAt(editing, path)}
      set={(value) => editing.set(path, value)}
      rows={1}
      join=", "
    />
  );
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The seven days side by side, each with its times. */
export function WeekInput({ told, path, editing }: InputProps) {
  const t = useText();
  return (
    <fieldset className="admin-group">
      <legend>{told.label}</legend>
      {told.note && <p className="rs-field-note">{told.note}</p>}
      <div className="admin-week">
        {days.map((day) => (
          <TimesInput
            key={day}
            told={{ label: t(weekdayWords[day]) }}
            path={[...path, day]}
            editing={editing}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface SplitInputProps {
  readonly told: Told;
  readonly value: Json | undefined;
  readonly set: (value: Json) => void;
  readonly rows: number;
  readonly join: string;
}

/** What is typed stays as it is typed; the list is what it says. */
function SplitInput({ told, value, set, rows, join }: SplitInputProps) {
  const joined = listOf(value).map(textOf).join(join);
  const [typed, setTyped] = useState(joined);
  const same = partsOf(typed).join(join) === joined;
  return (
    <TextField
      {...told}
      rows={rows}
      value={same ? typed : joined}
      onChange={(text) => {
        setTyped(text);
        set(partsOf(text));
      }}
    />
  );
}

const partsOf = (text: string): string[] =>
  text
    .split(/[\n,、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
