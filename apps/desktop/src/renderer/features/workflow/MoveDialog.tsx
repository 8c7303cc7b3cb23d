import type { CaseFile } from '@ringside/shared/protocol/case';
import { TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { stageName, useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { ActDialog } from './ActDialog.tsx';
import { useCaseAct } from './use-case-act.ts';

interface MoveDialogProps {
  readonly file: CaseFile;
  readonly to: string;
  readonly onClose: () => void;
}

/** STAGE-3: to the next stage, with a note for its history. */
export function MoveDialog({ file, to, onClose }: MoveDialogProps) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const { act, clash, isActing } = useCaseAct(file);
  const [note, setNote] = useState('');
  const stage = stageName({ type: file.case.type, stage: to }, reference, words);
  const move = async () => {
    if (await act((seen) => ({ do: 'case.move', ...seen, to, note }))) onClose();
  };
  return (
    <ActDialog
      file={file}
      title={t({ id: 'workflow.moveTitle' }, { stage })}
      doIt={t({ id: 'workflow.moveDo' })}
      onDo={() => void move()}
      onClose={onClose}
      clash={clash}
      isDisabled={isActing}
    >
      <TextField
        label={t({ id: 'workflow.note' })}
        note={t({ id: 'workflow.noteWhy' })}
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={10_000}
      />
    </ActDialog>
  );
}
