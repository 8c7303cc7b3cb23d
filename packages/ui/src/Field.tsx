import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { TextFieldProps } from 'react-aria-components';
import {
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import './Field.css';

export interface FieldTexts {
  readonly label: string;
  /** a word beside the label, such as "optional" */
  readonly aside?: string | undefined;
  readonly note?: string | undefined;
  readonly error?: string | undefined;
}

type OwnTextFieldProps = FieldTexts &
  Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
    readonly placeholder?: string | undefined;
    readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
    /** more than one makes it a text area of that height */
    readonly rows?: number;
    readonly lang?: string | undefined;
  };

export function TextField({
  label,
  aside,
  note,
  error,
  placeholder,
  inputRef,
  rows = 1,
  lang,
  ...rest
}: OwnTextFieldProps) {
  const look = {
    className: 'rs-input',
    ...(inputRef && { ref: inputRef }),
    ...(placeholder && { placeholder }),
    ...(lang && { lang }),
  };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="rs-field">
      <FieldLabel label={label} aside={aside} />
      {rows > 1 ? <AriaTextArea {...look} rows={rows} /> : <Input {...look} />}
      <FieldTail note={note} error={error} />
    </AriaTextField>
  );
}

export function FieldLabel({
  label,
  aside,
}: {
  readonly label: string;
  readonly aside?: string | undefined;
}) {
  return (
    <Label className="rs-label">
      {label}
      {aside && <em> · {aside}</em>}
    </Label>
  );
}

export function FieldTail({
  note,
  error,
}: {
  readonly note?: string | undefined;
  readonly error?: string | undefined;
}) {
  return (
    <>
      {note && (
        <Text slot="description" className="rs-field-note">
          {note}
        </Text>
      )}
      {error && (
        <FieldError className="rs-field-error">
          <TriangleAlert size={14} aria-hidden />
          {error}
        </FieldError>
      )}
    </>
  );
}

interface CheckboxProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

export function Checkbox({ isOn, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox isSelected={isOn} onChange={onChange} className="rs-check">
      <span className="rs-check-box" aria-hidden>
        <Check size={14} strokeWidth={3} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
