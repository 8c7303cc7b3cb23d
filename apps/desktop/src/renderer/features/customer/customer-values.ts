import type { Language } from '@ringside/shared/model/language';
import type { Title } from '@ringside/shared/model/person-name';
import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';

/** The customer form as it is typed: everything text, nothing missing. */
export interface CustomerValues {
  readonly written: string;
  readonly family: string;
  readonly given: string;
  readonly spoken: string;
  readonly title: Title | 'none';
  readonly language: Language;
  readonly email: string;
  readonly address: string;
  readonly note: string;
  /** an agent's id, or 'none' */
  readonly owner: string;
  readonly numbers: readonly {
    readonly number: string;
    readonly label: CustomerFile['numbers'][number]['label'];
  }[];
}

export const emptyCustomer = (language: Language, number: string | null): CustomerValues => ({
  written: '',
  family: '',
  given: '',
  spoken: '',
  title: 'none',
  language,
  email: '',
  address: '',
  note: '',
  owner: 'none',
  numbers: number === null ? [] : [{ number, label: 'mobile' }],
});

export const valuesOf = ({ card, ...file }: CustomerFile, region: string): CustomerValues => ({
  written: card.name.written,
  family: card.name.family ?? '',
  given: card.name.given ?? '',
  spoken: card.name.spoken ?? '',
  title: card.name.title ?? 'none',
  language: card.language,
  email: file.email,
  address: file.address,
  note: file.note,
  owner: file.owner?.agentId ?? 'none',
  numbers: file.numbers.map(({ number, label }) => ({ number: displayNumber(number, region), label })),
});

/** The form in the shape of the wire; numbers in E.164 where they are numbers. */
export function inputOf(values: CustomerValues, region: string): unknown {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return {
    name: {
      written: values.written,
      family: orNull(values.family),
      given: orNull(values.given),
      spoken: orNull(values.spoken),
      title: values.title === 'none' ? null : values.title,
    },
    language: values.language,
    email: values.email.trim(),
    address: values.address,
    note: values.note,
    ownerId: values.owner === 'none' ? null : values.owner,
    numbers: values.numbers
      .filter(({ number }) => number.trim() !== '')
      .map(({ number, label }) => ({ number: numberTyped(number, region) ?? number, label })),
  };
}
