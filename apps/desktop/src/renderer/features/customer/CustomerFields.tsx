import { languages } from '@ringside/shared/model/language';
import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { titles } from '@ringside/shared/model/person-name';
import { Button, IconButton } from '@ringside/ui/Button';
import { Plus, X } from 'lucide-react';
import type { Control } from 'react-hook-form';
import { useFieldArray } from 'react-hook-form';
import { SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useDesk } from '../../desk.ts';
import { languageWords, numberLabelWords, titleWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import type { CustomerValues } from './customer-values.ts';

interface CustomerFieldsProps {
  readonly control: Control<CustomerValues>;
  /** whose account it is now */
  readonly owner: CustomerFile['owner'];
}

/** What is written about a customer, new or known. */
export function CustomerFields({ control, owner }: CustomerFieldsProps) {
  const { t } = useWords();
  const ownerChoices = useOwnerChoices(owner);
  const choose = t({ id: 'form.choose' });
  const titleChoices = [
    { id: 'none', name: t({ id: 'title.none' }) },
    ...titles.map((title) => ({ id: title, name: t(titleWords[title]) })),
  ];
  return (
    <>
      <div className="form-two">
        <TextInput control={control} name="written" label={t({ id: 'customer.name' })} />
        <TextInput control={control} name="spoken" label={t({ id: 'customer.spoken' })} optional />
      </div>
      <div className="form-three">
        <TextInput control={control} name="family" label={t({ id: 'customer.family' })} optional />
        <TextInput control={control} name="given" label={t({ id: 'customer.given' })} optional />
        <SelectInput
          control={control}
          name="title"
          label={t({ id: 'customer.title' })}
          choices={titleChoices}
          placeholder={choose}
        />
      </div>
      <div className="form-two">
        <SelectInput
          control={control}
          name="language"
          label={t({ id: 'customer.language' })}
          choices={languages.map((language) => ({ id: language, name: t(languageWords[language]) }))}
          placeholder={choose}
        />
        <TextInput control={control} name="email" type="email" label={t({ id: 'customer.email' })} optional />
      </div>
      <Numbers control={control} />
      <div className="form-two">
        <TextInput control={control} name="address" label={t({ id: 'customer.address' })} optional />
        <SelectInput
          control={control}
          name="owner"
          label={t({ id: 'customer.owner' })}
          choices={ownerChoices}
          placeholder={choose}
        />
      </div>
      <TextInput control={control} name="note" label={t({ id: 'customer.note' })} rows={2} optional />
    </>
  );
}

/** Nobody, who looks after them now, and oneself: accounts are taken on, not given away. */
function useOwnerChoices(owner: CustomerFile['owner']) {
  const { t } = useWords();
  const me = useDesk((s) => s.desk?.me ?? null);
  const others = owner === null || owner.agentId === me?.agentId ? [] : [owner];
  return [
    { id: 'none', name: t({ id: 'customer.noOwner' }) },
    ...others.map(({ agentId, name }) => ({ id: agentId as string, name })),
    ...(me ? [{ id: me.agentId as string, name: t({ id: 'customer.ownerIsMe' }, { name: me.name }) }] : []),
  ];
}

const labels = ['mobile', 'home', 'work', 'other'] as const;

function Numbers({ control }: { readonly control: Control<CustomerValues> }) {
  const { t } = useWords();
  const { fields, append, remove } = useFieldArray({ control, name: 'numbers' });
  return (
    <fieldset className="form-numbers">
      <legend className="rs-label">{t({ id: 'customer.numbers' })}</legend>
      {fields.map((field, nth) => (
        <div key={field.id} className="form-number">
          <TextInput
            control={control}
            name={`numbers.${nth}.number`}
            type="tel"
            label={t({ id: 'customer.number' }, { nth: nth + 1 })}
          />
          <SelectInput
            control={control}
            name={`numbers.${nth}.label`}
            label={t({ id: 'customer.numberLabel' })}
            choices={labels.map((label) => ({ id: label, name: t(numberLabelWords[label]) }))}
            placeholder={t({ id: 'form.choose' })}
          />
          <IconButton
            label={t({ id: 'customer.removeNumber' }, { nth: nth + 1 })}
            icon={<X size={16} aria-hidden />}
            onPress={() => remove(nth)}
          />
        </div>
      ))}
      <Button
        small
        icon={<Plus size={14} aria-hidden />}
        onPress={() => append({ number: '', label: 'mobile' })}
      >
        {t({ id: 'customer.addNumber' })}
      </Button>
    </fieldset>
  );
}
