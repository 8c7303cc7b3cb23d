import { ChevronDown } from 'lucide-react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import type { FieldTexts } from './Field.tsx';
import { FieldLabel, FieldTail } from './Field.tsx';
import './Field.css';
import './Select.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface SelectProps extends FieldTexts {
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly placeholder: string;
  readonly isDisabled?: boolean;
}

export function Select({
  label,
  aside,
  note,
  error,
  choices,
  chosen,
  onChoose,
  placeholder,
  isDisabled = false,
}: SelectProps) {
  return (
    <AriaSelect
      className="rs-field"
      value={chosen}
      onChange={(key) => key !== null && onChoose(String(key))}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} aside={aside} />
      <Button className="rs-input rs-select-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      <FieldTail note={note} error={error} />
      <Popover className="rs-popover" offset={4}>
        <ListBox className="rs-listbox" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="rs-option">
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
