import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import './Dialog.css';
import './Palette.css';
import './Select.css';

export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly aside?: string;
}

interface PaletteProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly entries: readonly PaletteEntry[];
  }[];
  readonly onChoose: (id: string) => void;
  readonly none: string;
}

/** Search over everything: the caller filters, so that what the gateway found by another spelling stays in. */
export function Palette({ label, isOpen, onClose, text, onText, sections, onChoose, none }: PaletteProps) {
  return (
    <ModalOverlay
      className="rs-veil rs-veil-high"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="rs-palette">
        <Dialog aria-label={label}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type into it */}
            <SearchField aria-label={label} autoFocus className="rs-palette-search">
              <Search size={18} aria-hidden />
              <Input placeholder={label} />
            </SearchField>
            <Menu
              aria-label={label}
              className="rs-palette-list"
              onAction={(key) => onChoose(String(key))}
              renderEmptyState={() => <div className="rs-palette-none">{none}</div>}
            >
              {sections.map((section) => (
                <MenuSection key={section.id} id={section.id}>
                  <Header className="rs-option-head">{section.title}</Header>
                  {section.entries.map((entry) => (
                    <MenuItem key={entry.id} id={entry.id} textValue={entry.name} className="rs-option">
                      {entry.icon}
                      <Text slot="label">{entry.name}</Text>
                      {entry.aside && <span className="rs-option-aside">{entry.aside}</span>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
