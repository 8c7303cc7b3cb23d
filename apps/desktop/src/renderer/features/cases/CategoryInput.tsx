import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { useEffect } from 'react';
import { SelectInput } from '../../forms/Fields.tsx';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './CaseForm.tsx';

/** What it is about, in two steps: the area, then what exactly where the area is divided. */
export function CategoryInput({ form }: { readonly form: UseFormReturn<CaseValues> }) {
  const { t, language } = useWords();
  const { categories } = useReference();
  const { control } = form;
  const group = useWatch({ control, name: 'group' });
  const category = useWatch({ control, name: 'category' });
  const choicesUnder = (parent: string | null) =>
    categories
      .filter((item) => item.parent === parent)
      .map((item) => ({ id: item.category, name: item.name[language] }));
  const details = group === '' ? [] : choicesUnder(group);

  useEffect(() => {
    const belongs = categories.some((item) => item.category === category && item.parent === group);
    if (category !== '' && !belongs) form.setValue('category', '');
  }, [categories, category, form, group]);

  return (
    <div className="form-two">
      <SelectInput
        control={control}
        name="group"
        label={t({ id: 'case.category' })}
        choices={choicesUnder(null)}
        placeholder={t({ id: 'form.choose' })}
      />
      <SelectInput
        control={control}
        name="category"
        label={t({ id: 'case.detail' })}
        choices={details}
        placeholder={t({ id: 'form.choose' })}
        isDisabled={details.length === 0}
      />
    </div>
  );
}
