import type { Control, FieldPath } from 'react-hook-form';
import { SelectInput } from '../../forms/Fields.tsx';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';

interface Parties {
  /** '': none */
  readonly servicePointId: string;
  readonly contractId: string;
}

/** Which service point is party to it, and by which contract the customer is served, where the centre has such. */
export function PartiesInputs<Values extends Parties>({ control }: { readonly control: Control<Values> }) {
  const { t, language } = useWords();
  const { servicePoints, contracts } = useReference();
  const nobody = { id: '', name: t({ id: 'case.none' }) };
  return (
    <>
      {servicePoints.length > 0 && (
        <SelectInput
          control={control}
          name={'servicePointId' as FieldPath<Values>}
          label={t({ id: 'case.servicePoint' })}
          optional
          choices={[
            nobody,
            ...servicePoints.map(({ servicePointId, name }) => ({
              id: servicePointId,
              name: name[language],
            })),
          ]}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
      {contracts.length > 0 && (
        <SelectInput
          control={control}
          name={'contractId' as FieldPath<Values>}
          label={t({ id: 'case.contract' })}
          optional
          choices={[
            nobody,
            ...contracts.map(({ contractId, name }) => ({ id: contractId, name: name[language] })),
          ]}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
    </>
  );
}
