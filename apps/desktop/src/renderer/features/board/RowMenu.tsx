import { Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { BoardAction } from '../../board-actions.ts';
import { useText } from '../../i18n/text.ts';

/** Opens the menu of its row for those who look for a button. The menu key does the same in every cell. */
export function RowMenuButton({
  name,
  onOpen,
}: {
  readonly name: string;
  readonly onOpen: (at: HTMLElement) => void;
}) {
  const t = useText();
  return (
    <button
      type="button"
      className="board-more"
      aria-haspopup="menu"
      aria-label={t({ id: 'board.menuOf' }, { name })}
      tabIndex={-1}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <Ellipsis size={16} aria-hidden />
    </button>
  );
}

export interface OpenMenu<Row> {
  readonly row: Row;
  readonly at: HTMLElement;
  readonly actions: readonly BoardAction<Row>[];
}

/** What can be done with the row that it was opened for. Closing gives the focus back to the row. */
export function RowMenu<Row>({
  open,
  onClose,
}: {
  readonly open: OpenMenu<Row>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { row, actions, at } = open;
  const trigger = useMemo(() => ({ current: at }), [at]);
  return (
    <Popover
      className="rs-popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <Menu
        className="rs-listbox"
        aria-label={t({ id: 'board.do' })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened takes the keys (WAI-ARIA menu)
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => actions.find(({ id }) => id === key)?.run(row)}
      >
        {actions.map(({ id, label }) => (
          <MenuItem key={id} id={id} className="rs-option" textValue={t(label)}>
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
