import { userView } from '@ringside/shared/protocol/administration';
import { useMemo } from 'react';
import { z } from 'zod';
import { rotaForm } from './form-of-rota.ts';
import { mayBeOnRotas, OnRotas } from './on-rotas.ts';
import { SectionPart } from './SectionPart.tsx';
import { useRead } from './use-administer.ts';

const users = z.array(userView);

/** The rotas of the centre, with the people who may stand on them. */
export function RotasPart({ onChanged }: { readonly onChanged: () => void }) {
  const { value } = useRead('/users', users);
  const people = useMemo(() => (value ?? []).filter(mayBeOnRotas), [value]);
  return (
    <OnRotas value={people}>
      <SectionPart form={rotaForm} onChanged={onChanged} />
    </OnRotas>
  );
}
