import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import './Dialog.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** a question that must be answered: no closing by a press beside it */
  readonly mustAnswer?: boolean;
  readonly children: ReactNode;
}

export function Dialog({
  title,
  closeLabel,
  isOpen,
  onClose,
  wide = false,
  mustAnswer = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className="rs-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={wide ? 'rs-dialog rs-dialog-wide' : 'rs-dialog'}>
        <AriaDialog role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <div className="rs-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!mustAnswer && (
              <IconButton label={closeLabel} icon={<X size={18} aria-hidden />} onPress={onClose} />
            )}
          </div>
          <div className="rs-dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
