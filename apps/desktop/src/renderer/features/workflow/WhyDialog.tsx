import type { CaseFile } from '@ringside/shared/protocol/case';
import { TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { ActDialog } from './ActDialog.tsx';
import { useCaseAct } from './use-case-act.ts';

type Act = 'case.escalate' | 'case.reopen';

const titles: Record<Act, Message> = defineMessages({
  'case.escalate': { id: 'workflow.escalateTitle' },
  'case.reopen': { id: 'workflow.reopenTitle' },
});
const words: Record<Act, Message> = defineMessages({
  'case.escalate': { id: 'workflow.escalateDo' },
  'case.reopen': { id: 'workflow.reopenDo' },
});

interface WhyDialogProps {
  readonly file: CaseFile;
  readonly act: Act;
  readonly onClose: () => void;
}

/** STAGE-6, STAGE-7: out of turn, and so with a reason. */
export function WhyDialog({ file, act: what, onClose }: WhyDialogProps) {
  const t = useText();
  const { act, clash, isActing } = useCaseAct(file);
  const [why, setWhy] = useState('');
  const doIt = async () => {
    if (await act((seen) => ({ do: what, ...seen, why }))) onClose();
  };
  return (
    <ActDialog
      file={file}
      title={t(titles[what], { reference: file.case.reference })}
      doIt={t(words[what])}
      onDo={() => void doIt()}
      onClose={onClose}
      clash={clash}
      isDisabled={isActing || why.trim() === ''}
    >
      <TextField
        label={t({ id: 'workflow.why' })}
        note={t({ id: 'workflow.noteWhy' })}
        value={why}
        onChange={setWhy}
        rows={3}
        maxLength={2_000}
      />
    </ActDialog>
  );
}
