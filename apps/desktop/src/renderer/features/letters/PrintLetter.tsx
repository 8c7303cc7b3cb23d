import type { CaseId } from '@ringside/shared/model/ids';
import type { LetterView } from '@ringside/shared/protocol/letters';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Notice } from '@ringside/ui/Notice';
import { Check, FileDown, Printer } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { holesIn } from './holes.ts';
import { LetterSheet } from './LetterSheet.tsx';
import { useLetterPdf } from './use-letter-pdf.ts';

interface PrintLetterProps {
  readonly caseId: CaseId;
  readonly letter: LetterView;
  /** whether this case takes letters, and so their files, of whoever asks */
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}

/** The page to print or save as PDF. Nobody can know whether it was printed: a person says when it is on its way (LETTER-8). */
export function PrintLetter({ caseId, letter, mayWrite, onClose }: PrintLetterProps) {
  const t = useText();
  const tell = useCommand();
  const { letterId, version, state, purpose, subject, body } = letter;
  const pdf = useLetterPdf(caseId, purpose);
  const hasHoles = holesIn(subject + body).length > 0;
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
      {pdf === null && <p className="rs-field-note">{t({ id: 'letters.pdfInBrowser' })}</p>}
      {pdf?.progress.is === 'kept' && (
        <Notice tone="good" role="status" title={t({ id: 'files.added' }, { name: pdf.progress.name })}>
          {state === 'draft' && t({ id: 'letters.pdfThen' })}
        </Notice>
      )}
      {pdf?.progress.is === 'failed' && (
        <Notice tone="bad" role="alert" title={t({ id: 'letters.noPdf' })}>
          {t(pdf.progress.why)}
        </Notice>
      )}
      <div className="rs-dialog-foot">
        <Button
          look={state === 'draft' ? 'plain' : 'primary'}
          icon={<Printer size={16} aria-hidden />}
          onPress={() => window.print()}
        >
          {pdf === null ? t({ id: 'letters.printOrPdf' }) : t({ id: 'letters.print' })}
        </Button>
        {pdf !== null && mayWrite && (
          <Button
            icon={<FileDown size={16} aria-hidden />}
            isDisabled={hasHoles || pdf.progress.is === 'coming' || pdf.progress.is === 'kept'}
            onPress={pdf.keep}
          >
            {pdf.progress.is === 'coming' ? t({ id: 'letters.pdfComing' }) : t({ id: 'letters.savePdf' })}
          </Button>
        )}
        {state === 'draft' && (
          <Button look="primary" icon={<Check size={16} aria-hidden />} onPress={() => void out()}>
            {t({ id: 'letters.onItsWay' })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
