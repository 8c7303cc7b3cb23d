import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './Filter.css';

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** Which part of a list is shown: one of a few. */
export function Filter<Value extends string>({ label, choices, chosen, onChoose }: FilterProps<Value>) {
  return (
    <ToggleButtonGroup
      className="rs-filter"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChoose(String(key) as Value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className="rs-filter-choice">
          {choice.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
