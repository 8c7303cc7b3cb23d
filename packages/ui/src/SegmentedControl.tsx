import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { FieldTexts } from './Field.tsx';
import { FieldLabel, FieldTail } from './Field.tsx';
import './SegmentedControl.css';

interface SegmentedControlProps<Value extends string> extends FieldTexts {
  readonly segments: readonly { readonly value: Value; readonly name: ReactNode }[];
  /** null: nothing chosen yet */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** A few choices side by side, of which one holds. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, aside, note, error, segments, chosen, onChoose } = props;
  return (
    <RadioGroup
      className="rs-field"
      orientation="horizontal"
      value={chosen}
      isInvalid={error !== undefined}
      onChange={(value) => onChoose(value as Value)}
    >
      <FieldLabel label={label} aside={aside} />
      <div className="rs-segments">
        {segments.map((segment) => (
          <Radio key={segment.value} value={segment.value} className="rs-segment">
            {segment.name}
          </Radio>
        ))}
      </div>
      <FieldTail note={note} error={error} />
    </RadioGroup>
  );
}
