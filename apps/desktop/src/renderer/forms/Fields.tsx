import { Checkbox } from '@ringside/ui/Field';
import { DueField } from '@ringside/ui/DueField';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import type { Choice } from '@ringside/ui/Select';
import { TextField } from '@ringside/ui/Field';
import { serverNow } from '@ringside/ui/ticker';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useController } from 'react-hook-form';
import { useText } from '../i18n/text.ts';
import { atHour } from '../wording/time-wording.ts';
import { useWords } from '../wording/words.ts';

/* The components of the form, tied to a field of react-hook-form by its name. */

interface Tied<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly optional?: boolean;
  readonly note?: string;
}

function useTied<Values extends FieldValues>({ control, name, optional = false }: Tied<Values>) {
  const t = useText();
  const { field, fieldState } = useController({ control, name });
  const aside = optional ? t({ id: 'form.optional' }) : undefined;
  return { field, error: fieldState.error?.message, aside };
}

type TextProps = {
  readonly rows?: number;
  readonly placeholder?: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly lang?: string;
};

export function TextInput<Values extends FieldValues>(props: Tied<Values> & TextProps) {
  const { field, error, aside } = useTied(props);
  const { label, note, rows = 1, placeholder, type = 'text', lang } = props;
  return (
    <TextField
      label={label}
      aside={aside}
      note={note}
      error={error}
      rows={rows}
      placeholder={placeholder}
      type={type}
      lang={lang}
      name={field.name}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
    />
  );
}

export function SelectInput<Values extends FieldValues>(
  props: Tied<Values> & {
    readonly choices: readonly Choice[];
    readonly placeholder: string;
    readonly isDisabled?: boolean;
  },
) {
  const { field, error, aside } = useTied(props);
  const { label, note, choices, placeholder, isDisabled = false } = props;
  return (
    <Select
      label={label}
      aside={aside}
      note={note}
      error={error}
      choices={choices}
      chosen={field.value || null}
      onChoose={field.onChange}
      placeholder={placeholder}
      isDisabled={isDisabled}
    />
  );
}

export function SegmentInput<Values extends FieldValues, Value extends string>(
  props: Tied<Values> & { readonly segments: readonly { readonly value: Value; readonly name: ReactNode }[] },
) {
  const { field, error, aside } = useTied(props);
  return (
    <SegmentedControl
      label={props.label}
      aside={aside}
      note={props.note}
      error={error}
      segments={props.segments}
      chosen={field.value}
      onChoose={field.onChange}
    />
  );
}

export function CheckInput<Values extends FieldValues>(props: Tied<Values>) {
  const { field } = useTied(props);
  return (
    <Checkbox isOn={Boolean(field.value)} onChange={field.onChange}>
      {props.label}
    </Checkbox>
  );
}

export function DueInput<Values extends FieldValues>(props: Tied<Values>) {
  const { field, error, aside } = useTied(props);
  const { t, timeZone } = useWords();
  const quick = useMemo(() => likelyDueTimes(serverNow(), timeZone, t), [timeZone, t]);
  return (
    <DueField
      label={props.label}
      aside={aside}
      note={props.note}
      error={error}
      due={field.value}
      onChoose={field.onChange}
      timeZone={timeZone}
      quick={quick}
    />
  );
}

function likelyDueTimes(now: number, timeZone: string, t: ReturnType<typeof useText>) {
  const fiveToday = atHour(17, 0, now, timeZone);
  const inAnHour = Math.ceil((now + 3_600_000) / 900_000) * 900_000;
  return [
    { name: t({ id: 'due.inAnHour' }), due: inAnHour },
    ...(fiveToday > inAnHour ? [{ name: t({ id: 'due.fiveToday' }), due: fiveToday }] : []),
    { name: t({ id: 'due.tenTomorrow' }), due: atHour(10, 1, now, timeZone) },
    { name: t({ id: 'due.fiveTomorrow' }), due: atHour(17, 1, now, timeZone) },
  ];
}
