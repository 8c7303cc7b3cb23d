import { languages } from '@ringside/shared/model/language';
import { TextField } from '@ringside/ui/Field';
import { useText } from '../../i18n/text.ts';
import { languageWords } from './administration-words.ts';
import type { Editing, Told } from './editing.ts';
import { errorAt, valueAt } from './editing.ts';
import type { Path } from './json.ts';
import { isGroup, textOf } from './json.ts';

interface LocalTextInputProps {
  readonly told: Told;
  readonly path: Path;
  readonly editing: Editing;
  readonly rows: number;
  readonly isOptional: boolean;
}

/** A text in the product's three languages, side by side. */
export function LocalTextInput({ told, path, editing, rows, isOptional }: LocalTextInputProps) {
  const t = useText();
  const value = valueAt(editing, path);
  const group = isGroup(value) ? value : {};

  function write(language: string, text: string): void {
    const next = { en: '', 'zh-Hant': '', 'zh-Hans': '', ...group, [language]: text };
    const isEmpty = Object.values(next).every((one) => textOf(one) === '');
    editing.set(path, isEmpty && isOptional ? null : next);
  }

  return (
    <fieldset className="admin-group">
      <legend>
        {told.label}
        {told.aside && <em> · {told.aside}</em>}
      </legend>
      {told.error && <p className="rs-field-error">{told.error}</p>}
      <div className="admin-three">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(languageWords[language])}
            lang={language}
            rows={rows}
            error={errorAt(editing, [...path, language])}
            value={textOf(group[language])}
            onChange={(text) => write(language, text)}
          />
        ))}
      </div>
    </fieldset>
  );
}
