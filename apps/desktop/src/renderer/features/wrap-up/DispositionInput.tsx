import { Select } from '@ringside/ui/Select';
import { FieldTail } from '@ringside/ui/Field';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { UseFormReturn } from 'react-hook-form';
import { useController } from 'react-hook-form';
import { useState } from 'react';
import { usePreferences } from '../../preferences.ts';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { likeliestFirst } from './likeliest.ts';
import type { WrapUpValues } from './WrapUpForm.tsx';

const shownAtOnce = 5;

interface DispositionInputProps {
  readonly form: UseFormReturn<WrapUpValues>;
  readonly error: string | null;
  readonly isOptional: boolean;
}

/** The five likeliest to press, the rest in a list. A choice that usually resolves says so in the next question. */
export function DispositionInput({ form, error, isOptional }: DispositionInputProps) {
  const { t, language } = useWords();
  const { dispositions } = useReference();
  const { field, fieldState } = useController({ control: form.control, name: 'disposition' });
  const [used] = useState(() => usePreferences.getState().dispositionsUsed);
  const ordered = likeliestFirst(dispositions, used);
  const [first, rest] = [ordered.slice(0, shownAtOnce), ordered.slice(shownAtOnce)];
  const shownError = fieldState.error?.message ?? error ?? undefined;

  const choose = (disposition: string) => {
    field.onChange(disposition);
    const chosen = dispositions.find((item) => item.disposition === disposition);
    if (chosen && form.getValues('resolved') === null)
      form.setValue('resolved', chosen.resolves ? 'yes' : 'no');
  };

  return (
    <>
      <RadioGroup
        className="rs-field"
        value={field.value === '' ? null : field.value}
        onChange={choose}
        isInvalid={shownError !== undefined}
      >
        <Label className="rs-label">
          {t({ id: 'wrapUp.disposition' })}
          {isOptional && <em> · {t({ id: 'form.optional' })}</em>}
        </Label>
        <div className="dispositions">
          {first.map((item) => (
            <Radio key={item.disposition} value={item.disposition} className="disposition">
              {item.name[language]}
            </Radio>
          ))}
        </div>
        <FieldTail error={shownError} />
      </RadioGroup>
      {rest.length > 0 && (
        <Select
          label={t({ id: 'wrapUp.otherDisposition' })}
          choices={rest.map((item) => ({ id: item.disposition, name: item.name[language] }))}
          chosen={rest.some((item) => item.disposition === field.value) ? field.value : null}
          onChoose={choose}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
    </>
  );
}
