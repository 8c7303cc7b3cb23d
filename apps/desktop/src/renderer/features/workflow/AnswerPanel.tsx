import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import { caseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { Check, Ear, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { useCaseAct } from './use-case-act.ts';
import './workflow.css';

/** CASE-12: the answer as it is proposed, whether the customer has been told, and what they say to it. */
export function AnswerPanel({ caseId }: { readonly caseId: CaseId }) {
  const t = useText();
  const { value: file, problem } = useAnswer({ ask: 'case.file', caseId }, caseFile, caseId);
  if (file !== null)
    return (
      <div className="answer-panel">
        {file.may.includes('edit') ? (
          <Proposal key={caseId} file={file} />
        ) : (
          <p className="answer-text">{file.answer.proposal || t({ id: 'workflow.noProposal' })}</p>
        )}
        <Told file={file} />
      </div>
    );
  if (problem !== null) return <Notice tone="bad" title={t(problemWords[problem])} />;
  return <Loading label={t({ id: 'common.loading' })} lines={2} />;
}

function Proposal({ file }: { readonly file: CaseFile }) {
  const t = useText();
  const { act, begin, clash, isActing } = useCaseAct(file);
  const { proposal, toldAt } = file.answer;
  const { form, clear } = useDraftForm(`answer:${file.case.caseId}`, { text: proposal });
  const text = form.watch('text');
  const save = async () => {
    if (!(await act((seen) => ({ do: 'case.change', ...seen, changes: { proposal: text } })))) return;
    clear();
    form.reset({ text });
  };
  const isChanged = text !== proposal;
  return (
    <>
      <TextField
        label={t({ id: 'workflow.proposal' })}
        note={isChanged && toldAt !== null ? t({ id: 'workflow.proposalChanged' }) : undefined}
        value={text}
        onFocus={() => !isChanged && begin()}
        onChange={(value) => form.setValue('text', value)}
        rows={4}
        maxLength={10_000}
      />
      <ConflictNotice clash={clash} file={file} />
      {isChanged && (
        <Button
          small
          look="primary"
          icon={<Check size={14} aria-hidden />}
          isDisabled={isActing}
          onPress={() => void save()}
        >
          {t({ id: 'workflow.saveProposal' })}
        </Button>
      )}
    </>
  );
}

function Told({ file }: { readonly file: CaseFile }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { caseId } = file.case;
  const { version, may, answer } = file;
  const edits = may.includes('edit') && answer.proposal !== '';
  const seen = { caseId, version };
  if (answer.toldAt === null)
    return edits ? (
      <Button
        small
        icon={<Ear size={14} aria-hidden />}
        onPress={() => void tell({ do: 'case.told', ...seen, note: '' })}
      >
        {t({ id: 'workflow.told' })}
      </Button>
    ) : null;
  return (
    <>
      <p className="stage-since">
        {t({ id: 'workflow.toldAt' }, { when: dayAndTime(answer.toldAt, serverNow(), words) })}{' '}
        {answer.customer === 'accepted' && t({ id: 'workflow.saysAccepted' })}
        {answer.customer === 'disputed' && t({ id: 'workflow.saysDisputed' })}
      </p>
      {edits && answer.customer === null && (
        <div className="case-acts" role="group" aria-label={t({ id: 'workflow.customerSays' })}>
          <Button
            small
            icon={<ThumbsUp size={14} aria-hidden />}
            onPress={() => void tell({ do: 'case.answer', ...seen, customer: 'accepted', note: '' })}
          >
            {t({ id: 'workflow.accepted' })}
          </Button>
          <Button
            small
            icon={<ThumbsDown size={14} aria-hidden />}
            onPress={() => void tell({ do: 'case.answer', ...seen, customer: 'disputed', note: '' })}
          >
            {t({ id: 'workflow.disputed' })}
          </Button>
        </div>
      )}
    </>
  );
}
