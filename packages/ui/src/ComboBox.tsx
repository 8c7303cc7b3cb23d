import { ChevronDown } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import type { FieldTexts } from './Field.tsx';
import { FieldLabel, FieldTail } from './Field.tsx';
import './ComboBox.css';
import './Field.css';
import './Select.css';

export interface ComboChoice {
  readonly id: string;
  readonly name: string;
  /** a second, quieter word beside the name */
  readonly aside?: string;
  /** what else it is found by, such as its name in other languages */
  readonly found?: string;
}
export interface ComboGroup {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly ComboChoice[];
}

interface ComboBoxProps extends FieldTexts {
  readonly groups: readonly ComboGroup[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  /** where what is typed may stand for itself */
  readonly onText?: (text: string) => void;
  /** what is typed and no choice */
  readonly text?: string;
  readonly placeholder?: string;
  readonly none: string;
  /** of the button that opens the list */
  readonly openLabel: string;
  readonly name?: string;
  readonly inputRef?: React.Ref<HTMLInputElement>;
}

/** A list to type into: it is narrowed by any part of a name, of its group's title, or of what else it is found by. */
export function ComboBox(props: ComboBoxProps) {
  const { groups, chosen, onChoose, onText, text = '' } = props;
  const shown = groups.flatMap(({ choices }) => choices).find(({ id }) => id === chosen)?.name ?? text;
  const [typed, setTyped] = useState<string | null>(null);
  const found = typed === null ? groups : narrowed(groups, typed);
  const first = found.flatMap(({ choices }) => choices)[0];
  /** React Aria writes the name of what was picked into the field, which is no typing */
  const picked = useRef<string | null>(null);

  function choose({ id, name }: ComboChoice): void {
    picked.current = name;
    setTyped(null);
    onChoose(id);
  }
  /** Enter takes the first that is left: nobody who types a whole word wants to point at it as well. */
  function take(event: KeyboardEvent<HTMLDivElement>): void {
    const { key, nativeEvent, target } = event;
    const input = target as HTMLInputElement;
    if (key !== 'Enter' || nativeEvent.isComposing || onText || input.value === shown) return;
    const chosenByKeys = input.getAttribute('aria-activedescendant');
    const [match] = narrowed(groups, input.value).flatMap(({ choices }) => choices);
    if (chosenByKeys || !match) return;
    event.preventDefault();
    event.stopPropagation();
    choose(match);
  }
  return (
    <AriaComboBox
      className="rs-field"
      isInvalid={props.error !== undefined}
      menuTrigger="focus"
      // what is left is chosen above, by more than the name
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={onText === undefined}
      value={chosen}
      onChange={(key) => {
        const choice = groups.flatMap(({ choices }) => choices).find(({ id }) => id === key);
        if (choice) choose(choice);
      }}
      inputValue={typed ?? shown}
      onInputChange={(input) => {
        if (input === (typed ?? shown) || input === picked.current) return;
        picked.current = null;
        setTyped(input);
        if (chosen !== null) onChoose(null);
        onText?.(input);
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        // one way left is the one that is meant
        const isOnly = found.flatMap(({ choices }) => choices).length === 1;
        if (onText === undefined && typed && isOnly && first) choose(first);
        else setTyped(null);
      }}
    >
      <FieldLabel label={props.label} aside={props.aside} />
      <div className="rs-combo" onKeyDownCapture={take}>
        <Input
          className="rs-input"
          placeholder={props.placeholder ?? ''}
          {...(props.name && { name: props.name })}
          {...(props.inputRef && { ref: props.inputRef })}
        />
        <Button className="rs-combo-button" aria-label={props.openLabel}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <FieldTail note={props.note} error={props.error} />
      <Popover className="rs-popover" offset={4}>
        <ListBox
          className="rs-listbox"
          renderEmptyState={() => <div className="rs-palette-none">{props.none}</div>}
        >
          {found.map((group) => (
            <ListBoxSection key={group.id} id={`group ${group.id}`}>
              <Header className="rs-option-head">{group.title}</Header>
              {group.choices.map((choice) => (
                <ListBoxItem key={choice.id} id={choice.id} textValue={choice.name} className="rs-option">
                  <Text slot="label">{choice.name}</Text>
                  {choice.aside && <span className="rs-option-aside">{choice.aside}</span>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function narrowed(groups: readonly ComboGroup[], typed: string): readonly ComboGroup[] {
  const wanted = folded(typed).split(/\s+/u).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ name, found = '' }) => {
        const whole = folded(`${group.title} ${name} ${found}`);
        return wanted.every((word) => whole.includes(word));
      }),
    }))
    .filter(({ choices }) => choices.length > 0);
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
