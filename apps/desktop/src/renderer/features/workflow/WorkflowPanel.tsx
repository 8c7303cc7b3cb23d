import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile, Looker } from '@ringside/shared/protocol/case';
import { caseFile } from '@ringside/shared/protocol/case';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { AssessDialog } from './AssessDialog.tsx';
import type { OpenAct } from './CaseActs.tsx';
import { CaseActs } from './CaseActs.tsx';
import { Checklist } from './Checklist.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { Lookers } from './Lookers.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { Moves } from './Moves.tsx';
import { StageTrack } from './StageTrack.tsx';
import { useLook } from './use-look.ts';
import { WhyDialog } from './WhyDialog.tsx';
import './workflow.css';

/** Where a case stands, what comes next and what is missing for it, who else has it open, and what may be done with it. */
export function WorkflowPanel({ caseId }: { readonly caseId: CaseId }) {
  const t = useText();
  const { value: file, problem } = useAnswer({ ask: 'case.file', caseId }, caseFile, caseId);
  const lookers = useLook(caseId, file);
  if (file !== null) return <Workflow file={file} lookers={lookers} />;
  if (problem !== null) return <Notice tone="bad" title={t(problemWords[problem])} />;
  return <Loading label={t({ id: 'common.loading' })} lines={2} />;
}

type Open = { readonly act: OpenAct } | { readonly act: 'move'; readonly to: string };

function Workflow({ file, lookers }: { readonly file: CaseFile; readonly lookers: readonly Looker[] }) {
  const words = useWords();
  const { t } = words;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { standing } = file;
  return (
    <div className="workflow-panel">
      <Lookers lookers={lookers} />
      <StageTrack file={file} />
      {standing.phase === null && <Notice tone="warn" title={t({ id: 'workflow.lostStage' })} />}
      {file.reopenUntil !== null && (
        <p className="stage-since">
          {t({ id: 'workflow.reopenUntil' }, { when: dayAndTime(file.reopenUntil, serverNow(), words) })}
        </p>
      )}
      {!standing.isYours && <p className="stage-since">{t({ id: 'workflow.notYours' })}</p>}
      <div className="workflow-columns">
        <Moves file={file} onMove={(to) => setOpen({ act: 'move', to })} />
        <Checklist file={file} />
        <CaseActs file={file} onOpen={(act) => setOpen({ act })} />
      </div>
      {open !== null && <OpenDialog file={file} open={open} onClose={close} />}
    </div>
  );
}

interface OpenDialogProps {
  readonly file: CaseFile;
  readonly open: Open;
  readonly onClose: () => void;
}

function OpenDialog({ file, open, onClose }: OpenDialogProps) {
  switch (open.act) {
    case 'move':
      return <MoveDialog file={file} to={open.to} onClose={onClose} />;
    case 'case.assign':
    case 'case.handOver':
      return <GiveDialog file={file} act={open.act} onClose={onClose} />;
    case 'case.assess':
      return <AssessDialog file={file} onClose={onClose} />;
    case 'case.escalate':
    case 'case.reopen':
      return <WhyDialog file={file} act={open.act} onClose={onClose} />;
  }
}
