import type { ReactNode } from 'react';
import {
  Button,
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import './Select.css';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly aside?: string;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
}

interface MenuProps {
  /** name of the menu; the button is called by what stands on it */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly entries: readonly MenuEntry[];
  }[];
  readonly onChoose: (id: string) => void;
}

/** A button that opens a list of things to do. */
export function Menu({ label, button, buttonClass, sections, onChoose }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={buttonClass}>{button}</Button>
      <Popover className="rs-popover" offset={6} placement="bottom start">
        <AriaMenu className="rs-listbox" onAction={(key) => onChoose(String(key))} aria-label={label}>
          {sections.map((section) => (
            <MenuSection key={section.id}>
              <Header className="rs-option-head">{section.title}</Header>
              {section.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.name}
                  className="rs-option"
                  isDisabled={entry.isDisabled ?? false}
                >
                  {entry.icon}
                  <span>{entry.name}</span>
                  {entry.aside && (
                    <span className="rs-option-aside" aria-hidden={entry.isChosen ?? false}>
                      {entry.aside}
                    </span>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
