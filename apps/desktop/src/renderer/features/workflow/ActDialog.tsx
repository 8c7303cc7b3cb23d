import type { CaseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { Clash } from './use-case-act.ts';

interface ActDialogProps {
  readonly file: CaseFile;
  readonly title: string;
  readonly doIt: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly clash: Clash | null;
  readonly isDisabled: boolean;
  readonly children: ReactNode;
}

/** A form about a case: what it needs, whether somebody was first, and do it or leave it. */
export function ActDialog(props: ActDialogProps) {
  const { file, title, doIt, onDo, onClose, clash, isDisabled, children } = props;
  const t = useText();
  return (
    <Dialog isOpen title={title} closeLabel={t({ id: 'workflow.cancel' })} onClose={onClose}>
      {children}
      <ConflictNotice clash={clash} file={file} />
      <div className="rs-dialog-foot">
        <Button onPress={onClose}>{t({ id: 'workflow.cancel' })}</Button>
        <Button look="primary" isDisabled={isDisabled} onPress={onDo}>
          {doIt}
        </Button>
      </div>
    </Dialog>
  );
}
