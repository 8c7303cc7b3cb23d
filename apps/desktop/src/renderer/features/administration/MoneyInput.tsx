import { TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { useCentre } from './centre-context.ts';
import type { Told } from './editing.ts';
import type { Json } from './json.ts';
import { textOf } from './json.ts';

interface MoneyInputProps {
  readonly told: Told;
  /** minor units; a text where it is not yet an amount */
  readonly value: Json | undefined;
  readonly set: (value: Json) => void;
}

/** A sum in the centre's currency, kept in minor units. What is no sum stays as it was typed. */
export function MoneyInput({ told, value, set }: MoneyInputProps) {
  const { document } = useCentre();
  const [typed, setTyped] = useState(wordsOf(value));
  return (
    <TextField
      {...told}
      label={`${told.label} (${textOf(document['currency'])})`}
      inputMode="decimal"
      // "12.0" on the way to "12.05" is the same sum as "12"
      value={sumOf(typed) === value ? typed : wordsOf(value)}
      onChange={(text) => {
        setTyped(text);
        set(sumOf(text));
      }}
    />
  );
}

const sumOf = (text: string): Json =>
  /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : text;
const wordsOf = (value: Json | undefined): string =>
  typeof value === 'number' ? String(value / 100) : textOf(value);
