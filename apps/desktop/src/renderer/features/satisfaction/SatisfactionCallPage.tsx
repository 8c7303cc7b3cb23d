import type { TaskId } from '@ringside/shared/model/ids';
import type { CheckFile } from '@ringside/shared/protocol/prevention';
import { checkFile } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { FileText, Phone, PhoneOff, User } from 'lucide-react';
import { useAnswer, useCommand } from '../../asking.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CheckForm } from './CheckForm.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import './Satisfaction.css';

/** The satisfaction call: what it is about on the left, the questions on the right. */
export function SatisfactionCallPage({ taskId }: { readonly taskId: TaskId }) {
  const { t } = useWords();
  const { value, problem, isAsking, again } = useAnswer({ ask: 'check.ofTask', taskId }, checkFile, taskId);
  if (isAsking && !problem) return <Loading label={t({ id: 'common.loading' })} lines={8} />;
  if (!value)
    return (
      <EmptyState
        icon={<PhoneOff size={28} aria-hidden />}
        title={t({ id: 'satisfaction.noCheck' })}
        action={<Button onPress={again}>{t({ id: 'common.tryAgain' })}</Button>}
      >
        {problem && t(problemWords[problem])}
      </EmptyState>
    );
  return <Call file={value} taskId={taskId} again={again} />;
}

function Call({
  file,
  taskId,
  again,
}: {
  readonly file: NonNullable<CheckFile>;
  readonly taskId: TaskId;
  readonly again: () => void;
}) {
  const { t, region } = useWords();
  const go = useGo();
  const tell = useCommand();
  const { takeCalls } = useMay();
  const { check, customerId, number } = file;
  return (
    <div className="page satisfaction-call">
      <header className="satisfaction-head">
        <h1>{t({ id: 'satisfaction.title' }, { name: file.customerName || file.reference })}</h1>
        <span className="row-actions">
          {takeCalls && number && check.endedAt === null && (
            <Button
              look="primary"
              icon={<Phone size={16} aria-hidden />}
              onPress={() => void tell({ do: 'call.dial', number, customerId, taskId })}
            >
              {displayNumber(number, region)}
            </Button>
          )}
          <Button icon={<FileText size={16} aria-hidden />} onPress={() => go.case(check.caseId)}>
            {file.reference}
          </Button>
          {customerId && (
            <Button icon={<User size={16} aria-hidden />} onPress={() => go.customer(customerId)}>
              {file.customerName}
            </Button>
          )}
        </span>
      </header>
      <div className="satisfaction-columns">
        <Card title={t({ id: 'satisfaction.about' })}>
          <dl className="satisfaction-facts">
            <Fact name={t({ id: 'case.whatHappened' })} text={file.whatHappened} />
            <Fact name={t({ id: 'satisfaction.answer' })} text={file.answer} />
            <Fact name={t({ id: 'case.commitment' })} text={file.commitment} />
            <Fact name={t({ id: 'case.owner' })} text={file.ownerName} />
          </dl>
        </Card>
        <Card
          title={t({ id: 'satisfaction.questions' })}
          aside={check.outcome && <OutcomeBadge outcome={check.outcome} />}
        >
          {check.mayAsk ? (
            <CheckForm key={check.version} file={file} onDone={again} />
          ) : (
            <div className="satisfaction-over">
              <Notice
                tone="info"
                role="status"
                title={t({ id: check.endedAt === null ? 'satisfaction.notYours' : 'satisfaction.over' })}
              />
            </div>
          )}
        </Card>
      </div>
    </div>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
