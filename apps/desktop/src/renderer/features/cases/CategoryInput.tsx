import { languages } from '@ringside/shared/model/language';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { ComboGroup } from '@ringside/ui/ComboBox';
import { ComboBox } from '@ringside/ui/ComboBox';
import type { Ref } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useController } from 'react-hook-form';
import type { Language } from '@ringside/shared/model/language';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';
import { severityFor } from './proposed-severity.ts';

export function CategoryInput({ form }: { readonly form: UseFormReturn<CaseValues> }) {
  const { field, fieldState } = useController({ control: form.control, name: 'category' });
  const { categories } = useReference();
  return (
    <CategoryBox
      chosen={field.value}
      onChoose={(category) => {
        field.onChange(category);
        const { severity, severityBefore } = severityFor(categories, category, form.getValues());
        form.setValue('severity', severity);
        form.setValue('severityBefore', severityBefore);
      }}
      error={fieldState.error?.message}
      inputRef={field.ref}
    />
  );
}

interface CategoryBoxProps {
  readonly chosen: string;
  readonly onChoose: (category: string) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** What it is about: areas and what exactly in them, found by typing any part of either in any of the languages. */
export function CategoryBox({ chosen, onChoose, error, inputRef }: CategoryBoxProps) {
  const { t, language } = useWords();
  const { categories } = useReference();
  return (
    <ComboBox
      label={t({ id: 'case.category' })}
      error={error}
      groups={groupsOf(categories, language)}
      chosen={chosen || null}
      onChoose={(category) => onChoose(category ?? '')}
      placeholder={t({ id: 'case.typeCategory' })}
      none={t({ id: 'case.noCategory' })}
      openLabel={t({ id: 'form.choose' })}
      {...(inputRef && { inputRef })}
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
