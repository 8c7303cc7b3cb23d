import type { ZonedDateTime } from '@internationalized/date';
import { fromAbsolute } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { Button as OwnButton, buttonClass } from './Button.tsx';
import type { FieldTexts } from './Field.tsx';
import { FieldLabel, FieldTail } from './Field.tsx';
import './Field.css';
import './Select.css';
import './DueField.css';

interface DueFieldProps extends FieldTexts {
  /** milliseconds since 1970; null: not chosen */
  readonly due: number | null;
  readonly onChoose: (due: number | null) => void;
  /** IANA zone the date is typed and shown in */
  readonly timeZone: string;
  /** dates that are chosen most, one press each */
  readonly quick: readonly { readonly name: string; readonly due: number }[];
}

/** A date with a time of day: typed in parts, picked from a calendar or taken from the quick choices. */
export function DueField({ label, aside, note, error, due, onChoose, timeZone, quick }: DueFieldProps) {
  return (
    <div className="rs-due">
      <DatePicker
        className="rs-field"
        granularity="minute"
        hideTimeZone
        hourCycle={24}
        value={due === null ? null : fromAbsolute(due, timeZone)}
        placeholderValue={fromAbsolute(quick[0]?.due ?? 0, timeZone)}
        onChange={(value: ZonedDateTime | null) => onChoose(value === null ? null : value.toDate().getTime())}
        isInvalid={error !== undefined}
      >
        <FieldLabel label={label} aside={aside} />
        <Group className="rs-input rs-due-group">
          <DateInput className="rs-due-input">
            {(segment) => <DateSegment segment={segment} className="rs-due-segment" />}
          </DateInput>
          <Button className={buttonClass('quiet', true, true)}>
            <CalendarDays size={16} aria-hidden />
          </Button>
        </Group>
        <FieldTail note={note} error={error} />
        <Popover className="rs-popover">
          <Dialog>
            <Month />
          </Dialog>
        </Popover>
      </DatePicker>
      <div className="rs-due-quick">
        {quick.map((choice) => (
          <OwnButton key={choice.name} small onPress={() => onChoose(choice.due)}>
            {choice.name}
          </OwnButton>
        ))}
      </div>
    </div>
  );
}

function Month() {
  return (
    <Calendar className="rs-calendar">
      <header>
        <Button slot="previous" className={buttonClass('quiet', true, true)}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <Heading />
        <Button slot="next" className={buttonClass('quiet', true, true)}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid>{(date) => <CalendarCell date={date} className="rs-calendar-day" />}</CalendarGrid>
    </Calendar>
  );
}
