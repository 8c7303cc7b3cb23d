import { languages } from '@ringside/shared/model/language';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { ComboGroup } from '@ringside/ui/ComboBox';
import { ComboBox } from '@ringside/ui/ComboBox';
import type { Control } from 'react-hook-form';
import { useController } from 'react-hook-form';
import type { Language } from '@ringside/shared/model/language';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';

/** What it is about: areas and what exactly in them, found by typing any part of either in any of the languages. */
export function CategoryInput({ control }: { readonly control: Control<CaseValues> }) {
  const { t, language } = useWords();
  const { categories } = useReference();
  const { field, fieldState } = useController({ control, name: 'category' });
  return (
    <ComboBox
      label={t({ id: 'case.category' })}
      error={fieldState.error?.message}
      groups={groupsOf(categories, language)}
      chosen={field.value || null}
      onChoose={(chosen) => field.onChange(chosen ?? '')}
      placeholder={t({ id: 'case.typeCategory' })}
      none={t({ id: 'case.noCategory' })}
      openLabel={t({ id: 'form.choose' })}
      inputRef={field.ref}
    />
  );
}

type Categories = Reference['categories'];

function groupsOf(categories: Categories, language: Language): readonly ComboGroup[] {
  return categories
    .filter(({ parent }) => parent === null)
    .map((area) => {
      const inArea = categories.filter(({ parent }) => parent === area.category);
      const choices = inArea.length === 0 ? [area] : [...inArea, area];
      return {
        id: area.category,
        title: area.name[language],
        choices: choices.map(({ category, name }) => ({
          id: category,
          name: name[language],
          found: [...languages.map((one) => name[one]), ...languages.map((one) => area.name[one])].join(' '),
        })),
      };
    });
}
