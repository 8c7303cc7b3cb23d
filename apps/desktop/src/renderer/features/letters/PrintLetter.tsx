import type { LetterView } from '@ringside/shared/protocol/letters';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Check, Printer } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { LetterSheet } from './LetterSheet.tsx';

interface PrintLetterProps {
  readonly letter: LetterView;
  readonly onClose: () => void;
}

/** The page to print or save as PDF. Nobody can know whether it was printed: a person says when it is on its way (LETTER-8). */
export function PrintLetter({ letter, onClose }: PrintLetterProps) {
  const t = useText();
  const tell = useCommand();
  const { letterId, version, state } = letter;
  async function out() {
    const reply = await tell({ do: 'letter.print', letterId, version });
    if (reply.ok) onClose();
  }
  return (
    <Dialog
      wide
      isOpen
      title={t({ id: 'letters.printTitle' })}
      closeLabel={t({ id: 'common.close' })}
      onClose={onClose}
    >
      <LetterSheet letter={letter} at={letter.sentAt} />
      {createPortal(
        <div className="letter-print" aria-hidden>
          <LetterSheet letter={letter} at={letter.sentAt} />
        </div>,
        document.body,
      )}
      <div className="rs-dialog-foot">
        <Button
          look={state === 'draft' ? 'plain' : 'primary'}
          icon={<Printer size={16} aria-hidden />}
          onPress={() => window.print()}
        >
          {t({ id: 'letters.printOrPdf' })}
        </Button>
        {state === 'draft' && (
          <Button look="primary" icon={<Check size={16} aria-hidden />} onPress={() => void out()}>
            {t({ id: 'letters.onItsWay' })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
